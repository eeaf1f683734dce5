import type { CitySettings, MetricInfo } from '@evenhand/domain';
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
}

/** A condition or an amount, as SQL over the columns of a fact. */
export type Rule = (context: RuleContext) => Sql;

/** How rollups answer the same: the columns that hold what is asked of the cases. */
export interface RollupColumns {
  readonly n: string;
  readonly hits?: string;
  readonly sum?: string;
  readonly squares?: string;
  readonly largest?: string;
  readonly bins?: string;
  /** Which days count, over the rollup's column `day`; all unless given. */
  readonly days?: Rule;
}

/** Some cases of one fact, and what is measured of them. Metrics that share a term share its SQL. */
export interface Term {
  readonly entity: Entity;
  /** The day column by which cases fall into the range; the fact's own unless given. */
  readonly day?: string;
  /** Counted at a moment (what is open then), not over a range. */
  readonly isStock?: true;
  /** Which rows are cases. */
  readonly cases: Rule;
  /** Which of the cases a share counts. */
  readonly hits?: Rule;
  /** What is measured of each case, never NULL for a case. */
  readonly amount?: Rule;
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
  | { readonly kind: 'ratio'; readonly top: Term; readonly bottom: Term; readonly by: 'n' | 'sum' };

/** One metric: what a reader learns of it and how it is computed. */
export interface MetricDefinition extends Omit<MetricInfo, 'dimensions' | 'kind'> {
  readonly computation: Computation;
}

/** The terms a metric is made of. */
export const termsOf = (computation: Computation): readonly Term[] =>
  computation.kind === 'ratio' ? [computation.top, computation.bottom] : [computation.of];

export const MS_PER_MINUTE = 60_000;
export const MS_PER_DAY = 86_400_000;
