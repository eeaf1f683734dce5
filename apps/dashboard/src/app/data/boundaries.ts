import { httpResource } from '@angular/common/http';
import type { Boundaries } from '@evenhand/contracts';
import { type Asked, askedAgain } from './asked-again';

/** Where the units lie; asked for once somebody wants to see it. Call it while a component is being made. */
export const unitBoundaries = (isWanted: () => boolean): Asked<Boundaries> =>
  askedAgain(
    httpResource<Boundaries>(() => (isWanted() ? '/api/boundaries' : undefined)),
    () => null,
  );
