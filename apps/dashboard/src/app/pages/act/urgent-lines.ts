import type { LivePoint } from '@evenhand/contracts';
import type { MatterCause } from '@evenhand/domain';
import { AT_RISK, type BacklogRow, EXPECTED_LATE, OLDEST, OVERDUE } from './backlog-rows';
import type { Suggestion } from './lending';
import { type PeopleInSlot, peopleIn } from './people-slots';
import type { SlotLoad } from './slot-loads';

/** What asks for somebody to act: people in line now, half-hours that jam day after day, dossiers that are late or will be. */
export type UrgentKind = MatterCause;

interface Common {
  readonly point: string;
  /** People whom it concerns: one of a dossier, those in line, those of a usual day. */
  readonly people: number;
}

export interface LineNow extends Common {
  readonly kind: 'line';
  readonly waiting: number;
  readonly longestMinutes: number;
}

export interface Jam extends Common {
  readonly kind: 'jam';
  /** The half-hours beyond the standard that follow one another around the worst; `to` is the beginning of the last. */
  readonly slots: { readonly from: string; readonly to: string; readonly worst: string };
  readonly occupancy: number;
  readonly days: number;
  readonly overloadedDays: number;
  readonly suggestion: Suggestion | null;
}

export interface Late extends Common {
  readonly kind: 'overdue' | 'late_soon';
  /** Working days by which the oldest is late; `null` where nobody knows, and for what is not late yet. */
  readonly oldest: number | null;
  /** Dossiers due within two working days. */
  readonly soon: number;
}

export type UrgentLine = LineNow | Jam | Late;

/** Lines in which somebody waits, or will have waited, longer than the limit. */
export const linesNow = (points: readonly LivePoint[]): readonly LineNow[] =>
  points.flatMap((one): readonly LineNow[] => {
    const people = Math.round(one.expectedOver ?? one.overNow ?? 0);
    if (one.state !== 'known' || people === 0) return [];
    return [{ kind: 'line', point: one.point, people, waiting: one.waiting ?? people, longestMinutes: one.longestMinutes ?? 0 }];
  });

/** The neighbours of a slot that lie beyond the standard without a gap, itself among them. */
function runAround(worst: SlotLoad, loads: readonly SlotLoad[], isOver: (load: SlotLoad) => boolean): readonly SlotLoad[] {
  const at = loads.indexOf(worst);
  let [first, last] = [at, at];
  while (first > 0 && loads.slice(first - 1, first).every(isOver)) first -= 1;
  while (last < loads.length - 1 && loads.slice(last + 1, last + 2).every(isOver)) last += 1;
  return loads.slice(first, last + 1);
}

interface JamInput {
  readonly loads: readonly SlotLoad[];
  readonly people: ReadonlyMap<string, PeopleInSlot>;
  readonly standard: number;
  readonly suggestionsAt: (slot: string) => readonly Suggestion[];
}

function jamOf(loads: readonly SlotLoad[], { people, standard, suggestionsAt }: JamInput): readonly Jam[] {
  const isOver = ({ occupancy }: SlotLoad): boolean => (occupancy ?? 0) > standard;
  const [worst] = loads.filter(isOver).sort((a, b) => (b.occupancy ?? 0) - (a.occupancy ?? 0));
  if (worst === undefined) return [];
  const ordered = loads.toSorted((a, b) => a.halfHour.localeCompare(b.halfHour));
  const run = runAround(worst, ordered, isOver);
  const concerned = run.reduce((sum, load) => sum + (peopleIn(people, load)?.people ?? 0), 0);
  const [from, to] = [run[0]?.halfHour ?? worst.halfHour, run.at(-1)?.halfHour ?? worst.halfHour];
  return [
    {
      ...{ kind: 'jam', point: worst.point, people: Math.round(concerned), slots: { from, to, worst: worst.halfHour } },
      ...{ occupancy: worst.occupancy ?? 0, days: worst.days, overloadedDays: worst.overloadedDays },
      suggestion: suggestionsAt(worst.halfHour).find(({ need }) => need.load.point === worst.point) ?? null,
    },
  ];
}

/** The points that are beyond the standard, each with the stretch of the day around its worst half-hour. */
export function jams(input: JamInput): readonly Jam[] {
  const byPoint = new Map<string, readonly SlotLoad[]>();
  for (const load of input.loads) byPoint.set(load.point, [...(byPoint.get(load.point) ?? []), load]);
  return [...byPoint.values()].flatMap((loads) => jamOf(loads, input));
}

/** Dossiers that are late, and those expected to be late next. */
export const lateDossiers = (rows: readonly BacklogRow[]): readonly Late[] =>
  rows.flatMap(({ point, figures }): readonly Late[] => {
    const value = (metric: string): number => figures[metric]?.value ?? 0;
    const [overdue, expected, soon] = [value(OVERDUE), Math.round(value(EXPECTED_LATE)), value(AT_RISK)];
    const oldest = figures[OLDEST]?.value ?? null;
    return [
      ...(overdue > 0 ? [{ kind: 'overdue' as const, point, people: overdue, oldest, soon }] : []),
      ...(expected > 0 ? [{ kind: 'late_soon' as const, point, people: expected, oldest: null, soon }] : []),
    ];
  });

const ORDER: readonly UrgentKind[] = ['line', 'overdue', 'jam', 'late_soon'];

/** Where most people are concerned first; who waits at this moment ahead of the others among equals. */
export const byPeople = (lines: readonly UrgentLine[]): readonly UrgentLine[] =>
  lines.toSorted((a, b) => b.people - a.people || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.point.localeCompare(b.point));
