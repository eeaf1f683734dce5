import { type Interval, LEAST_COVERAGE, type NoValueReason, type Value } from '@evenhand/domain';
import { countInterval } from '@evenhand/statistics';
import type { Figure } from './figure';
import { type MetricDefinition } from './registry/definition';
import { boundsOf, type Silence } from './silence';

/** What is known of the feed of one entity, for one row of an answer. */
export interface Feed {
  readonly coverage: number | null;
  readonly asOf: string | null;
  readonly silence: Silence;
}

interface Finished {
  readonly metric: MetricDefinition;
  readonly figure: Figure;
  /** One for each entity that the metric rests on. */
  readonly feeds: readonly Feed[];
  /** False where the metric means nothing for this row. */
  readonly applies: boolean;
  readonly from: 'rollup' | 'raw';
}

const isSilent = ({ coverage, asOf }: Feed): boolean => coverage === 0 || asOf === null;

const isMostlySilent = ({ coverage, silence }: Feed): boolean => silence.days > 0 && coverage !== null && coverage < LEAST_COVERAGE;

// A ratio rests on two kinds of case: either may be the one that nobody told us of.
const counted = ({ n, cases }: Figure, feeds: readonly Feed[]): number => (feeds.length > 1 ? Math.min(n, cases ?? n) : n);

const reasonFor = ({ metric, figure, feeds, applies }: Finished): NoValueReason | null => {
  if (!applies) return 'not_applicable';
  if (counted(figure, feeds) === 0 && feeds.some(isSilent)) return 'no_data';
  if (feeds.some(isMostlySilent)) return 'unknown';
  if (figure.value !== null) return null;
  return metric.computation.kind === 'survival' && figure.n > 0 ? 'not_reached' : 'no_cases';
};

/** A plain volume is a fact; a count that is good or bad is also an outcome, and has the interval of one. */
const intervalOf = ({ metric: { computation, direction }, figure }: Finished): Interval | null =>
  computation.kind === 'count' && direction !== 'none' && !computation.of.distinct ? countInterval(figure.n) : figure.interval;

/** The least of them; `null` where one is not known. */
function least<Measure extends number | string>(feeds: readonly Feed[], of: (feed: Feed) => Measure | null): Measure | null {
  let smallest: Measure | null = null;
  for (const feed of feeds) {
    const value = of(feed);
    if (value === null) return null;
    if (smallest === null || value < smallest) smallest = value;
  }
  return smallest;
}

/** Says about a figure all that is needed to trust it. What nobody told us is unknown, never zero. */
export function valueOf(finished: Finished): Value {
  const { metric, figure, feeds, from, applies } = finished;
  const reason = reasonFor(finished);
  const [feed, ...others] = feeds;
  return {
    value: reason === null ? figure.value : null,
    reason,
    n: figure.n,
    cases: figure.cases,
    interval: reason === null ? intervalOf(finished) : null,
    bounds: applies && feed && others.length === 0 ? boundsOf(metric.computation, figure, feed.silence) : null,
    coverage: least(feeds, ({ coverage }) => coverage),
    asOf: least(feeds, ({ asOf }) => asOf),
    version: metric.version,
    from,
    approximate: figure.isApproximate,
  };
}
