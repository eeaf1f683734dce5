import type { ServiceStandard, Verdicts } from '@evenhand/contracts';
import { type Day, VERDICT_STATES, type VerdictState } from '@evenhand/domain';
import { type Loadable, LOADING, readyData } from '../../data/loadable';
import { matches } from '../../format/search';
import type { Verdict } from '../../format/rule-words';

/** A standard with what it comes to for the city, as far as that is known by now. */
export interface StandardRow {
  readonly standard: ServiceStandard;
  readonly load: Loadable<Verdicts>;
  /** The verdict of the chosen month; `null` while it is asked for or where asking failed. */
  readonly chosen: Verdict | null;
  readonly byMonth: ReadonlyMap<Day, Verdict>;
}

/** The order in which an auditor reads: what failed first. */
const URGENCY: readonly VerdictState[] = ['fail', 'too_close', 'unknown', 'pass', 'not_applicable'];
const urgencyOf = ({ chosen }: StandardRow): number => (chosen === null ? URGENCY.length : URGENCY.indexOf(chosen.state));

/** The standards that can be judged with their verdicts, the gravest first. */
export function standardRows(
  standards: readonly ServiceStandard[],
  byStandard: ReadonlyMap<string, Loadable<Verdicts>>,
  month: Day,
): readonly StandardRow[] {
  const rows = standards.map((standard): StandardRow => {
    const load = byStandard.get(standard.id) ?? LOADING;
    const byMonth = new Map((readyData(load)?.verdicts ?? []).map((verdict) => [verdict.from, verdict]));
    return { standard, load, byMonth, chosen: byMonth.get(month) ?? null };
  });
  return rows.toSorted((one, other) => urgencyOf(one) - urgencyOf(other));
}

/** How many standards come to each verdict. */
export const countStates = (rows: readonly StandardRow[]): Readonly<Record<VerdictState, number>> => {
  const count = (state: VerdictState): number => rows.filter(({ chosen }) => chosen?.state === state).length;
  const [pass, fail, too_close, unknown, not_applicable] = [
    count('pass'),
    count('fail'),
    count('too_close'),
    count('unknown'),
    count('not_applicable'),
  ];
  return { pass, fail, too_close, unknown, not_applicable };
};

/** Everything about a standard that a search looks into. */
const textOf = ({ label, promise, citations }: ServiceStandard): string =>
  [label.vi, label.en, promise.vi, promise.en, ...citations.flatMap(({ instrument }) => [instrument.vi, instrument.en])].join(' ');

/** True for a standard in which what was typed occurs, in either language, diacritics or not. */
export const isFound = (standard: ServiceStandard, typed: string): boolean => matches(textOf(standard), typed);

/** The verdict that a link names; `null` for all. */
export const stateIn = (text: string | null): VerdictState | null => VERDICT_STATES.find((state) => state === text) ?? null;
