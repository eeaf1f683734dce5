import { type DynamicModule, Module } from '@nestjs/common';
import { PushSources } from './push-sources';
import { QueueEventsController } from './queue-events.controller';
import { QueueEventsDesk } from './queue-events-desk';
import { QUEUE_EVENTS_SETTINGS, type QueueEventsSettings } from './queue-events-settings';
import { QueueLanding } from './queue-landing';
import { QueueLoader } from './queue-loader';

/** What queue systems send as it happens: taken, kept, loaded. */
@Module({ controllers: [QueueEventsController], providers: [PushSources, QueueEventsDesk, QueueLanding, QueueLoader] })
export class QueueEventsModule {
  static over(settings: QueueEventsSettings): DynamicModule {
    return { module: QueueEventsModule, providers: [{ provide: QUEUE_EVENTS_SETTINGS, useValue: settings }] };
  }
}
