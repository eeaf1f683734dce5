import { SLOT_MINUTES, type SlotLoad } from './slot-loads';

/** Where a point lies: in which branch, and on the tile map. */
export interface Place {
  readonly branch: string | null;
  readonly column: number | null;
  readonly row: number | null;
}

/** A point over the standard in a half-hour: how many minutes a day it lacks, and how many officers that is. */
export interface Need {
  readonly load: SlotLoad;
  readonly minutes: number;
  readonly officers: number;
}

/** Officers of another point who might help in the same half-hour. */
export interface Lender {
  readonly load: SlotLoad;
  readonly officers: number;
  readonly isSameBranch: boolean;
}

/** A need with those who could meet it; `missing` officers were found nowhere. */
export interface Suggestion {
  readonly need: Need;
  readonly lenders: readonly Lender[];
  readonly missing: number;
}

/** What a point lacks to keep the standard; `null` when it keeps it or too little is known. */
export function needOf(load: SlotLoad, standard: number): Need | null {
  if (load.occupancy === null || load.occupancy <= standard) return null;
  const minutes = load.serving / standard - load.staffed;
  return { load, minutes, officers: Math.max(1, Math.ceil(minutes / SLOT_MINUTES)) };
}

/** How many officers can leave a point for a half-hour: it then still keeps the standard with all its work, and somebody stays. */
export function roomOf({ occupancy, work, staffed }: SlotLoad, standard: number): number {
  if (occupancy === null) return 0;
  const spare = Math.floor((staffed - work / standard) / SLOT_MINUTES);
  const beyondOne = Math.floor(staffed / SLOT_MINUTES) - 1;
  return Math.max(0, Math.min(spare, beyondOne));
}

const distance = (a: Place | null, b: Place | null): number =>
  a?.column == null || a.row === null || b?.column == null || b.row === null ? Infinity : Math.hypot(a.column - b.column, a.row - b.row);

const isSameBranch = (a: Place | null, b: Place | null): boolean => a?.branch != null && a.branch === b?.branch;

export interface LendingInput {
  /** All points in one and the same half-hour. */
  readonly loads: readonly SlotLoad[];
  readonly standard: number;
  readonly placeOf: (point: string) => Place | null;
}

interface Giver {
  readonly load: SlotLoad;
  left: number;
}

/** Nearest first, among equally near ones those with most people to spare. */
const nearestTo = (givers: readonly Giver[], point: string, { placeOf }: LendingInput): readonly Giver[] => {
  const far = (giver: Giver): number => distance(placeOf(point), placeOf(giver.load.point));
  return [...givers].sort((a, b) => {
    const [farA, farB] = [far(a), far(b)];
    return farA === farB ? b.left - a.left || a.load.point.localeCompare(b.load.point) : farA - farB;
  });
};

/**
 * Who could help whom in one half-hour. The most pressed come first; every need is met within its own branch before anybody is
 * sent to another; nobody is lent twice.
 */
export function suggestLending(input: LendingInput): readonly Suggestion[] {
  const { loads, standard, placeOf } = input;
  const needs = loads.flatMap((load) => needOf(load, standard) ?? []).sort((a, b) => b.minutes - a.minutes);
  const givers = loads.map((load): Giver => ({ load, left: roomOf(load, standard) })).filter(({ left }) => left > 0);
  const found = new Map(needs.map((need): [Need, Lender[]] => [need, []]));
  const lacking = (need: Need): number => need.officers - (found.get(need) ?? []).reduce((sum, { officers }) => sum + officers, 0);
  for (const within of [true, false]) {
    for (const need of needs) {
      const { point } = need.load;
      const asked = givers.filter(({ load }) => isSameBranch(placeOf(point), placeOf(load.point)) === within);
      for (const giver of nearestTo(asked, point, input)) {
        const officers = Math.min(giver.left, lacking(need));
        if (officers <= 0) continue;
        giver.left -= officers;
        found.get(need)?.push({ load: giver.load, officers, isSameBranch: within });
      }
    }
  }
  return needs.map((need) => ({ need, lenders: found.get(need) ?? [], missing: lacking(need) }));
}

/** The half-hour in which most officers are lacking, the earliest of several; `null` when nobody lacks any. */
export function busiestSlot(loads: readonly SlotLoad[], standard: number): string | null {
  const lacking = new Map<string, number>();
  for (const load of loads) {
    const need = needOf(load, standard);
    if (need !== null) lacking.set(load.halfHour, (lacking.get(load.halfHour) ?? 0) + need.minutes);
  }
  return [...lacking].sort(([a, x], [b, y]) => y - x || a.localeCompare(b))[0]?.[0] ?? null;
}
