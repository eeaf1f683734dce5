import type { Live, LivePoint } from '@evenhand/contracts';
import type { LineNow } from '@evenhand/metrics';
import { forecastOf } from '@evenhand/staffing';

/** Older than this, what a feed told says nothing of the moment; a line in which nothing moves for so long is not told of either. */
export const STALE_AFTER_MINUTES = 30;

const MS_PER_MINUTE = 60_000;

const minutesBetween = (from: string, to: number): number => (to - Date.parse(from)) / MS_PER_MINUTE;

function stateOf({ asOf, lastEventAt, isExpected, isFeedSilent, waited }: LineNow, now: number): LivePoint['state'] {
  if (!isExpected) return 'closed';
  if (isFeedSilent || asOf === null || lastEventAt === null || minutesBetween(asOf, now) > STALE_AFTER_MINUTES) return 'unknown';
  const isStuck = waited.length > 0 && minutesBetween(lastEventAt, Date.parse(asOf)) > STALE_AFTER_MINUTES;
  return isStuck ? 'unknown' : 'known';
}

const NOTHING = { waiting: null, overNow: null, expectedOver: null, share: null, longestMinutes: null };

const shareOf = (expectedOver: number | null, waiting: number): number | null =>
  waiting === 0 || expectedOver === null ? null : expectedOver / waiting;

/** What is known of the line of one point. Where no service is known nobody can say how fast it moves. */
export function livePoint(line: LineNow, { now, limitMinutes }: { readonly now: number; readonly limitMinutes: number }): LivePoint {
  const { point, asOf, waited, counters, serviceMinutes } = line;
  const state = stateOf(line, now);
  const age = { asOf, ageMinutes: asOf === null ? null : minutesBetween(asOf, now) };
  if (state !== 'known') return { point, state, ...NOTHING, ...age, counters: null, serviceMinutes };
  const { waiting, overNow, expectedOver } = forecastOf({ waited, counters, serviceMinutes: serviceMinutes ?? Infinity }, limitMinutes);
  const expected = serviceMinutes === null && waiting > 0 ? null : expectedOver;
  const forecast = { waiting, overNow, expectedOver: expected, share: shareOf(expected, waiting), longestMinutes: waited[0] ?? null };
  return { point, state, ...forecast, ...age, counters, serviceMinutes };
}

const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((total, value) => (total === null || value === null ? null : total + value), 0);

/** Everything that is known of a city, added up. No sum where no point is known. */
export function liveCity(points: readonly LivePoint[], now: number): Live['city'] {
  const known = points.filter(({ state }) => state === 'known');
  const unknownPoints = points.filter(({ state }) => state === 'unknown').length;
  const asOf = known.map((point) => point.asOf ?? '').sort()[0] ?? null;
  const age = { asOf, ageMinutes: asOf === null ? null : minutesBetween(asOf, now), unknownPoints };
  if (known.length === 0) return { ...NOTHING, ...age };
  const waiting = sum(known.map((point) => point.waiting)) ?? 0;
  const expectedOver = sum(known.map((point) => point.expectedOver));
  const longest = known.flatMap(({ longestMinutes }) => longestMinutes ?? []);
  return {
    waiting,
    overNow: sum(known.map((point) => point.overNow)),
    expectedOver,
    share: shareOf(expectedOver, waiting),
    longestMinutes: longest.length === 0 ? null : Math.max(...longest),
    ...age,
  };
}
