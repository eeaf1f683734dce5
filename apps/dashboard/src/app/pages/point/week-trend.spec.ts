import type { Answer } from '@evenhand/domain';
import { figure } from '../../../testing/figures';
import { compareWeeks, figuresByWeek, lineOf, weeksOf } from './week-trend';

const answer: Answer = {
  question: { metrics: ['wait_p90'], by: ['week'], from: '2026-10-05', to: '2026-10-26', where: [], exact: false },
  rows: [
    { key: { week: '2026-10-05' }, values: { wait_p90: figure({ value: 10, n: 50 }) } },
    { key: { week: '2026-10-19' }, values: { wait_p90: figure({ value: 14, n: 60 }) } },
  ],
};

describe('weeks of a point', () => {
  it('begin on Mondays and have no holes', () => {
    // 2026-10-07 is a Wednesday.
    expect(weeksOf({ from: '2026-10-07', to: '2026-10-20' })).toEqual(['2026-10-05', '2026-10-12', '2026-10-19']);
  });

  it('stay unknown where the answer has no row', () => {
    const figures = figuresByWeek(answer, 'wait_p90', ['2026-10-05', '2026-10-12', '2026-10-19']);
    expect(lineOf('P', 'main', figures)).toEqual({ name: 'P', role: 'main', values: [10, null, 14], n: [50, 0, 60] });
  });

  it('have a band when each brings its bounds', () => {
    const figures = [figure({ value: 10, interval: { low: 8, high: 12 } }), null];
    expect(lineOf('P', 'main', figures).band).toEqual({ low: [8, null], high: [12, null] });
    expect(lineOf('C', 'reference', figures).band).toBeUndefined();
  });

  it('are worse than the city where more is worse and the point has more', () => {
    expect(compareWeeks([10, 20, null, 30], [15, 15, 15, null], { direction: 'down', isLastPartial: false })).toEqual({
      weeks: 2,
      worse: 1,
    });
  });

  it('turn round where more is better', () => {
    expect(compareWeeks([0.9, 0.8], [0.85, 0.85], { direction: 'up', isLastPartial: false })).toEqual({ weeks: 2, worse: 1 });
  });

  it('do not count the week that is still filling', () => {
    expect(compareWeeks([10, 99], [15, 15], { direction: 'down', isLastPartial: true })).toEqual({ weeks: 1, worse: 0 });
  });
});
