import type { CitySettings, Day, TimeRange } from '@evenhand/domain';
import type { Citation, Limits, StandardDefinition } from './standard';

/** A change of a rule's numbers from a day on, as the records keep it. Later ones of the same day stand before earlier ones. */
export interface StandardEdit {
  readonly id: number;
  readonly standard: string;
  readonly effectiveFrom: Day;
  readonly limits: Limits;
  readonly reason: string;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** The numbers of a rule from a day on, until the next version or the day `to`. */
export interface RuleVersion {
  readonly from: Day;
  readonly to: Day | null;
  readonly limits: Limits;
  /** The text or the change that it comes from. */
  readonly citation: Citation | null;
  readonly edit: StandardEdit | null;
}

/** A stretch of a period in which one version was in force. */
export interface Piece extends TimeRange {
  readonly version: RuleVersion;
}

/** The numbers of a rule before anybody set them anew. */
export const ownLimits = ({ thresholds, ofCity }: StandardDefinition, city: CitySettings): Limits => ({
  ...Object.fromEntries(thresholds.map(({ id, value }) => [id, value])),
  ...ofCity?.(city),
});

interface Start {
  readonly from: Day;
  readonly end: Day | null;
  readonly limits: Limits;
  readonly citation: Citation | null;
  readonly edit: StandardEdit | null;
}

function startsOf(definition: StandardDefinition, city: CitySettings, edits: readonly StandardEdit[]): Start[] {
  const own = ownLimits(definition, city);
  const declared = definition.isAdopted
    ? definition.citations.map((citation) => ({
        from: citation.from,
        end: citation.to,
        limits: { ...own, ...citation.limits },
        citation,
        edit: null,
      }))
    : [];
  const edited = edits
    .filter(({ standard }) => standard === definition.id)
    .toSorted((one, other) => one.id - other.id)
    .map((edit) => ({ from: edit.effectiveFrom, end: null, limits: { ...own, ...edit.limits }, citation: null, edit }));
  return [...declared, ...edited];
}

const textInForce = ({ citations }: StandardDefinition, day: Day): Citation | null =>
  citations.find(({ from, to }) => from <= day && (to === null || day < to)) ?? citations.at(-1) ?? null;

/** All versions of a rule, the earliest first; at most one begins on a day. */
export function versionsOf(definition: StandardDefinition, city: CitySettings, edits: readonly StandardEdit[]): readonly RuleVersion[] {
  // The last word of a day stands, and an edit comes after the text.
  const starts = [...new Map(startsOf(definition, city, edits).map((start) => [start.from, start])).values()].toSorted((one, other) =>
    one.from < other.from ? -1 : 1,
  );
  return starts.map(({ from, end, limits, citation, edit }, index) => {
    const next = starts[index + 1]?.from ?? null;
    const to = end === null ? next : next === null || end < next ? end : next;
    return { from, to, limits, citation: citation ?? textInForce(definition, from), edit };
  });
}

/** The pieces of a period, each judged by the version in force then; days without any are in none. */
export const piecesOf = (versions: readonly RuleVersion[], { from, to }: TimeRange): readonly Piece[] =>
  versions.flatMap((version) => {
    const start = version.from > from ? version.from : from;
    const end = version.to !== null && version.to < to ? version.to : to;
    return start < end ? [{ from: start, to: end, version }] : [];
  });

/** The version in force on a day; undefined where none is. */
export const versionOn = (versions: readonly RuleVersion[], day: Day): RuleVersion | undefined =>
  versions.find(({ from, to }) => from <= day && (to === null || day < to));
