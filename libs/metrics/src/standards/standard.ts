import type { Certainty, CitySettings, Day, Label, ThresholdUnit, TimeRange } from '@evenhand/domain';
import type { Sql } from '@evenhand/warehouse';
import type { DetailColumn } from '../facts/fact';

/** A number of a rule that the operator may set anew from a day on, within what makes sense. */
export interface Threshold {
  readonly id: string;
  readonly label: Label;
  readonly unit: ThresholdUnit;
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** The numbers of a rule by the id of their threshold. */
export type Limits = Readonly<Record<string, number>>;

/** The text that a rule rests on, while it is in force; `to` is excluded, null while nothing has replaced it. */
export interface Citation {
  readonly instrument: Label;
  readonly article: Label | null;
  readonly from: Day;
  readonly to: Day | null;
  readonly certainty: Certainty;
  /** Where this text sets other numbers than the rule's own. */
  readonly limits?: Limits;
}

/** Which cases a rule is about. */
export interface StandardScope {
  readonly points: 'all' | readonly string[];
  readonly channels: 'all' | readonly string[];
  readonly fields: 'all' | readonly string[];
}

/** What the cases of a rule may depend on besides their own row. */
export interface CaseContext {
  /** The days whose cases are wanted. */
  readonly range: TimeRange;
  readonly limits: Limits;
  /** Keeps the points that are wanted, over `point_code`; whatever is costly looks at no others. */
  readonly isWanted: Sql;
  /** The city's zone as a literal. */
  readonly zone: Sql;
  /** The day of the city up to which the feeds of an entity have told; NULL before the first load. */
  readonly toldUntil: (entity: string) => Sql;
  /** The day up to which any feed has told: what a register said last holds until then. */
  readonly latestDay: Sql;
}

/** Cases found in the facts. Each row is a case: `point_code`, its `day`, `is_breach`, and the columns that show it. */
export interface CaseSource {
  /** Feeds whose silence makes a verdict unknown, day by day. */
  readonly feeds: readonly string[];
  /** What must have been told at least once: registers have no daily feed. */
  readonly registers: readonly string[];
  readonly rows: (context: CaseContext) => Sql;
  readonly columns: readonly DetailColumn[];
}

/**
 * How a rule is judged. `metric`: the value of the catalogue against a level. `cases`: every single case against the rule;
 * one breach is a fact and needs no statistics. `missing`: the product has no data for it, and says what would be needed.
 */
export type Judging =
  | {
      readonly kind: 'metric';
      readonly metric: string;
      readonly comparison: 'at_most' | 'at_least';
      /** The threshold that holds the level. */
      readonly level: string;
      /** Where a threshold decides what counts as a case of the metric. */
      readonly settings?: (limits: Limits) => Partial<CitySettings>;
    }
  | ({ readonly kind: 'cases' } & CaseSource)
  | { readonly kind: 'missing'; readonly needs: Label };

/** A row of a fact in a worked example; instants are written with their zone. */
export type ExampleRow = Readonly<Record<string, string | number | null>>;

/** A worked example: what the facts say, and what the rule makes of it. */
export interface StandardExample {
  readonly title: Label;
  readonly range: TimeRange;
  /** The day up to which all feeds have told; the last day of the range unless given. */
  readonly toldUntil?: Day;
  readonly limits?: Limits;
  readonly given: Readonly<Record<string, readonly ExampleRow[]>>;
  readonly expected: { readonly state: string; readonly n: number; readonly breaches: number | null };
}

/** A service standard: a rule with the text it rests on, its numbers, its clock and how it is judged. */
export interface StandardDefinition {
  readonly id: string;
  readonly label: Label;
  /** What is promised, in one sentence a citizen understands. */
  readonly promise: Label;
  /** From when to when, and which cases fall into a period. */
  readonly clock: Label;
  readonly citations: readonly Citation[];
  readonly thresholds: readonly Threshold[];
  /** False for a rule of another city: it holds here from the day that the operator sets. */
  readonly isAdopted: boolean;
  readonly scope: StandardScope;
  readonly judging: Judging;
  /** Fewer cases say nothing about a level. */
  readonly minimumCases: number;
  readonly examples: readonly StandardExample[];
  /** The numbers that the city's own settings give the first version. */
  readonly ofCity?: (city: CitySettings) => Limits;
}

export const EVERYTHING: StandardScope = { points: 'all', channels: 'all', fields: 'all' };
