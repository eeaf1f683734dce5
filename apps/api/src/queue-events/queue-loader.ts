import { Inject, Injectable } from '@nestjs/common';
import type { Stores } from '@evenhand/etl';
import { LOG, type Logger, STORES } from '../connections';
import { CallLoader } from '../landing/call-loader';
import type { LandedCall } from '../landing/landed-calls';
import { PushSources } from './push-sources';
import { QueueLanding } from './queue-landing';

/** Loads the events that queue systems sent. What a source sent that the city no longer runs waits until it does. */
@Injectable()
export class QueueLoader extends CallLoader {
  constructor(@Inject(STORES) stores: Stores, landing: QueueLanding, sources: PushSources, @Inject(LOG) log: Logger) {
    const sourceOf = ({ sender }: LandedCall): string | undefined => sources.find(sender)?.folder;
    super(stores, { event: 'queue-events', landing, sourceOf }, log);
  }
}
