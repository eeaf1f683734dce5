import type { Answer } from '@evenhand/domain';
import { figure } from '../../../testing/figures';
import { waitStrips } from './wait-strips';

const answer = (metric: string, values: Readonly<Record<string, readonly [number | null, number]>>): Answer => ({
  question: { metrics: [metric], by: ['field'], from: '2026-10-01', to: '2026-11-01', where: [], exact: false },
  rows: Object.entries(values).map(([field, [value, n]]) => ({ key: { field }, values: { [metric]: figure({ value, n }) } })),
});
const answers = {
  wait_median: answer('wait_median', { land: [8, 120], birth: [3, 90], rare: [50, 4] }),
  wait_p90: answer('wait_p90', { birth: [9, 90], land: [24, 120], rare: [60, 4] }),
  longest_wait: answer('longest_wait', { land: [41, 120], birth: [12, 90] }),
};

describe('the waits of the fields of a point', () => {
  it('stand by how long one in ten waits, each with its own figures', () =>
    expect(waitStrips(answers, (code) => code.toUpperCase()).strips).toEqual([
      { code: 'land', name: 'LAND', median: 8, p90: 24, longest: 41, n: 120 },
      { code: 'birth', name: 'BIRTH', median: 3, p90: 9, longest: 12, n: 90 },
    ]));

  it('leave out fields of so few tickets that a tenth is one person, and say how many', () =>
    expect(waitStrips(answers, String).tooFew).toBe(1));

  it('are none where nobody can say', () => expect(waitStrips({ wait_p90: null }, String)).toEqual({ strips: [], tooFew: 0 }));
});
