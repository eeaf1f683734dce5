const MS_PER_HOUR = 3_600_000;

/** What a feed promised and what it kept. */
export interface Feed {
  readonly latestAt: string;
  /** `null` when nothing was agreed. */
  readonly expectedEveryHours: number | null;
  /** Whole closed days since then, on which nothing could have happened. */
  readonly closedDays: number;
}

/** A feed is stale when it has been silent for longer than agreed; days on which points are closed do not count. */
export const isStale = ({ latestAt, expectedEveryHours, closedDays }: Feed, now: Date): boolean =>
  expectedEveryHours !== null && now.getTime() - Date.parse(latestAt) - closedDays * 24 * MS_PER_HOUR > expectedEveryHours * MS_PER_HOUR;
