import { because } from '@evenhand/domain';
import { Refusal } from '../http/refusal';

const SECONDS_UNTIL_ROOM = 15;

export const unknownSource = (source: string): Refusal =>
  new Refusal(
    404,
    { id: 'unknown-source', title: 'No such source', reason: because('unknown_source', { source }) },
    `This city runs no source "${source}" that is sent to it.`,
  );

/** One sentence for a wrong signature and for a wrong time: whoever guesses learns nothing. */
export const notGenuine = (): Refusal =>
  new Refusal(
    401,
    { id: 'not-genuine', title: 'The sender is not known', reason: because('not_genuine') },
    'The call is not signed with the secret of this source, or not about now.',
  );

export const bodyTooLarge = (limit: number): Refusal =>
  new Refusal(
    413,
    { id: 'too-large', title: 'The call is too large', reason: because('too_large') },
    `The call is larger than ${limit} bytes; send fewer events at once.`,
  );

export const unreadableEvents = (sentence: string): Refusal =>
  new Refusal(400, { id: 'unreadable-events', title: 'The events cannot be read', reason: because('unreadable_events') }, sentence);

export const landingFull = (): Refusal =>
  new Refusal(
    429,
    { id: 'queue-full', title: 'Too much waits', reason: because('queue_full', { seconds: SECONDS_UNTIL_ROOM }) },
    `Too much of this source waits to be loaded, nothing was taken; send again in ${SECONDS_UNTIL_ROOM} seconds.`,
    { 'retry-after': String(SECONDS_UNTIL_ROOM) },
  );
