import type { LandingLimits } from '../landing/landed-calls';

/** How much of what queue systems send may wait, and where their secrets are. */
export interface QueueEventsSettings extends LandingLimits {
  /** Largest body of one call. */
  readonly largestCall: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const MEBIBYTE = 2 ** 20;

/** Token of the settings. */
export const QUEUE_EVENTS_SETTINGS = Symbol('queue events settings');

export const queueEventsSettings = (env: QueueEventsSettings['env']): QueueEventsSettings => ({
  largestCall: 4 * MEBIBYTE,
  mostCalls: 10_000,
  mostBytes: 64 * MEBIBYTE,
  senderShare: 0.5,
  keepDays: 7,
  env,
});
