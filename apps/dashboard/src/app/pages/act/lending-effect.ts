import { changedDay, type DayChange } from '@evenhand/staffing';
import type { PointDay } from './people-slots';

/** A figure on a usual day, and what it is on a quiet and on a busy one: eight days of ten lie between. */
export interface Expected {
  readonly usual: number;
  readonly low: number;
  readonly high: number;
}

/** What one officer who goes from one point to another for a half-hour does at both. */
export interface LendingEffect {
  /** Mean wait of those who come in the half-hour at the point in need, in minutes: as it was measured, and how much shorter. */
  readonly before: number;
  readonly shorter: Expected;
  /** How many fewer of a day wait longer than the limit there. */
  readonly fewerOver: Expected;
  /** By how much the mean wait grows where the officer comes from. */
  readonly longer: Expected;
}

/** How many people come on a quiet and on a busy day, of what is usual: the tenths of the days of a period. */
export interface Swing {
  readonly low: number;
  readonly high: number;
}

const TENTH = 0.1;
/** Fewer days say nothing of quiet and busy ones. */
const ENOUGH_DAYS = 5;

/** The value below which a share of ordered numbers lies, between neighbours in proportion. */
function quantile(ordered: readonly number[], share: number): number {
  const place = share * (ordered.length - 1);
  const [low, high] = [ordered[Math.floor(place)] ?? 0, ordered[Math.ceil(place)] ?? 0];
  return low + (high - low) * (place - Math.floor(place));
}

/** How far the days of a half-hour lie from their mean; `null` where there are too few of them. */
export function swingOf(counts: readonly number[]): Swing | null {
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  if (counts.length < ENOUGH_DAYS || mean === 0) return null;
  const ordered = [...counts].sort((one, other) => one - other);
  return { low: quantile(ordered, TENTH) / mean, high: quantile(ordered, 1 - TENTH) / mean };
}

interface Move {
  readonly slot: string;
  readonly limit: number;
  readonly swing: Swing;
}

const scaled = ({ stretches }: PointDay, factor: number) => stretches.map((stretch) => ({ ...stretch, people: stretch.people * factor }));

const range = (usual: number, others: readonly number[]): Expected => ({
  usual,
  low: Math.min(usual, ...others),
  high: Math.max(usual, ...others),
});

function changes(day: PointDay, officers: number, { slot, limit, swing }: Move): readonly [DayChange, DayChange, DayChange] | null {
  const at = day.halfHours.indexOf(slot);
  if (at === -1) return null;
  const on = (factor: number): DayChange => changedDay(scaled(day, factor), { at, officers, limit });
  return [on(1), on(swing.low), on(swing.high)];
}

/** What was measured over what the model says: it knows of nobody who gives up and of no morning that begins late. */
const calibration = (measured: number | null, modelled: number): number | null =>
  measured === null || modelled <= 0 ? null : measured / modelled;

/** The effect of lending one officer for one half-hour; `null` where too little is known of one of the two points. */
export function lendingEffect(needy: PointDay, lender: PointDay, move: Move): LendingEffect | null {
  const [there, here] = [changes(needy, 1, move), changes(lender, -1, move)];
  if (there === null || here === null) return null;
  const [usual, ...others] = there;
  const waited = needy.waits[needy.halfHours.indexOf(move.slot)] ?? null;
  const [ofWaits, ofPeople] = [calibration(waited, usual.before), calibration(needy.over, usual.overBefore)];
  if (waited === null || ofWaits === null || ofPeople === null) return null;
  const spared = ({ before, after }: DayChange): number => before - after;
  const [without, ...otherwise] = here;
  return {
    before: waited,
    shorter: range(
      spared(usual) * ofWaits,
      others.map((one) => spared(one) * ofWaits),
    ),
    fewerOver: range(
      -usual.over * ofPeople,
      others.map(({ over }) => -over * ofPeople),
    ),
    longer: range(
      -spared(without),
      otherwise.map((one) => -spared(one)),
    ),
  };
}
