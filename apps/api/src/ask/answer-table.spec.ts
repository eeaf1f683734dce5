import type { Answer, MetricInfo, Value } from '@evenhand/domain';
import { answerJson } from './answer-json';
import { answerTable } from './answer-table';

const text = { vi: 'x', en: 'x' };
const metric = (id: string, rest: Pick<MetricInfo, 'unit' | 'kind'>): MetricInfo => ({
  id,
  label: text,
  description: text,
  formula: text,
  direction: 'none',
  standard: null,
  version: 1,
  source: null,
  dimensions: ['point'],
  ...rest,
});
const METRICS = [
  metric('tickets', { unit: 'count', kind: 'count' }),
  metric('wait_p90', { unit: 'minutes', kind: 'quantile' }),
  metric('long_wait_rate', { unit: 'share', kind: 'rate' }),
];
const value = (rest: Partial<Value>): Value => ({
  value: null,
  reason: null,
  n: 0,
  cases: null,
  interval: null,
  bounds: null,
  coverage: 1,
  asOf: '2026-10-31T09:00:00.000Z',
  version: 1,
  from: 'rollup',
  approximate: false,
  ...rest,
});
const ANSWER: Answer = {
  question: {
    metrics: ['tickets', 'wait_p90', 'long_wait_rate'],
    by: ['point'],
    from: '2026-10-01',
    to: '2026-11-01',
    where: [],
    exact: false,
  },
  rows: [
    {
      key: { point: '00004' },
      values: {
        tickets: value({ value: 1234, n: 1234 }),
        wait_p90: value({ value: 21.04, n: 1100 }),
        long_wait_rate: value({ value: 0.125, n: 1100, cases: 138 }),
      },
    },
    {
      key: { point: null },
      values: {
        tickets: value({ value: 0 }),
        wait_p90: value({ reason: 'no_cases' }),
        long_wait_rate: value({ reason: 'no_data' }),
      },
    },
  ],
};

describe('an answer in a terminal', () => {
  it('aligns columns, names points, shows shares in per cent and says why a figure is unknown', () => {
    expect(answerTable(ANSWER, METRICS, { point: new Map([['00004', 'Ba Đình']]) })).toBe(
      [
        'point            tickets  wait_p90, min      n  long_wait_rate, %      n',
        'Ba Đình (00004)    1,234           21.0  1,100               12.5  1,100',
        '(not said)             0     — no cases      0          — no data      0',
        '',
        'Known up to 2026-10-31T09:00:00.000Z.',
      ].join('\n'),
    );
  });

  it('shows what a figure is held against, how far it is from it, and who the peers are', () => {
    const others = value({ value: 0.1, n: 400 });
    const range = { from: '2026-10-01', to: '2026-11-01' };
    const alike = { points: ['00008', '00091'], description: { vi: 'x', en: 'The 2 most similar points.' } };
    const against = { of: range, range, now: null, sameWeekdays: true, value: others, difference: 0.025, interval: null, alike };
    const compared: Answer = {
      question: { ...ANSWER.question, metrics: ['long_wait_rate'], by: [], compare: ['peers'] },
      rows: [{ key: {}, values: { long_wait_rate: value({ value: 0.125, n: 1100, against: { peers: against } }) } }],
    };
    expect(answerTable(compared, METRICS, {}).split('\n').slice(0, 4)).toEqual([
      'long_wait_rate, %      n  peers  difference',
      '             12.5  1,100   10.0        +2.5',
      '',
      'Peers: 00008, 00091. The 2 most similar points.',
    ]);
  });

  it('says as of when it was asked', () => {
    const asked = { ...ANSWER, question: { ...ANSWER.question, asOf: '2026-10-31T16:59:59.999Z' } };
    expect(answerTable(asked, METRICS, {})).toMatch(/As published by 2026-10-31T16:59:59\.999Z\. Known up to 2026-10-31T09:00:00\.000Z\.$/);
  });

  it('prints each row as the dimensions by name and the metrics with their unit', () => {
    const [row, unknown] = answerJson(ANSWER, METRICS);
    expect(Object.keys(row ?? {})).toEqual(['point', 'tickets', 'wait_p90', 'long_wait_rate']);
    expect(row).toMatchObject({ point: '00004', long_wait_rate: { value: 0.125, n: 1100, cases: 138, unit: 'share' } });
    expect(unknown).toMatchObject({ point: null, wait_p90: { value: null, reason: 'no_cases', unit: 'minutes' } });
  });
});
