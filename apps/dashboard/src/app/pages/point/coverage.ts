import type { Incident, PointFeeds } from '@evenhand/contracts';
import type { TimeRange } from '@evenhand/domain';

type FeedDay = PointFeeds['feeds'][number]['days'][number];

/** The days of a feed by what is known of them. */
export interface DaysKnown {
  readonly complete: number;
  readonly thin: number;
  readonly missing: number;
  /** The share of complete days among those of which something was due; `null` where nothing was. */
  readonly coverage: number | null;
}

/** Counts the days of a feed; closed days and those that nobody could have told of are left out. */
export function coverageOf(days: readonly Pick<FeedDay, 'state'>[]): DaysKnown {
  const count = (state: FeedDay['state']): number => days.filter((day) => day.state === state).length;
  const [complete, thin, missing] = [count('complete'), count('thin'), count('missing')];
  const due = complete + thin + missing;
  return { complete, thin, missing, coverage: due === 0 ? null : complete / due };
}

/** The incidents that touch a point within a range; one without points concerns them all. */
export const incidentsAt = (incidents: readonly Incident[], point: string, { from, to }: TimeRange): readonly Incident[] =>
  incidents.filter(
    ({ points, fromDay, toDay }) => (points.length === 0 || points.includes(point)) && fromDay < to && (toDay === null || toDay > from),
  );
