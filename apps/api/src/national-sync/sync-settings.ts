import { InvalidQuery } from '@evenhand/domain';

/** How much of what senders send may wait, and how long it is kept. */
export interface SyncSettings {
  /** Largest body of one call. */
  readonly largestCall: number;
  /** Calls that may wait to be loaded. */
  readonly mostCalls: number;
  /** Bytes that may wait to be loaded. */
  readonly mostBytes: number;
  /** The part of both that one sender may fill. */
  readonly senderShare: number;
  /** Days for which a call is kept after it was taken in. */
  readonly keepDays: number;
}

const MEBIBYTE = 2 ** 20;

/** Token of the settings. */
export const SYNC_SETTINGS = Symbol('sync settings');

export const SYNC_DEFAULTS: SyncSettings = {
  largestCall: 4 * MEBIBYTE,
  mostCalls: 1_000,
  mostBytes: 64 * MEBIBYTE,
  senderShare: 0.5,
  keepDays: 7,
};

const VARIABLE = 'EVENHAND_SYNC_KEEP_DAYS';
const LONGEST = 365;

/** Reads EVENHAND_SYNC_KEEP_DAYS. */
export function syncSettings(env: NodeJS.ProcessEnv): SyncSettings {
  const text = env[VARIABLE] || String(SYNC_DEFAULTS.keepDays);
  const keepDays = Number(text);
  if (!/^\d+$/.test(text) || keepDays > LONGEST)
    throw new InvalidQuery(VARIABLE, `${VARIABLE} is "${text}"; write a number of days from 0 to ${LONGEST}.`);
  return { ...SYNC_DEFAULTS, keepDays };
}
