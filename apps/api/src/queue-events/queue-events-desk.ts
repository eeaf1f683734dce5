import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { type Now, NOW } from '../connections';
import { readBytes } from '../landing/read-bytes';
import { eventsIn } from './events-in';
import { PushSources } from './push-sources';
import { QUEUE_EVENTS_SETTINGS, type QueueEventsSettings } from './queue-events-settings';
import { QueueLanding } from './queue-landing';
import { QueueLoader } from './queue-loader';
import { bodyTooLarge, notGenuine, unknownSource, unreadableEvents } from './refusals';
import { isGenuine } from './signature';

const SERVICE = 'events';

/** How many events a call brought in. */
export interface Accepted {
  readonly accepted: number;
}

/** Takes events of queue systems: what it has accepted is on the disk and will be loaded. */
@Injectable()
export class QueueEventsDesk {
  constructor(
    private readonly sources: PushSources,
    private readonly landing: QueueLanding,
    private readonly loader: QueueLoader,
    @Inject(NOW) private readonly now: Now,
    @Inject(QUEUE_EVENTS_SETTINGS) private readonly settings: QueueEventsSettings,
  ) {}

  /** Throws a refusal when nothing of the call is taken. */
  async accept(name: string, request: Request): Promise<Accepted> {
    const source = this.sources.find(name);
    if (!source) throw unknownSource(name);
    const body = await this.bodyOf(request);
    const { signature } = source;
    const told = (header: string | undefined): string => (header === undefined ? '' : (request.get(header) ?? ''));
    const signed = { body, signature: told(signature.header), timestamp: told(signature.timestamp_header) };
    if (!isGenuine(source.secret, signature, signed, this.now())) throw notGenuine();
    const { count, text } = eventsIn(body, request.get('content-type') ?? '');
    await this.landing.keep(name, { service: SERVICE, text, subjects: [] });
    this.loader.wake();
    return { accepted: count };
  }

  private async bodyOf(request: Request): Promise<Buffer> {
    const { largestCall } = this.settings;
    const body = await readBytes(request, largestCall);
    if (body === 'too large') throw bodyTooLarge(largestCall);
    if (body === 'cut off') throw unreadableEvents('The call was cut off.');
    return body;
  }
}
