import type { NoValueReason, Value } from '@evenhand/domain';
import type { Figure } from './figure';
import type { MetricDefinition } from './registry/definition';

/** What is known of the feed of one entity, for one row of an answer. */
export interface Feed {
  readonly coverage: number | null;
  readonly asOf: string | null;
}

interface Finished {
  readonly metric: MetricDefinition;
  readonly figure: Figure;
  /** One for each entity that the metric rests on. */
  readonly feeds: readonly Feed[];
  readonly from: 'rollup' | 'raw';
}

const isSilent = ({ coverage, asOf }: Feed): boolean => coverage === 0 || asOf === null;

// A ratio rests on two kinds of case: either may be the one that nobody told us of.
const counted = ({ n, cases }: Figure, feeds: readonly Feed[]): number => (feeds.length > 1 ? Math.min(n, cases ?? n) : n);

const reasonFor = (figure: Figure, feeds: readonly Feed[]): NoValueReason | null => {
  if (counted(figure, feeds) === 0 && feeds.some(isSilent)) return 'no_data';
  return figure.value === null ? 'no_cases' : null;
};

const least = <T extends number | string>(values: readonly (T | null)[]): T | null =>
  values.reduce((smallest, value) => (smallest === null || value === null ? null : value < smallest ? value : smallest));

/** Says about a figure all that is needed to trust it. What nobody told us is unknown, never zero. */
export function valueOf({ metric, figure, feeds, from }: Finished): Value {
  const reason = reasonFor(figure, feeds);
  return {
    value: reason === null ? figure.value : null,
    reason,
    n: figure.n,
    cases: figure.cases,
    interval: reason === null ? figure.interval : null,
    bounds: null,
    coverage: least(feeds.map(({ coverage }) => coverage)),
    asOf: least(feeds.map(({ asOf }) => asOf)),
    version: metric.version,
    from,
    approximate: figure.isApproximate,
  };
}
