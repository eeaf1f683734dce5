import { httpResource } from '@angular/common/http';
import type { Live } from '@evenhand/contracts';
import { type Asked, askedAgain } from './asked-again';

const EVERY_MS = 60_000;

/** People in line at the moment, asked again every minute. Call it while a component is being made. */
export const liveLines = (): Asked<Live> =>
  askedAgain(
    httpResource<Live>(() => '/api/live'),
    () => EVERY_MS,
  );
