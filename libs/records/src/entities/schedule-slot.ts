import { EntitySchema } from 'typeorm';

/**
 * waiting: an attempt failed and another will be made. failed: no further attempt of this slot. superseded: the next slot
 * came before the next attempt.
 */
export const SLOT_STATES = ['running', 'waiting', 'done', 'failed', 'superseded'] as const;
export type SlotState = (typeof SLOT_STATES)[number];

/** One time at which a source was to be pulled. */
export interface ScheduleSlot {
  readonly source: string;
  readonly slotAt: Date;
  readonly state: SlotState;
  /** Attempts in a row that failed, those of earlier slots included. */
  readonly attempts: number;
  readonly claimedBy: string;
  readonly claimedAt: Date;
  /** When its worker last gave a sign of life. */
  readonly aliveAt: Date;
  readonly nextAttemptAt: Date | null;
  readonly endedAt: Date | null;
  /** Numbers of the runs it made. */
  readonly runs: readonly number[];
  readonly message: string | null;
}

export const ScheduleSlot = new EntitySchema<ScheduleSlot>({
  name: 'schedule_slot',
  columns: {
    source: { type: 'text', primary: true },
    slotAt: { name: 'slot_at', type: 'timestamptz', primary: true },
    state: { type: 'text' },
    attempts: { type: 'integer' },
    claimedBy: { name: 'claimed_by', type: 'text' },
    claimedAt: { name: 'claimed_at', type: 'timestamptz' },
    aliveAt: { name: 'alive_at', type: 'timestamptz' },
    nextAttemptAt: { name: 'next_attempt_at', type: 'timestamptz', nullable: true },
    endedAt: { name: 'ended_at', type: 'timestamptz', nullable: true },
    runs: { type: 'jsonb' },
    message: { type: 'text', nullable: true },
  },
});
