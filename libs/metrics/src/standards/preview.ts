import type { Day, Scope, TimeRange } from '@evenhand/domain';
import type { Place } from './gather-evidence';
import type { Limits, StandardDefinition } from './standard';
import { type Verdict, verdictsOf } from './verdicts';
import { type RuleVersion, type StandardEdit, versionsOf } from './versions';

/** What a period comes to by the numbers in force, by a change, and had its numbers held all the time. */
export interface MovedVerdict {
  readonly before: Verdict;
  readonly after: Verdict;
  readonly throughout: Verdict;
}

/** What a change of a rule would do to the verdicts of a period. */
export interface StandardPreview {
  /** All numbers of the rule from the day of the change on. */
  readonly limits: Limits;
  /** Of the whole city; null for who sees none of it. */
  readonly city: MovedVerdict | null;
  /** Points that were judged. */
  readonly points: number;
  /** Points whose verdict is another by the change, or had its numbers held all the time. */
  readonly moved: readonly MovedVerdict[];
}

/** A change that is not made. */
export interface DraftChange {
  readonly effectiveFrom: Day;
  readonly limits: Limits;
}

/** How a rule is asked for the verdicts of a period. */
export interface PreviewSetting {
  readonly range: TimeRange;
  readonly scope: Scope;
  readonly edits: readonly StandardEdit[];
}

const draftOf = (standard: string, { effectiveFrom, limits }: DraftChange): StandardEdit => ({
  ...{ standard, effectiveFrom, limits, reason: '', madeBy: '', madeAt: new Date(0) },
  // The last word of a day stands.
  id: Number.MAX_SAFE_INTEGER,
});

/** A rule whose numbers hold all the time of a range. */
export const heldThroughout = ({ from }: TimeRange, limits: Limits): readonly RuleVersion[] => [
  { from, to: null, limits, citation: null, edit: null },
];

const isMoved = ({ before, after, throughout }: MovedVerdict): boolean => before.state !== after.state || before.state !== throughout.state;

/** Judges a period by the numbers in force and by those of a change; nothing is written. */
export async function previewOf(
  place: Place,
  definition: StandardDefinition,
  draft: DraftChange,
  { range, scope, edits }: PreviewSetting,
): Promise<StandardPreview> {
  const changed = [...edits, draftOf(definition.id, draft)];
  const versions = {
    before: versionsOf(definition, place.city, edits),
    after: versionsOf(definition, place.city, changed),
    throughout: heldThroughout(range, draft.limits),
  };
  const judged = async (unit: 'city' | 'point'): Promise<MovedVerdict[]> => {
    const by = (rule: readonly RuleVersion[]) => verdictsOf(place, definition, rule, { range, scope, cut: 'whole', unit });
    const [before, after, throughout] = await Promise.all([by(versions.before), by(versions.after), by(versions.throughout)]);
    return before.flatMap((verdict, index) => {
      const [one, other] = [after[index], throughout[index]];
      return one === undefined || other === undefined ? [] : [{ before: verdict, after: one, throughout: other }];
    });
  };
  const [city, points] = await Promise.all([judged('city'), judged('point')]);
  return { limits: draft.limits, city: city[0] ?? null, points: points.length, moved: points.filter(isMoved) };
}
