import type { DiffPage } from '@evenhand/contracts';
import type { MetricInfo, Value } from '@evenhand/domain';
import { diffText } from './diff-text';

const value = (cases: number, n: number): Value => ({
  value: cases / n,
  reason: null,
  n,
  cases,
  interval: null,
  bounds: null,
  coverage: 1,
  asOf: '2026-04-02T03:00:00.000Z',
  version: 1,
  from: 'raw',
  approximate: false,
});

const METRIC: MetricInfo = {
  id: 'on_time_rate',
  label: { vi: '', en: '' },
  description: { vi: '', en: '' },
  formula: { vi: '', en: '' },
  unit: 'share',
  kind: 'rate',
  direction: 'up',
  standard: null,
  version: 1,
  source: null,
  dimensions: [],
};

const dossier = (code: string, due: string) => ({ dossier_code: code, point_code: 'P1', due_at: due, file: 'a.csv' });

const DIFF: DiffPage = {
  entity: 'dossier',
  columns: [
    { id: 'dossier_code', type: 'text' },
    { id: 'point_code', type: 'text' },
    { id: 'due_at', type: 'instant' },
    { id: 'file', type: 'text' },
  ],
  asOf: { then: '2026-04-30T16:59:59.999Z', now: null },
  then: value(2, 4),
  now: value(2, 3),
  moved: { n: -1, cases: 0, amount: null },
  rows: [
    { then: dossier('D3', '20 March'), now: dossier('D3', '15 April'), moved: { n: -1, cases: 0, amount: null } },
    { then: dossier('D4', '12 March'), now: null, moved: { n: -1, cases: -1, amount: null } },
    { then: null, now: dossier('D6', '16 March'), moved: { n: 1, cases: 1, amount: null } },
  ],
  total: 4,
  page: 1,
  size: 3,
};

it('says both figures, what moved them, and case by case why', () =>
  expect(diffText(DIFF, METRIC)).toBe(
    [
      'on_time_rate',
      '2026-04-30T16:59:59.999Z  50.0 %  (2 of 4)',
      'at present  66.7 %  (2 of 3)',
      '',
      'Cases that moved it: 4 (n -1, counted 0).',
      '  D3 P1: n -1, counted 0; due_at 20 March → 15 April',
      '  D4 P1: n -1, counted -1; withdrawn since',
      '  D6 P1: n +1, counted +1; told since',
      '  … 1 more; --page shows them.',
    ].join('\n'),
  ));

it('says that no case moved a figure', () =>
  expect(diffText({ ...DIFF, rows: [], total: 0 }, METRIC)).toContain('No case moved this figure.'));
