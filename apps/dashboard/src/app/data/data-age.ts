import type { DataHealth } from '@evenhand/contracts';

/** How old data is against what was agreed: amber beyond one interval, red beyond two; `none` where nothing was agreed. */
export type AgeLevel = 'fresh' | 'amber' | 'red' | 'none';

export interface DataAge {
  readonly source: string;
  readonly ageMs: number;
  readonly level: AgeLevel;
}

const HOUR_MS = 3_600_000;

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
