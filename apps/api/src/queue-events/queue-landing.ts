import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { DataFolder } from '@evenhand/data-folder';
import { DATA_FOLDER, type Now, NOW } from '../connections';
import { LandedCalls } from '../landing/landed-calls';
import { QUEUE_EVENTS_SETTINGS, type QueueEventsSettings } from './queue-events-settings';
import { landingFull } from './refusals';

/** Keeps the events that queue systems send. No source has such a name, so no pull looks in here. */
@Injectable()
export class QueueLanding extends LandedCalls {
  constructor(@Inject(DATA_FOLDER) data: DataFolder, @Inject(NOW) now: Now, @Inject(QUEUE_EVENTS_SETTINGS) limits: QueueEventsSettings) {
    const folder = join(data.path, 'landing', '_queue-events');
    super({ folder, extension: 'jsonl', limits, now, subjectsOf: () => [], full: landingFull });
  }
}
