import { addDays, type Day } from '@evenhand/domain';
import type { Arrival } from './arrivals';
import type { FeedContract } from './feed-contract';
import { type DayOfFeed, judgeDays, type JudgedDay } from './judge-days';
import type { OpenDays } from './open-days';

/** A day and a second of it, in the city's zone. */
export interface CityInstant {
  readonly day: Day;
  readonly second: number;
}

/** How far a source has told, and when that was. */
export interface Heard {
  readonly day: Day;
  readonly at: CityInstant;
}

/** Everything a feed is judged by. */
export interface FeedEvidence {
  readonly contract: FeedContract;
  /** In the order of days. */
  readonly arrivals: readonly Arrival[];
  readonly open: OpenDays;
  /** The day of the latest thing that the source has told, and when it was heard last; `null` when it never was. */
  readonly heard: Heard | null;
  readonly now: CityInstant;
  /** Since when a point's volume is another one, by point; '' is the source as a whole. */
  readonly restarts: ReadonlyMap<string, Day>;
}

export interface JudgedPointDay extends JudgedDay {
  /** Empty for the source as a whole. */
  readonly point: string;
}

/** The source as a whole. */
const WHOLE = '';

type Counts = ReadonlyMap<Day, number>;

function countsByPoint(arrivals: readonly Arrival[]): Map<string, Map<Day, number>> {
  const counts = new Map<string, Map<Day, number>>([[WHOLE, new Map()]]);
  for (const { point, day, arrived } of arrivals)
    for (const key of [point, WHOLE]) {
      const days = counts.get(key) ?? new Map<Day, number>();
      counts.set(key, days.set(day, (days.get(day) ?? 0) + arrived));
    }
  return counts;
}

/** Whether an hour of a day has passed. */
export const hasPassed = (now: CityInstant, { day, hour }: { readonly day: Day; readonly hour: number }): boolean =>
  now.day > day || (now.day === day && now.second >= hour * 3600);

/** Whether a day is over for a point and its source has told beyond it, or has had its time to tell. */
function dueIn({ contract, open, heard, now }: FeedEvidence, counts: Counts) {
  const lastSent = contract.isPerPoint ? [...counts.keys()].at(-1) : undefined;
  return (point: string, day: Day): boolean => {
    const closed = { day, hour: (open.closesAt(point, day) ?? 0) / 3600 };
    const isTold = contract.isPerPoint
      ? lastSent !== undefined && day < lastSent
      : heard !== null && (day < heard.day || (day === heard.day && hasPassed(heard.at, closed)));
    return isTold || hasPassed(now, open.dueAfter(day, contract.everyHours));
  };
}

function judgeOne(
  evidence: FeedEvidence,
  { point, counts, from, isSourceLow }: { point: string; counts: Counts; from: Day; isSourceLow: (day: Day) => boolean },
): JudgedPointDay[] {
  const { contract, open, now, restarts } = evidence;
  const isDue = dueIn(evidence, counts);
  const days: DayOfFeed[] = [];
  for (let day = from; day <= now.day; day = addDays(day, 1)) {
    const arrived = counts.get(day) ?? 0;
    const isOpen = open.isOpen(point, day);
    // A day on which the city works but the point does not is said to be so: nobody may wait for it.
    if (isOpen || arrived > 0 || open.isWorking(day))
      days.push({ day, arrived, isOpen, isDue: isDue(point, day), isSourceLow: isSourceLow(day) });
  }
  return judgeDays(days, { thinBelow: contract.thinBelow, anewFrom: restarts.get(point) }).map((day) => ({ ...day, point }));
}

function pointsOf({ contract, open }: FeedEvidence, counts: ReadonlyMap<string, Counts>): readonly string[] {
  if (contract.points === 'learned') return [...counts.keys()].filter((point) => point !== WHOLE);
  return contract.points === 'every' ? open.points : contract.points;
}

/**
 * Judges every day of every point of a feed, from the first day it told of until today, and the source as a whole. A point
 * that was not named joins with the first day it sends.
 */
export function judgeFeed(evidence: FeedEvidence): JudgedPointDay[] {
  const counts = countsByPoint(evidence.arrivals);
  const first = evidence.arrivals[0]?.day;
  if (first === undefined) return [];
  const total = counts.get(WHOLE) ?? new Map<Day, number>();
  const whole = judgeOne(evidence, { point: WHOLE, counts: total, from: first, isSourceLow: () => false });
  const low = new Set(whole.filter(({ state }) => state === 'thin' || state === 'missing').map(({ day }) => day));
  const points = pointsOf(evidence, counts).flatMap((point) => {
    const own = counts.get(point) ?? new Map<Day, number>();
    const from = evidence.contract.points === 'learned' ? ([...own.keys()][0] ?? first) : first;
    return judgeOne(evidence, { point, counts: own, from, isSourceLow: (day) => low.has(day) });
  });
  return [...whole, ...points];
}
