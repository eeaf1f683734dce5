import type { DataHealth } from '@evenhand/contracts';

/** How old data is against what was agreed: amber beyond one interval, red beyond two; `none` where nothing was agreed. */
export type AgeLevel = 'fresh' | 'amber' | 'red' | 'none';

export interface DataAge {
  readonly source: string;
  readonly ageMs: number;
  readonly level: AgeLevel;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A length of time as people say it: whole minutes up to an hour, whole hours up to a day, then days. */
export function inUnits(ms: number): { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number } {
  const [unit, size] =
    ms < HOUR_MS ? (['minutes', MINUTE_MS] as const) : ms < DAY_MS ? (['hours', HOUR_MS] as const) : (['days', DAY_MS] as const);
  return { unit, count: Math.floor(ms / size) };
}

type Feed = Pick<DataHealth['sources'][number], 'source' | 'latestAt' | 'closedDays' | 'expectedEveryHours'>;

/** The age of a feed at a moment; days on which every point is closed do not count towards what was agreed. */
function ageOf({ source, latestAt, closedDays, expectedEveryHours }: Feed, now: number): DataAge & { readonly intervals: number } {
  const ageMs = Math.max(0, now - Date.parse(latestAt));
  const intervals = expectedEveryHours === null ? 0 : (ageMs - closedDays * 24 * HOUR_MS) / (expectedEveryHours * HOUR_MS);
  const level = expectedEveryHours === null ? 'none' : intervals > 2 ? 'red' : intervals > 1 ? 'amber' : 'fresh';
  return { source, ageMs, level, intervals };
}

/**
 * The age of the feed of an entity that is furthest behind what was agreed with it, so much after the server was asked;
 * `null` where no feed tells of the entity.
 */
export function dataAge(
  health: Pick<DataHealth, 'now'> & { readonly sources: readonly (Feed & { readonly entity: string })[] },
  entity: string,
  elapsedMs: number,
): DataAge | null {
  const now = Date.parse(health.now) + elapsedMs;
  const ages = health.sources.filter((feed) => feed.entity === entity).map((feed) => ageOf(feed, now));
  const worst = ages.toSorted((a, b) => b.intervals - a.intervals || b.ageMs - a.ageMs)[0];
  return worst === undefined ? null : { source: worst.source, ageMs: worst.ageMs, level: worst.level };
}
