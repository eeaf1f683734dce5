import type { CityDescription } from '../../city/city-description';
import type { Days, SimulatedDay } from '../days';
import { asIso, SECONDS_PER_DAY, type Instant } from '../instants';
import type { PointNotes } from '../point-notes';
import type { PointProfile } from '../point-profile';
import type { Random } from '../random';
import type { RegisterFiles } from './register-files';

/** What every register is made in. */
export interface RegisterSetting {
  readonly city: CityDescription;
  readonly days: Days;
  readonly files: RegisterFiles;
  /** Randomness of this register alone: one more register changes no other. */
  readonly random: Random;
}

/** A register that is kept at each point. */
export interface PointSetting extends RegisterSetting {
  readonly profile: PointProfile;
  readonly notes: PointNotes;
}

/** A register that is kept for the whole city. */
export interface CitySetting extends RegisterSetting {
  readonly profiles: readonly PointProfile[];
}

/** The first simulated day of registers that count much: enough to look at, little to load. */
export const RECENT = '2026-10-01';
export const THIS_SUMMER = '2026-07-01';

/** Simulated working days, from a day on when one is given. */
export const workingDaysOf = ({ working, end }: Days, from = ''): SimulatedDay[] =>
  working.filter(({ index, day }) => index < end && day >= from);

/** The instant as text; empty for one that never comes or that nobody knows yet. */
export const toldAt = (days: Days, instant: Instant | undefined): string =>
  instant === undefined || instant >= days.end * SECONDS_PER_DAY ? '' : asIso(days, instant);

/** As {@link toldAt}, for deadlines: they are known however far away they are. */
export const dueAt = (days: Days, instant: Instant | undefined): string => (instant === undefined ? '' : asIso(days, instant));

/** The day at which an instant falls, as text. */
export const dayOf = (days: Days, instant: Instant): string => days.at(Math.floor(instant / SECONDS_PER_DAY)).day;

/** An office hour of a day. */
export const duringDay = ({ index }: SimulatedDay, random: Random): Instant =>
  index * SECONDS_PER_DAY + (random.chance(0.6) ? random.between(8 * 3600, 11.5 * 3600) : random.between(13.5 * 3600, 16.5 * 3600));

/** One of a list. */
export function oneOf<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random.between(0, items.length)];
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}

/** Numbers given out on an average day. */
export const visitsPerDay = ({ queues }: PointProfile): number => queues.reduce((sum, { perDay }) => sum + perDay, 0);

export const includes = (codes: readonly string[], code: string): boolean => codes.includes(code);
