import type { Day, VerdictState } from '@evenhand/domain';
import { byName } from '../../format/search';
import type { Verdict } from '../../format/rule-words';

/** A point with its verdicts, by the first day of their month. */
export interface MatrixRow {
  readonly point: string;
  readonly name: string;
  readonly byMonth: ReadonlyMap<Day, Verdict>;
  readonly failed: number;
  readonly breaches: number;
}

const countIn = (byMonth: ReadonlyMap<Day, Verdict>, state: VerdictState): number =>
  [...byMonth.values()].filter((verdict) => verdict.state === state).length;

const breachesIn = (byMonth: ReadonlyMap<Day, Verdict>): number =>
  [...byMonth.values()].reduce((sum, { breaches }) => sum + (breaches ?? 0), 0);

/** The matrix of points and months: who failed in most months first, then by breaches, then by name. */
export function matrixRows(verdicts: readonly Verdict[], nameOf: (code: string) => string): readonly MatrixRow[] {
  const byPoint = new Map<string, Verdict[]>();
  for (const verdict of verdicts) byPoint.set(verdict.point ?? '', [...(byPoint.get(verdict.point ?? '') ?? []), verdict]);
  const rows = [...byPoint].map(([point, own]): MatrixRow => {
    const byMonth = new Map(own.map((verdict) => [verdict.from, verdict]));
    return { point, name: nameOf(point), byMonth, failed: countIn(byMonth, 'fail'), breaches: breachesIn(byMonth) };
  });
  return rows.toSorted((one, other) => other.failed - one.failed || other.breaches - one.breaches || byName(one.name, other.name));
}

/** The rows that came to a verdict in the chosen month; all of them without one. */
export const keepRows = (rows: readonly MatrixRow[], state: VerdictState | null, month: Day): readonly MatrixRow[] =>
  rows.filter(({ byMonth }) => state === null || byMonth.get(month)?.state === state);

/** How many points came to a verdict in a month. */
export const countInMonth = (rows: readonly MatrixRow[], month: Day, state: VerdictState): number =>
  rows.filter(({ byMonth }) => byMonth.get(month)?.state === state).length;

/** A cell of the matrix in a link: `point/month`; an empty point is the city. */
export const writeCell = (point: string, month: Day): string => `${point}/${month}`;

/** Reads {@link writeCell}; `null` for anything else. */
export function readCell(text: string | null): { readonly point: string; readonly month: Day } | null {
  const match = /^(.*)\/(\d{4}-\d{2}-\d{2})$/.exec(text ?? '');
  const [, point, month] = match ?? [];
  return point === undefined || month === undefined ? null : { point, month };
}
