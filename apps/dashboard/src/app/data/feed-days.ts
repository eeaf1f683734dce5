import { httpResource } from '@angular/common/http';
import type { FeedDays } from '@evenhand/contracts';
import { type Asked, askedAgain } from './asked-again';

/** One feed at one point; the point is empty for the source as a whole. */
export interface FeedAtPoint {
  readonly source: string;
  readonly entity: string;
  readonly point: string;
}

/** The days of one feed; `null` asks nothing. Call it while a component is being made. */
export const feedDays = (choice: () => FeedAtPoint | null): Asked<FeedDays> =>
  askedAgain(
    httpResource<FeedDays>(() => {
      const chosen = choice();
      return chosen === null ? undefined : { url: '/api/feeds/days', params: { ...chosen } };
    }),
    () => null,
  );
