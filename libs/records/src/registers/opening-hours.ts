import { ENTRY_KEY, type OpeningHours, type WeekdayHours } from './register-contents';

/**
 * Gathers the stretches of each point, weekday and first day.
 * @throws {RangeError} when stretches that begin on one day end on different ones
 */
export function weekdayHours(rows: readonly OpeningHours[]): WeekdayHours[] {
  const gathered = new Map<string, WeekdayHours>();
  for (const { opensAt, closesAt, pointCode, weekday, validFrom, validTo } of rows) {
    const bare = { pointCode, weekday, validFrom, validTo, stretches: [] };
    const key = ENTRY_KEY.opening_hours(bare);
    const sofar = gathered.get(key) ?? bare;
    if (sofar.validTo !== validTo)
      throw new RangeError(
        `The opening hours of ${key} end on both ${sofar.validTo ?? 'no day'} and ${validTo ?? 'no day'}; they must end together.`,
      );
    gathered.set(key, { ...sofar, stretches: [...sofar.stretches, { opensAt, closesAt }] });
  }
  return [...gathered.values()];
}

/** One row per stretch. */
export const flatHours = (hours: readonly WeekdayHours[]): OpeningHours[] =>
  hours.flatMap(({ stretches, pointCode, weekday, validFrom, validTo }) =>
    stretches.map(({ opensAt, closesAt }) => ({ pointCode, weekday, opensAt, closesAt, validFrom, validTo })),
  );
