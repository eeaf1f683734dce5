import { type Dimension, type Filter, isDay, type TimeRange } from '@evenhand/domain';

/** The filters of the top bar that name a dimension of the data. */
export const FILTERED = ['branch', 'field', 'channel'] as const satisfies readonly Dimension[];
export type Filtered = (typeof FILTERED)[number];

/** What the top bar has chosen; `null` is "all" or, for the period, "the month of the latest data". */
export interface FilterChoice extends Readonly<Record<Filtered, string | null>> {
  readonly range: TimeRange | null;
}

export const NO_CHOICE: FilterChoice = { range: null, branch: null, field: null, channel: null };

interface Params {
  get(name: string): string | null;
}

/** The part of a query string that names the period; `to` is excluded. */
function rangeIn(params: Params): TimeRange | null {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  return isDay(from) && isDay(to) && from < to ? { from, to } : null;
}

/** Reads the choice from a query string; a period that is none is left out (see {@link refusedPeriod}). */
export const readChoice = (params: Params): FilterChoice => ({
  range: rangeIn(params),
  branch: params.get('branch') || null,
  field: params.get('field') || null,
  channel: params.get('channel') || null,
});

/** The period of a query string when it cannot be used, as it was written; else `null`. */
export function refusedPeriod(params: Params): string | null {
  const [from, to] = [params.get('from'), params.get('to')];
  if ((from === null && to === null) || rangeIn(params) !== null) return null;
  return `${from ?? '…'} – ${to ?? '…'}`;
}

/** The query parameters that reproduce a choice. */
export const writeChoice = ({ range, branch, field, channel }: FilterChoice): Readonly<Record<string, string | null>> => ({
  from: range?.from ?? null,
  to: range?.to ?? null,
  branch,
  field,
  channel,
});

/** True where two choices are written alike. */
export const sameChoice = (a: FilterChoice, b: FilterChoice): boolean =>
  FILTERED.every((dimension) => a[dimension] === b[dimension]) && a.range?.from === b.range?.from && a.range?.to === b.range?.to;

/** The filters of a question, without the dimensions that the metric does not know. */
export const filtersFor = (choice: FilterChoice, dimensions: readonly string[]): readonly Filter[] =>
  FILTERED.flatMap((dimension) => {
    const value = choice[dimension];
    return value === null || !dimensions.includes(dimension) ? [] : [{ dimension, values: [value] }];
  });

/** The chosen filters that a metric does not know: its figure covers more than the reader may think. */
export const filtersIgnored = (choice: FilterChoice, dimensions: readonly string[]): readonly Filtered[] =>
  FILTERED.filter((dimension) => choice[dimension] !== null && !dimensions.includes(dimension));
