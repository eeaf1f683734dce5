import { COMPARED_WITH, type ComparedWith, type Dimension, DIMENSIONS, type Filter, type Grain, GRAINS } from '@evenhand/domain';
import type { CatalogMetric } from '../../data/city-facts';
import { whereIn } from '../../data/where-in-url';

/** What a metric can be broken down by besides time. */
export const BREAKDOWNS = DIMENSIONS.filter((dimension) => !(GRAINS as readonly string[]).includes(dimension));

/** What a figure is broken down by unless the link says otherwise; `by=none` asks for no breakdown. */
const USUAL: Dimension = 'branch';

/** What the reader wants to know. */
export interface ExploreChoice {
  readonly metric: CatalogMetric;
  readonly by: Dimension | null;
  readonly grain: Grain | null;
  readonly against: ComparedWith | null;
  readonly where: readonly Filter[];
  readonly isExact: boolean;
  /** What the link asked for and this metric does not know. */
  readonly dropped: readonly Dimension[];
}

interface Params {
  get(name: string): string | null;
  getAll(name: string): readonly string[];
}

const oneOf = <T extends string>(known: readonly T[], text: string | null): T | null => known.find((one) => one === text) ?? null;

/** Whether exactly one point is asked about. */
export const isOfOnePoint = (where: readonly Filter[]): boolean =>
  where.filter(({ dimension }) => dimension === 'point').flatMap(({ values }) => values).length === 1;

/** Peers are those of one point: of more or fewer there are none to hold a figure against. */
const heldAgainst = (against: ComparedWith | null, where: readonly Filter[]): ComparedWith | null =>
  against === 'peers' && !isOfOnePoint(where) ? null : against;

/**
 * Reads `?measure=…&by=…&grain=…&against=…&where=…&exact=yes`. What the metric cannot be broken down by is left out and named, so
 * that a link never asks what nobody can answer.
 */
export function exploreChoice(params: Params, metric: CatalogMetric): ExploreChoice {
  const knows = (dimension: Dimension): boolean => metric.dimensions.includes(dimension);
  const by = oneOf(BREAKDOWNS, params.get('by') ?? (knows(USUAL) ? USUAL : null));
  const grain = oneOf(GRAINS, params.get('grain'));
  const where = whereIn(params.getAll('where'));
  const wanted: readonly Dimension[] = [
    ...(by === null ? [] : [by]),
    ...(grain === null ? [] : [grain]),
    ...where.map(({ dimension }) => dimension),
  ];
  return {
    metric,
    by: by !== null && knows(by) ? by : null,
    grain: grain !== null && knows(grain) ? grain : null,
    against: heldAgainst(oneOf(COMPARED_WITH, params.get('against')), where),
    where: where.filter(({ dimension }) => knows(dimension)),
    isExact: params.get('exact') === 'yes',
    dropped: [...new Set(wanted)].filter((dimension) => !knows(dimension)),
  };
}

const asText = ({ where, dropped }: ExploreChoice): string => JSON.stringify([where, dropped]);

/** True where two choices ask the same. */
export function sameExplored(a: ExploreChoice | null, b: ExploreChoice | null): boolean {
  if (a === null || b === null || a.metric !== b.metric) return a === b;
  return a.by === b.by && a.grain === b.grain && a.against === b.against && a.isExact === b.isExact && asText(a) === asText(b);
}
