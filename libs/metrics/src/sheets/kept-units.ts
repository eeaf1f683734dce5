import type { Adding } from './added-up';
import type { DayNumber } from './day-number';
import type { Place } from './registers';
import { isOfUnits, Units } from './units';

/** Units, and the unit of every code on a day. */
interface Standing {
  readonly units: Units;
  readonly unitsOn: (day: DayNumber) => Int32Array;
}

const MOST_KEPT = 100;
const kept = new WeakMap<readonly Place[], Map<string, Standing>>();

/** The units of a question. Those of the same breakdown are found once for as long as points stand where they stand. */
export function unitsOf({ question, scope, across, codes, places }: Omit<Adding, 'calendar'>): Standing {
  const held = kept.get(places) ?? new Map<string, Standing>();
  kept.set(places, held);
  const where = question.where.filter(({ dimension }) => isOfUnits(dimension));
  const name = JSON.stringify([question.by.filter(isOfUnits), where, scope.points, across, codes.size]);
  const known = held.get(name);
  if (known) return known;
  const units = new Units(question, scope, across);
  const found = { units, unitsOn: units.byDay(codes, places) };
  if (held.size >= MOST_KEPT) held.clear();
  held.set(name, found);
  return found;
}

const ofPlaces = new WeakMap<Units, Int32Array>();

/** The unit of each place; −1 for one that is kept out. */
export function unitsOfPlaces(units: Units, places: readonly Place[]): Int32Array {
  const known = ofPlaces.get(units);
  if (known) return known;
  const found = Int32Array.from(places, (place) => units.of(place));
  ofPlaces.set(units, found);
  return found;
}

const inUnits = new WeakMap<Int32Array, Int32Array>();

/** The codes that are in some unit: of a single point few are. */
export function codesIn(unitOf: Int32Array): Int32Array {
  const known = inUnits.get(unitOf);
  if (known) return known;
  const codes = Int32Array.from(unitOf, (unit, code) => (unit < 0 ? -1 : code)).filter((code) => code >= 0);
  inUnits.set(unitOf, codes);
  return codes;
}
