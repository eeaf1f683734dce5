import type { Sql } from '@evenhand/warehouse';
import type { EntityName } from '../contract/entity-contract';

/** What the rollups depend on besides the facts. */
export interface RollupSettings {
  readonly zone: string;
  readonly longWaitMinutes: number;
}

/** What the counting of a slice may depend on. */
export interface Counting extends RollupSettings {
  /** A map from each source of the entity to the milliseconds of the epoch up to which it has told what happened. */
  readonly toldUntil: Sql;
}

/** How far a source had told before a load, and how far it will have told after it. */
export interface Telling {
  readonly source: string;
  readonly before: Date | null;
  readonly after: Date | null;
}

interface AnyRollup {
  /** The table that keeps it, partitioned by month of its column `day`. */
  readonly table: string;
  /** What makes a row of it, besides `day`. */
  readonly keys: readonly string[];
  /** Counted up whenever `select` gives other numbers: the table is built anew at the next start. */
  readonly version: number;
}

/** A rollup counted from the rows of an entity. */
export interface FactRollup extends AnyRollup {
  readonly entity: EntityName;
  /** The days of a row for which it counts. The row touches the slices of all of them. */
  readonly days: readonly string[];
  /** Counts rows of the entity for the days that `isWanted` keeps. */
  readonly select: (rows: Sql, isWanted: (day: Sql) => Sql, counting: Counting) => Sql;
  /** Which rows count for something else once a source has told more, although nothing was said about them. */
  readonly restless?: (telling: Telling, settings: RollupSettings) => Sql;
}

/** A rollup that adds up the rows of a finer one. */
export interface CoarserRollup extends AnyRollup {
  readonly of: FactRollup;
  readonly select: (rows: Sql) => Sql;
}

/** Numbers counted ahead of the question. Each is one value in a file of its own; a new one also joins the list. */
export type Rollup = FactRollup | CoarserRollup;

/** The rollup that is counted from facts: itself, or the finer one it adds up. */
export const rootOf = (rollup: Rollup): FactRollup => ('of' in rollup ? rollup.of : rollup);
