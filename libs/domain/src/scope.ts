/** What not everybody who may see a case may see of it. */
export const GUARDED_COLUMNS = ['dossier_codes', 'staff', 'comments'] as const;
export type GuardedColumn = (typeof GUARDED_COLUMNS)[number];

/**
 * Which service points the asker may see, and what of their cases. Every question is asked with a scope;
 * an empty list of points answers with nothing, never with everything.
 */
export interface Scope {
  readonly points: 'all' | readonly string[];
  /** The guarded columns that may be seen; none unless they are named. */
  readonly columns?: readonly GuardedColumn[];
}

/** Every point of the city, with everything that is known of its cases. */
export const wholeCity: Scope = { points: 'all', columns: GUARDED_COLUMNS };

/** No point at all. */
export const nothing: Scope = { points: [], columns: [] };

/** Whether a guarded column may be seen. */
export const maySee = ({ columns = [] }: Scope, column: GuardedColumn): boolean => columns.includes(column);
