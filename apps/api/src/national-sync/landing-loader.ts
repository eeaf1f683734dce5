import { Inject, Injectable } from '@nestjs/common';
import type { Stores } from '@evenhand/etl';
import { LOG, type Logger, STORES } from '../connections';
import { CallLoader } from '../landing/call-loader';
import { Landing } from './landing';
import { NATIONAL_SOURCE_FOLDER } from './national-source';

/** Loads the calls of provincial systems. */
@Injectable()
export class LandingLoader extends CallLoader {
  constructor(@Inject(STORES) stores: Stores, landing: Landing, @Inject(LOG) log: Logger) {
    super(stores, { event: 'national-sync', landing, sourceOf: () => NATIONAL_SOURCE_FOLDER }, log);
  }
}
