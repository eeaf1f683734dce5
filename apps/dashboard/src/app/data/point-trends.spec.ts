import type { Answer } from '@evenhand/domain';
import { figure } from '../../testing/figures';
import { monthsUpTo, seriesByPoint } from './point-trends';

const known = { firstDay: '2026-01-05', lastDay: '2026-10-20' };
const months = ['2026-09-01', '2026-10-01'];
const answer: Answer = {
  question: { metrics: ['tickets'], by: ['point', 'month'], from: '2026-09-01', to: '2026-11-01', where: [], exact: false },
  rows: [
    { key: { point: 'a', month: '2026-10-01' }, values: { tickets: figure({ value: 7 }) } },
    { key: { point: 'b', month: '2026-09-01' }, values: { tickets: figure({ value: 0 }) } },
  ],
};

describe('the last months of points', () => {
  it('are whole months up to the last day of data, none before the first', () => {
    expect(monthsUpTo({ to: '2026-11-01' }, 6, known)).toEqual({ from: '2026-05-01', to: '2026-11-01' });
    expect(monthsUpTo({ to: '2026-03-01' }, 6, known)).toEqual({ from: '2026-01-01', to: '2026-03-01' });
  });

  it('have a gap where nothing is known, and a zero where there was none', () =>
    expect([...seriesByPoint(answer, 'tickets', months)]).toEqual([
      ['a', [null, 7]],
      ['b', [0, null]],
    ]));
});
