import type { Scope, TimeRange } from '@evenhand/domain';
import type { Place } from './gather-evidence';
import { shareTerm } from './metric-cases';
import { heldThroughout } from './preview';
import type { Limits, StandardDefinition } from './standard';
import { verdictsOf } from './verdicts';

/** What a rule would have found in a range, had these numbers held all the time. */
export interface RuleVolume {
  readonly limits: Limits;
  /** Cases that were judged; null where they are suppressed or nothing is known. */
  readonly cases: number | null;
  /** Cases that broke the rule; null where no single case can. */
  readonly breaches: number | null;
  /** Points that passed, failed or were too close to call. */
  readonly points: number;
  /** Those of them that failed. */
  readonly failing: number;
}

/** How much a rule finds with the numbers in force, and how much it would find with others. */
export interface StandardVolume {
  /** What its cases are: ticket, dossier …; null where it has none. */
  readonly entity: string | null;
  readonly inForce: RuleVolume | null;
  /** Null where no number differs. */
  readonly proposed: RuleVolume | null;
}

const JUDGED = ['pass', 'fail', 'too_close'];

/** Counts what a rule finds in a range by given numbers, whatever stood when. */
export async function volumeOf(
  place: Place,
  definition: StandardDefinition,
  limits: Limits,
  { range, scope }: { readonly range: TimeRange; readonly scope: Scope },
): Promise<RuleVolume> {
  const rule = heldThroughout(range, limits);
  const by = (unit: 'city' | 'point') => verdictsOf(place, definition, rule, { range, scope, cut: 'whole', unit });
  const [[whole], points] = await Promise.all([by('city'), by('point')]);
  const judged = points.filter(({ state }) => JUDGED.includes(state));
  return {
    limits,
    cases: whole?.n ?? null,
    breaches: whole?.breaches ?? null,
    points: judged.length,
    failing: judged.filter(({ state }) => state === 'fail').length,
  };
}

/** What the cases of a rule are. */
export function entityOf({ judging }: StandardDefinition): string | null {
  if (judging.kind === 'missing') return null;
  if (judging.kind === 'metric') return shareTerm(judging)?.entity ?? null;
  return judging.feeds[0] ?? null;
}
