/**
 * What a computation asks of a term beyond its number of cases. `q50` is a quantile of the amounts; `beyond` and `k50` are of
 * how long cases last where some were not seen to end; `each` are the amounts themselves.
 */
export type Aggregate =
  'each' | 'hits' | 'sum' | 'squares' | 'largest' | 'bins' | 'openBins' | 'limit' | 'beyond' | `q${number}` | `k${number}`;

/** Reads the aggregates of one term out of one row of results. */
export interface TermNumbers {
  number(name: Aggregate | 'n'): number;
  list(name: Aggregate): readonly (number | null)[];
}
