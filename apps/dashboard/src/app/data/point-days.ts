import { httpResource } from '@angular/common/http';
import type { PointFeeds, PointHoursOfDay, PointStandards } from '@evenhand/contracts';
import type { TimeRange } from '@evenhand/domain';
import { type Asked, askedAgain } from './asked-again';

const HOUR_MS = 3_600_000;

const about = (point: string, what: string): string => `/api/points/${encodeURIComponent(point)}/${what}`;

/** When a point is open today in the city; `null` waits. Call this and what follows while a component is being made. */
export const hoursToday = (point: () => string | null): Asked<PointHoursOfDay> =>
  askedAgain(
    httpResource<PointHoursOfDay>(() => {
      const code = point();
      return code === null ? undefined : about(code, 'hours');
    }),
    () => HOUR_MS,
  );

/** A point over some days. */
export interface PointOverDays extends TimeRange {
  readonly point: string;
}

/** What every feed told of a point, day by day; `null` waits. */
export const feedsOfPoint = (wanted: () => PointOverDays | null): Asked<PointFeeds> =>
  askedAgain(
    httpResource<PointFeeds>(() => {
      const request = wanted();
      return request === null ? undefined : { url: about(request.point, 'feeds'), params: { from: request.from, to: request.to } };
    }),
    () => null,
  );

/** What every standard comes to at a point; `null` waits. */
export const standardsOfPoint = (wanted: () => PointOverDays | null): Asked<PointStandards> =>
  askedAgain(
    httpResource<PointStandards>(() => {
      const request = wanted();
      return request === null ? undefined : { url: about(request.point, 'standards'), params: { from: request.from, to: request.to } };
    }),
    () => null,
  );
