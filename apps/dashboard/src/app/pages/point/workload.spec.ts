import type { Answer, AnswerRow } from '@evenhand/domain';
import { figure } from '../../../testing/figures';
import { countBeyond, largest, workloadRows } from './workload';

const answer = (metric: string, values: Readonly<Record<string, number>>): Answer => ({
  question: { metrics: [metric], by: ['counter'], from: '2026-10-01', to: '2026-11-01', where: [], exact: false },
  rows: Object.entries(values).map(([counter, value]): AnswerRow => ({
    key: { counter: counter === '' ? null : counter },
    values: { [metric]: figure({ value }) },
  })),
});

const rows = workloadRows(
  {
    tickets_served: answer('tickets_served', { Q1: 100, Q2: 300, '': 5 }),
    counter_occupancy: answer('counter_occupancy', { Q1: 0.9, Q2: 0.85, Q3: 0.1 }),
  },
  'counter',
  'tickets_served',
);

describe('workload', () => {
  it('joins answers by counter, the busiest first, and keeps counters that only one answer knows', () => {
    expect(rows.map((row) => row.key)).toEqual(['Q2', 'Q1', null, 'Q3']);
    expect(rows.at(-1)?.figures['tickets_served']).toBeNull();
  });

  it('drops the nameless row of those who were never served', () => {
    const nobody = workloadRows({ tickets_served: answer('tickets_served', { Q1: 100, '': 0 }) }, 'counter', 'tickets_served');
    expect(nobody.map((row) => row.key)).toEqual(['Q1']);
  });

  it('counts a counter at the threshold as not beyond it', () => {
    expect(countBeyond(rows, 'counter_occupancy', 0.85)).toEqual({ beyond: 1, known: 3 });
  });

  it('measures bars against the largest figure', () => {
    expect(largest(rows, 'tickets_served')).toBe(300);
  });
});
