import type { Incident } from '@evenhand/contracts';
import type { PointComparison } from '@evenhand/domain';
import { compared } from '../../../testing/comparisons';
import { figure, metric } from '../../../testing/figures';
import { feedsSince, flagsSince, isNewData, movedSince, standardsSince } from './since-visit';

const SINCE = '2026-10-30T02:00:00.000Z';
const BEFORE = '2026-10-29T02:00:00.000Z';
const AFTER = '2026-10-31T02:00:00.000Z';

const comparison = (points: readonly Partial<PointComparison>[], value: number | null = 0.16) => ({
  city: figure({ value }),
  points: points.map(compared),
});
const incident = (part: Partial<Incident>): Incident => ({
  ...{ id: 1, source: 'queue-log', entity: 'ticket', kind: 'missing', points: ['P1'], fromDay: '2026-10-20', toDay: null },
  ...{ openedAt: BEFORE, closedAt: null, message: null },
  ...part,
});

describe('what changed since a visit', () => {
  it('names points that are worse since, and those that are worse no longer', () => {
    const then = comparison([{ point: 'A', verdict: 'worse' }, { point: 'B' }, { point: 'C', verdict: 'worse' }]);
    const now = comparison([{ point: 'A' }, { point: 'B', verdict: 'worse' }, { point: 'C', verdict: 'worse' }]);
    expect(flagsSince(then, now)).toEqual({ flagged: ['B'], cleared: ['A'] });
  });

  it('clears no point of which nothing is known any more', () => {
    const then = comparison([{ point: 'A', verdict: 'worse' }]);
    const now = comparison([{ point: 'A', verdict: 'unknown', value: figure({ value: null }) }]);
    expect(flagsSince(then, now).cleared).toEqual([]);
  });

  it('says nothing of points where nothing was known then', () =>
    expect(flagsSince(comparison([], null), comparison([{ verdict: 'worse' }]))).toEqual({ flagged: [], cleared: [] }));

  it('names figures that moved beyond chance, and no others', () => {
    const at = (value: number) => figure({ value, interval: { low: value - 0.01, high: value + 0.01 } });
    const figures = [
      { metric: metric({ id: 'moved' }), then: at(0.2), now: at(0.1) },
      { metric: metric({ id: 'still' }), then: at(0.2), now: at(0.195) },
      { metric: metric({ id: 'new' }), then: null, now: at(0.1) },
    ];
    expect(movedSince(figures).map(({ metric: { id }, change }) => [id, change.kind])).toEqual([['moved', 'better']]);
  });

  it('names feeds that fell silent, and those that are back', () => {
    const incidents = [
      incident({ id: 1, openedAt: AFTER }),
      incident({ id: 2, closedAt: AFTER }),
      incident({ id: 3 }),
      incident({ id: 4, openedAt: AFTER, closedAt: AFTER }),
      incident({ id: 5, openedAt: AFTER, kind: 'thin' }),
    ];
    const { silent, back } = feedsSince(incidents, SINCE);
    expect([silent.map(({ id }) => id), back.map(({ id }) => id)]).toEqual([[1], [2]]);
  });

  it('names rules whose numbers were changed', () => {
    const standard = (id: string, madeAt: string | null) => ({ id, versions: [{ edit: madeAt === null ? null : { madeAt } }] });
    const changed = standardsSince([standard('a', AFTER), standard('b', BEFORE), standard('c', null)], SINCE);
    expect(changed.map(({ id }) => id)).toEqual(['a']);
  });

  it('knows that nothing was published', () => {
    expect(isNewData([{ publishedAt: BEFORE }], SINCE)).toBe(false);
    expect(isNewData([{ publishedAt: BEFORE }, { publishedAt: AFTER }], SINCE)).toBe(true);
  });
});
