import type { Verdicts } from '@evenhand/contracts';
import { addDays, startOfMonth, type TimeRange, type VerdictState } from '@evenhand/domain';
import type { KnownDays } from '../../data/periods';

export type Verdict = Verdicts['verdicts'][number];

/** A point that breaks a standard. */
export type FailingPoint = Verdict & { readonly point: string };

/** Points that break a standard, and how many of the others stand how. */
export interface BreachRows {
  readonly failing: readonly FailingPoint[];
  readonly counts: Readonly<Record<VerdictState, number>>;
}

/** The month that is judged: the last one of a period of which there is data. */
export function judgedMonth({ to }: TimeRange, { lastDay }: KnownDays): TimeRange {
  const last = to <= lastDay ? addDays(to, -1) : lastDay;
  return { from: startOfMonth(last), to: startOfMonth(last, 1) };
}

/** Points at which most people are concerned first; those whose cases cannot be told apart last. */
export function breachRows({ verdicts }: Pick<Verdicts, 'verdicts'>, isChosen: (point: string) => boolean): BreachRows {
  const counts: Record<VerdictState, number> = { pass: 0, fail: 0, too_close: 0, unknown: 0, not_applicable: 0 };
  const failing = verdicts.flatMap((verdict) => {
    const { point, state } = verdict;
    if (point === null || !isChosen(point)) return [];
    counts[state] += 1;
    return state === 'fail' ? [{ ...verdict, point }] : [];
  });
  return { failing: failing.sort((a, b) => (b.breaches ?? 0) - (a.breaches ?? 0) || a.point.localeCompare(b.point)), counts };
}
