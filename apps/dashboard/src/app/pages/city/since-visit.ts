import type { Incident } from '@evenhand/contracts';
import type { PointComparison, Value } from '@evenhand/domain';
import { type Change, changeFrom } from '../../data/change';
import type { CatalogMetric } from '../../data/city-facts';

interface Compared {
  readonly city: Pick<Value, 'value'>;
  readonly points: readonly Pick<PointComparison, 'point' | 'verdict' | 'value'>[];
}

interface Edited {
  readonly versions: readonly { readonly edit: { readonly madeAt: string } | null }[];
}

/** Which points are called worse that were not, and which are no longer. Nothing where nothing was known then. */
export function flagsSince(then: Compared, now: Compared): { readonly flagged: readonly string[]; readonly cleared: readonly string[] } {
  if (then.city.value === null) return { flagged: [], cleared: [] };
  const worse = ({ points }: Compared): ReadonlySet<string> =>
    new Set(points.filter(({ verdict }) => verdict === 'worse').map(({ point }) => point));
  const known = new Set(now.points.filter(({ value }) => value.value !== null).map(({ point }) => point));
  const [before, after] = [worse(then), worse(now)];
  return {
    flagged: [...after].filter((point) => !before.has(point)),
    // A point of which nothing is known any more is not cleared.
    cleared: [...before].filter((point) => !after.has(point) && known.has(point)),
  };
}

/** A figure that moved beyond chance. */
export interface MovedFigure {
  readonly metric: CatalogMetric;
  readonly change: Change;
  readonly now: number;
}

/** What moved for better or worse, and nothing that chance explains. */
export function movedSince(
  figures: readonly { readonly metric: CatalogMetric; readonly then: Value | null; readonly now: Value | null }[],
): readonly MovedFigure[] {
  return figures.flatMap(({ metric, then, now }) => {
    if (now?.value == null) return [];
    const change = changeFrom(then, now, metric);
    return change.kind === 'better' || change.kind === 'worse' ? [{ metric, change, now: now.value }] : [];
  });
}

const SILENCES: readonly Incident['kind'][] = ['missing', 'late', 'stalled'];

/** Feeds that fell silent since, and those that came back. */
export function feedsSince(
  incidents: readonly Incident[],
  since: string,
): { readonly silent: readonly Incident[]; readonly back: readonly Incident[] } {
  const at = Date.parse(since);
  const told = incidents.filter(({ kind }) => SILENCES.includes(kind));
  return {
    silent: told.filter(({ openedAt, closedAt }) => closedAt === null && Date.parse(openedAt) > at),
    back: told.filter(({ openedAt, closedAt }) => closedAt !== null && Date.parse(closedAt) > at && Date.parse(openedAt) <= at),
  };
}

/** Rules whose numbers somebody changed since. */
export const standardsSince = <T extends Edited>(standards: readonly T[], since: string): readonly T[] =>
  standards.filter(({ versions }) => versions.some(({ edit }) => edit !== null && Date.parse(edit.madeAt) > Date.parse(since)));

/** True when something was published since: else every figure is what it was. */
export const isNewData = (sources: readonly { readonly publishedAt: string }[], since: string): boolean =>
  sources.some(({ publishedAt }) => Date.parse(publishedAt) > Date.parse(since));
