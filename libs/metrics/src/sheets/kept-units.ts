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
  const standing = kept.get(places) ?? new Map<string, Standing>();
  kept.set(places, standing);
  const where = question.where.filter(({ dimension }) => isOfUnits(dimension));
  const name = JSON.stringify([question.by.filter(isOfUnits), where, scope.points, across, codes.size]);
  const known = standing.get(name);
  if (known) return known;
  const units = new Units(question, scope, across);
  const found = { units, unitsOn: units.byDay(codes, places) };
  if (standing.size >= MOST_KEPT) standing.clear();
  standing.set(name, found);
  return found;
}
