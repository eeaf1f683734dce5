import type { Label } from '@evenhand/domain';

/** A record that breaks a law that rejects goes to quarantine; one that bends a law that flags is loaded with a finding. */
export type LawLevel = 'reject' | 'flag';

/** What must hold for a record. */
export interface Law {
  readonly id: string;
  readonly level: LawLevel;
  /** True when the law is broken. SQL over the entity's columns; unknown counts as kept. */
  readonly sql: string;
  readonly reason: Label;
  /** True when a withdrawn record must keep it as well: without its identity nobody knows what was withdrawn. */
  readonly holdsAlways?: boolean;
}

const law =
  (level: LawLevel) =>
  (id: string, sql: string, vi: string, en: string): Law => ({ id, level, sql, reason: { vi, en } });

export const reject = law('reject');
export const flag = law('flag');

/** Clocks of two systems differ by so much; what is out of order by less is still told of one case. */
const CLOCK_SKEW_MINUTES = 10;

/**
 * An end is not before its start. Beyond what two clocks differ by the record is wrong; within it only the order is. What was
 * not told, or cannot be read, is out of no order.
 */
export const endsAfterStart = (id: string, [start, end]: readonly [string, string], vi: string, en: string): readonly Law[] => [
  reject(
    id,
    `addMinutes(told_${end}, ${CLOCK_SKEW_MINUTES}) < told_${start}`,
    `${vi} (quá ${CLOCK_SKEW_MINUTES} phút).`,
    `${en} (by more than ${CLOCK_SKEW_MINUTES} minutes).`,
  ),
  flag(
    `${id}_slightly`,
    `told_${end} < told_${start}`,
    `${vi} (không quá ${CLOCK_SKEW_MINUTES} phút, có thể do đồng hồ lệch).`,
    `${en} (by no more than ${CLOCK_SKEW_MINUTES} minutes; clocks may differ).`,
  ),
];

/** Nothing has happened after tomorrow: such a record would count before its time and make its feed look complete. */
export const notFromTheFuture = (instant: string, vi: string, en: string): Law =>
  reject('from_the_future', `${instant} > latest_plausible`, vi, en);

/** How a dossier, a ticket or an answer reaches a point. */
const CHANNELS = ['direct', 'online', 'post'] as const;

/** A channel that no figure knows how to add up. */
export const knownChannel = flag(
  'channel_not_listed',
  `channel != '' AND channel NOT IN (${CHANNELS.map((channel) => `'${channel}'`).join(', ')})`,
  `Kênh thực hiện không có trong danh mục: ${CHANNELS.join(', ')}.`,
  `The channel is none of: ${CHANNELS.join(', ')}.`,
);
