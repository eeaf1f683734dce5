import { nameOf, pointViews } from './point-questions';

describe('pointViews', () => {
  it('cuts waits by weekday and half-hour and asks the city the same weeks as the point', () => {
    const weeks = { from: '2026-05-04', to: '2026-11-01' };
    const views = pointViews({ current: { from: '2026-10-01', to: '2026-11-01' }, before: null, weeks }, 'wait_p90', 'wait_p90');
    expect(views.slots).toMatchObject({ metrics: ['wait_p90'], by: ['weekday', 'half_hour'] });
    expect([views.weeks.range, views.cityWeeks.range]).toEqual([weeks, weeks]);
    expect(nameOf('weeks', 'wait_p90')).toBe('weeks.wait_p90');
  });
});
