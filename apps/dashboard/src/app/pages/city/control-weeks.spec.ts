import { addDays } from '@evenhand/domain';
import { figure } from '../../../testing/figures';
import { bucketOf, findingOf, isLastPartial, type TrendEntry, weekOfChange, weeksOf } from './control-weeks';

const entry = (from: string, part: Partial<TrendEntry> = {}): TrendEntry => ({
  range: { from, to: addDays(from, 7) },
  value: figure({ value: 0.16 }),
  ...{ centre: 0.18, limits: { low: 0.14, high: 0.22 }, signal: null, verdict: null, label: null, isTrial: false },
  ...part,
});
const better = { signal: 'beyond', verdict: 'better' } as const;
const change = (day: string) => ({ day, to: null, kind: 'staff_move', title: { vi: 'Tăng cường', en: 'Staff lent' }, isWholeCity: false });
const october = { from: '2026-09-07', to: '2026-10-12' };

describe('the weeks of a control chart', () => {
  it('leave a gap for a week that nobody told of', () =>
    expect(weeksOf({ series: [entry('2026-09-07'), entry('2026-09-21')] }).map(({ week, entry: told }) => [week, told === null])).toEqual([
      ['2026-09-07', false],
      ['2026-09-14', true],
      ['2026-09-21', false],
    ]));

  it('begin on a Monday, also where the first is cut by the range', () =>
    expect(weeksOf({ series: [entry('2026-09-10'), entry('2026-09-14')] }).map(({ week }) => week)).toEqual(['2026-09-07', '2026-09-14']));

  it('are drawn with their limits and the shape of what is special', () => {
    const [week] = weeksOf({ series: [entry('2026-09-07', better)] });
    expect(week && bucketOf(week)).toEqual({ bucket: '2026-09-07', value: 0.16, centre: 0.18, low: 0.14, high: 0.22, mark: 'better' });
  });

  it('mark a change at the week in which it began, and none that began before', () => {
    const weeks = weeksOf({ series: [entry('2026-09-07'), entry('2026-09-14')] });
    expect(weekOfChange(weeks, { day: '2026-09-16' })).toBe('2026-09-14');
    expect(weekOfChange(weeks, { day: '2026-09-01' })).toBeNull();
  });

  it('know that the last one still fills', () => {
    const weeks = weeksOf({ series: [entry('2026-09-07')] });
    expect(isLastPartial(weeks, { from: '2026-09-07', to: '2026-09-10' })).toBe(true);
    expect(isLastPartial(weeks, { from: '2026-09-07', to: '2026-09-14' })).toBe(false);
  });
});

describe('what the end of a control chart says', () => {
  const series = [
    entry('2026-09-07'),
    entry('2026-09-14', better),
    entry('2026-09-21', { value: figure({ value: null }) }),
    entry('2026-09-28', better),
    entry('2026-10-05', better),
  ];

  const chart = { series, changes: [], recalculated: [] };

  it('counts the weeks that are special one way, over a gap, and names the change at which they began', () => {
    const found = findingOf({ ...chart, changes: [change('2026-04-01'), change('2026-09-14')] }, october);
    expect(found).toMatchObject({ kind: 'better', weeks: 3, since: { day: '2026-09-14' } });
  });

  it('counts from the change on when the weeks are special a little before', () => {
    const found = findingOf(
      { ...chart, series: [entry('2026-09-07', better), ...series.slice(1)], changes: [change('2026-09-14')] },
      october,
    );
    expect(found).toMatchObject({ weeks: 3, since: { day: '2026-09-14' } });
  });

  it('names no change that began at another time', () =>
    expect(findingOf({ ...chart, changes: [change('2026-04-01')] }, october)?.since).toBeNull());

  it('leaves out the week that still fills', () =>
    expect(findingOf(chart, { ...october, to: '2026-10-07' })).toMatchObject({ kind: 'better', weeks: 2 }));

  it('calls usual what no rule calls special, and a first guess what limits do not hold for yet', () => {
    expect(findingOf({ ...chart, series: [entry('2026-09-07')] }, october)?.kind).toBe('usual');
    expect(findingOf({ ...chart, series: [entry('2026-09-07', { isTrial: true })] }, october)?.kind).toBe('trial');
  });

  it('begins on the day from which limits were counted anew', () => {
    const trial = series.map((one) => ({ ...one, ...entry(one.range.from, { value: one.value, isTrial: true }) }));
    expect(findingOf({ ...chart, series: trial, recalculated: ['2026-09-28'] }, october)).toMatchObject({ kind: 'trial', weeks: 2 });
  });

  it('says nothing of a chart without values', () => expect(findingOf({ ...chart, series: [] }, october)).toBeNull());
});
