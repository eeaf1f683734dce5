import type { CitySettings, MetricInfo, TimeRange } from '@evenhand/domain';
import type { Sql } from '@evenhand/warehouse';
import type { Entity } from '../facts/fact';
import type { Known } from '../facts/known';

/** What a rule may depend on besides the row it looks at. */
export interface RuleContext {
  readonly city: CitySettings;
  /** What the question may rest on. */
  readonly known: Known;
  /** For stocks: the instant at which they are counted. */
  readonly moment: Sql;
  /** The days asked about; every day where nobody asks about any. */
  readonly range?: TimeRange | undefined;
}

/** A condition or an amount, as SQL over the columns of a fact. */
export type Rule = (context: RuleContext) => Sql;

/** How rollups answer the same: the columns that hold what is asked of the cases. */
export interface RollupColumns {
  readonly n: string;
  /** A second column of cases, where they stand in two. */
  readonly moreN?: string;
  readonly hits?: string;
  /** Where the rollup holds the cases that a share does not count, instead of `hits`. */
  readonly misses?: string;
  readonly sum?: string;
  readonly squares?: string;
  readonly largest?: string;
  readonly bins?: string;
  /** Cases not seen to end, in bins of the same edges as `bins`. */
  readonly openBins?: string;
  /** Which days count, over the rollup's column `day`; all unless given. */
  readonly days?: Rule;
}

/** From the first moment after one instant up to and including another. NULL where it never begins, or has not ended. */
export interface Stay {
  readonly from: Sql;
  readonly to: Sql;
}

/** What the whole city had of cases of one kind, over some days. */
export interface KindOfCase {
  readonly kind: string;
  readonly cases: number;
  /** Cases of which it was measured how much work they are, and how much it was in all. */
  readonly measured: number;
  readonly amount: number;
}

/** A weight for each kind of case, by what the whole city had of every kind. */
export interface Weighing {
  readonly by: 'field';
  /** The cases that are weighed. */
  readonly cases: Term;
  /** What weights follow from: amounts of cases. */
  readonly measured: Term;
  readonly weights: (kinds: readonly KindOfCase[]) => ReadonlyMap<string, number>;
}

/** Some cases of one fact, and what is measured of them. Metrics that share a term share its SQL. */
export interface Term {
  readonly entity: Entity;
  /** The day column by which cases fall into the range; the fact's own unless given. */
  readonly day?: string;
  /** Counted at a moment (what is open then), not over a range. */
  readonly isStock?: true;
  /** When a dossier that counts at any moment is a case of the stock, where that is all there is to it. */
  readonly stays?: (context: RuleContext) => Stay;
  /** A stock together with what ended in the range before the moment. */
  readonly withSettled?: true;
  /** Which rows are cases. */
  readonly cases: Rule;
  /** Which of the cases a share counts. */
  readonly hits?: Rule;
  /** What is measured of each case, never NULL for a case. */
  readonly amount?: Rule;
  /** Beyond which amount a case has lasted too long, in the unit of the amount. */
  readonly limit?: Rule;
  /** Whether its rules look at the range that is asked about: of parts of the range they say something else. */
  readonly dependsOnRange?: true;
  /** Where the amount of a case is the weight of its kind over the range: the same from what is counted by kind. */
  readonly weighing?: Weighing;
  /** Columns that together make one case, where several rows are one. */
  readonly distinct?: readonly string[];
  readonly rollup?: RollupColumns;
}

/** How the value follows from terms. `scale` divides amounts into the metric's unit. */
export type Computation =
  | { readonly kind: 'count'; readonly of: Term }
  | { readonly kind: 'rate'; readonly of: Term }
  | { readonly kind: 'mean'; readonly of: Term; readonly scale: number }
  | { readonly kind: 'quantile'; readonly of: Term; readonly share: number; readonly scale: number }
  | { readonly kind: 'total'; readonly of: Term; readonly scale: number }
  | Ratio
  | { readonly kind: 'shrunk'; readonly of: Term }
  | ({ readonly kind: 'survival'; readonly of: Term } & Lasting);

/** Cases by cases, amount by amount, or amount by cases. */
export interface Ratio {
  readonly kind: 'ratio';
  readonly top: Term;
  readonly bottom: Term;
  readonly by: 'n' | 'sum' | 'sum_per_case';
  readonly scale?: number;
}

/**
 * What is asked of how long cases last, where some were not seen to end (Kaplan and Meier): the share that lasts longer than
 * the term's `limit`, or the time by which a share has ended. The term's `hits` are the cases that were seen to end; its
 * `amount` is how long each lasted, or had lasted when nobody saw it any more.
 */
export type Lasting = { readonly asks: 'share_beyond' } | { readonly asks: 'quantile'; readonly share: number; readonly scale: number };

/** One metric: what a reader learns of it and how it is computed. */
export interface MetricDefinition extends Omit<MetricInfo, 'dimensions' | 'kind'> {
  readonly computation: Computation;
}

/** The terms a metric is made of. */
export const termsOf = (computation: Computation): readonly Term[] =>
  computation.kind === 'ratio' ? [computation.top, computation.bottom] : [computation.of];

export const MS_PER_MINUTE = 60_000;
export const MS_PER_DAY = 86_400_000;
