import { VERDICT_STATES, type VerdictState } from '@evenhand/domain';

interface Judged {
  readonly state: VerdictState;
  readonly breaches: number | null;
}

const URGENCY: readonly VerdictState[] = ['fail', 'unknown', 'too_close', 'pass', 'not_applicable'];

/** What failed first, where most cases broke the rule ahead; then what nobody can tell. */
export const gravestFirst = <T extends Judged>(verdicts: readonly T[]): readonly T[] =>
  verdicts.toSorted(
    (one, other) => URGENCY.indexOf(one.state) - URGENCY.indexOf(other.state) || (other.breaches ?? 0) - (one.breaches ?? 0),
  );

/** How many verdicts there are of each kind. */
export function countStates(verdicts: readonly Judged[]): Readonly<Record<VerdictState, number>> {
  const counts: Record<VerdictState, number> = { pass: 0, fail: 0, too_close: 0, unknown: 0, not_applicable: 0 };
  for (const state of VERDICT_STATES) counts[state] = verdicts.filter((verdict) => verdict.state === state).length;
  return counts;
}
