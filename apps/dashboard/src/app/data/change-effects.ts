import { httpResource } from '@angular/common/http';
import type { ChangeEffectsAnswer } from '@evenhand/contracts';
import type { TimeRange } from '@evenhand/domain';
import { type Asked, askedAgain } from './asked-again';

export interface ChangesWanted extends TimeRange {
  readonly metric: string;
}

/** Whether the changes of a range helped; `null` waits. Call it while a component is being made. */
export const changeEffectsOf = (wanted: () => ChangesWanted | null): Asked<ChangeEffectsAnswer> =>
  askedAgain(
    httpResource<ChangeEffectsAnswer>(() => {
      const params = wanted();
      return params === null ? undefined : { url: '/api/changes', params: { ...params } };
    }),
    () => null,
  );
