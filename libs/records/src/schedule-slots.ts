import type { DataSource, EntityManager } from 'typeorm';
import { ScheduleSlot } from './entities/schedule-slot';
import { SourceSchedule } from './entities/source-schedule';

/** Who asks for a slot, and which one the schedule says is due. */
export interface SlotWish {
  readonly source: string;
  /** The latest slot that is not in the future; `null` when nothing was ever due. */
  readonly due: Date | null;
  /** Names the worker. */
  readonly by: string;
  readonly now: Date;
  /** A worker that was silent for longer is dead. */
  readonly leaseMs: number;
}

/** A slot that this worker is to run. */
export interface ClaimedSlot {
  readonly source: string;
  readonly slotAt: Date;
  /** Attempts in a row that failed before this one. */
  readonly attempts: number;
}

const lastSlot = (at: EntityManager, source: string): Promise<ScheduleSlot | null> =>
  at.getRepository(ScheduleSlot).findOne({ where: { source }, order: { slotAt: 'DESC' } });

// Claims of one source come one after the other, whoever asks.
async function lock(at: EntityManager, source: string): Promise<SourceSchedule> {
  await at.query('INSERT INTO source_schedule (source) VALUES ($1) ON CONFLICT DO NOTHING', [source]);
  return at.getRepository(SourceSchedule).findOneOrFail({ where: { source }, lock: { mode: 'pessimistic_write' } });
}

async function begin(at: EntityManager, wish: SlotWish, slotAt: Date, attempts: number): Promise<ClaimedSlot> {
  const { source, by, now } = wish;
  const slot = { source, slotAt, state: 'running', attempts, claimedBy: by, claimedAt: now, aliveAt: now } as const;
  await at
    .getRepository(ScheduleSlot)
    .upsert({ ...slot, nextAttemptAt: null, endedAt: null, runs: [], message: null }, ['source', 'slotAt']);
  return { source, slotAt, attempts };
}

/** Attempts that failed in a row up to a slot: a success starts anew. */
const failuresOf = (slot: ScheduleSlot | null): number => (slot === null || slot.state === 'done' ? 0 : slot.attempts);

async function claimNext(at: EntityManager, wish: SlotWish, last: ScheduleSlot | null): Promise<ClaimedSlot | undefined> {
  const { source, due, now } = wish;
  if (last?.state === 'running') return begin(at, wish, last.slotAt, last.attempts + 1);
  if (due !== null && (last === null || due > last.slotAt)) {
    if (last?.state === 'waiting')
      await at
        .getRepository(ScheduleSlot)
        .update({ source, slotAt: last.slotAt }, { state: 'superseded', nextAttemptAt: null, endedAt: now });
    return begin(at, wish, due, failuresOf(last));
  }
  const isRipe = last?.state === 'waiting' && last.nextAttemptAt !== null && last.nextAttemptAt <= now;
  return isRipe ? begin(at, wish, last.slotAt, last.attempts) : undefined;
}

/**
 * Gives a worker the slot that it is to run, and nobody else the same one: what somebody wants at once, the slot that is due
 * (one, however many were missed), one whose worker died, or one whose next attempt has come. A slot not after the last
 * one is never given, so a clock that goes back runs nothing twice.
 */
export async function claimSlot(records: DataSource, wish: SlotWish): Promise<ClaimedSlot | undefined> {
  const { source, now, leaseMs } = wish;
  return records.transaction(async (at) => {
    const { isPaused, wantedAt } = await lock(at, source);
    const last = await lastSlot(at, source);
    const isBusy = last?.state === 'running' && last.aliveAt.getTime() > now.getTime() - leaseMs;
    if (isBusy) return undefined;
    if (wantedAt !== null) {
      await at.getRepository(SourceSchedule).update({ source }, { wantedAt: null });
      const after = last === null ? wantedAt : new Date(Math.max(wantedAt.getTime(), last.slotAt.getTime() + 1));
      return begin(at, wish, after, failuresOf(last));
    }
    return isPaused ? undefined : claimNext(at, wish, last);
  });
}

type Claim = Pick<ClaimedSlot, 'source' | 'slotAt'> & { readonly by: string };

async function change(records: DataSource, { source, slotAt, by }: Claim, set: Partial<ScheduleSlot>): Promise<boolean> {
  const where = { source, slotAt, claimedBy: by, state: 'running' } as const;
  const { affected } = await records.createQueryBuilder().update(ScheduleSlot).set(set).where(where).execute();
  return affected === 1;
}

/** Says that the worker lives; false when the slot is no longer its own. */
export const keepSlot = (records: DataSource, claim: Claim, now: Date): Promise<boolean> => change(records, claim, { aliveAt: now });

/** What became of an attempt. */
export type SlotEnd =
  | { readonly state: 'done'; readonly runs: readonly number[] }
  | { readonly state: 'waiting'; readonly attempts: number; readonly nextAttemptAt: Date; readonly message: string }
  | { readonly state: 'failed'; readonly attempts: number; readonly message: string };

/** Ends an attempt; false when another worker has taken the slot over meanwhile. */
export const endSlot = (records: DataSource, claim: Claim, end: SlotEnd, now: Date): Promise<boolean> =>
  change(records, claim, { ...end, endedAt: end.state === 'waiting' ? null : now, ...(end.state === 'done' ? { attempts: 0 } : {}) });

/** A slot as others read it. */
export interface Slot extends Omit<ScheduleSlot, 'slotAt' | 'claimedAt' | 'aliveAt' | 'nextAttemptAt' | 'endedAt'> {
  readonly slotAt: string;
  readonly claimedAt: string;
  readonly nextAttemptAt: string | null;
  readonly endedAt: string | null;
}

const asSlot = ({ source, slotAt, state, attempts, claimedBy, claimedAt, nextAttemptAt, endedAt, runs, message }: ScheduleSlot): Slot => ({
  ...{ source, state, attempts, claimedBy, runs, message },
  slotAt: slotAt.toISOString(),
  claimedAt: claimedAt.toISOString(),
  nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
});

/** The latest slots of a source, the latest first. */
export async function listSlots(records: DataSource, source: string, limit = 20): Promise<Slot[]> {
  const slots = await records.getRepository(ScheduleSlot).find({ where: { source }, order: { slotAt: 'DESC' }, take: limit });
  return slots.map(asSlot);
}

/** What people decided about the schedules, by source. */
export async function listSchedules(records: DataSource): Promise<ReadonlyMap<string, SourceSchedule>> {
  const all = await records.getRepository(SourceSchedule).find();
  return new Map(all.map((schedule) => [schedule.source, schedule]));
}

/** Pauses or resumes the schedule of a source, or has it pulled at once. */
export async function setSchedule(
  records: DataSource,
  source: string,
  set: Partial<Pick<SourceSchedule, 'isPaused' | 'wantedAt'>>,
): Promise<void> {
  await records.transaction(async (at) => {
    const schedule = await lock(at, source);
    await at.getRepository(SourceSchedule).save({ ...schedule, ...set });
  });
}
