import { REGISTRY } from './registry';

const ids = REGISTRY.map(({ id }) => id);

it('each metric has an id of its own', () => {
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z][a-z0-9_]*$/.test(id))).toEqual([]);
});

it.each(REGISTRY.map((metric) => [metric.id, metric] as const))('%s is described in Vietnamese and English', (_id, metric) => {
  const texts = [
    metric.label,
    metric.description,
    metric.formula,
    ...(metric.source ? [metric.source] : []),
    ...(metric.standard ? [metric.standard.label] : []),
  ];
  for (const { vi, en } of texts) {
    expect(vi.length * en.length).toBeGreaterThan(0);
    expect(vi).toBe(vi.normalize('NFC'));
    expect(vi).not.toBe(en);
  }
  expect(metric.description.vi).toMatch(/\.$/);
  expect(metric.description.en).toMatch(/\.$/);
});

it('the standards are those of the city', () =>
  expect(REGISTRY.flatMap(({ id, standard }) => (standard ? [`${id} ${standard.comparison} ${standard.value}`] : []))).toEqual([
    'long_wait_rate at_most 0.05',
    'offered_long_wait_rate at_most 0.05',
    'on_time_rate at_least 0.95',
    'settled_on_time_rate at_least 0.95',
    'satisfaction_rate at_least 0.9',
    'response_rate at_least 0.1',
    'satisfaction_shrunk at_least 0.9',
    'dossier_response_rate at_least 0.1',
    'suspect_rating_rate at_most 0.05',
    'satisfaction_trusted at_least 0.9',
    'suspect_form_rate at_most 0.05',
    'counter_occupancy at_most 0.85',
    'workload_share at_most 0.85',
    'half_hour_occupancy at_most 0.85',
    'contract_decisions at_most 0',
    'contract_decision_rate at_most 0',
    'contract_may_decide at_most 0',
    'civil_servants_posted at_least 12',
  ]));
