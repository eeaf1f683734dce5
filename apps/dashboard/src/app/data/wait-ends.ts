import { httpResource } from '@angular/common/http';
import type { WaitEndsAnswer } from '@evenhand/contracts';
import type { TimeRange, WaitEnds, WaitEndsAt } from '@evenhand/domain';
import { type Asked, askedAgain } from './asked-again';

/** The waits of which the ends are wanted, as the query string of the server writes them. */
export interface WaitEndsWanted extends TimeRange {
  readonly where: readonly string[];
}

const NEVER = (): null => null;

/** How waits end; `null` waits. Call it while a component is being made. */
export const waitEndsOf = (wanted: () => WaitEndsWanted | null): Asked<WaitEndsAnswer> =>
  askedAgain(
    httpResource<WaitEndsAnswer>(() => {
      const params = wanted();
      return params === null ? undefined : { url: '/api/wait-ends', params: { ...params } };
    }),
    NEVER,
  );

/** So many minutes lie between the steps that are drawn. */
const DRAWN_EVERY = 2;

/** The steps that are drawn: every other minute, so that signs on the lines stay apart. */
export const drawnSteps = ({ steps }: Pick<WaitEnds, 'steps'>): readonly WaitEndsAt[] =>
  steps.filter(({ minutes }) => minutes % DRAWN_EVERY === 0);
