import { hostname } from 'node:os';
import process from 'node:process';
import { claimSlot, type ClaimedSlot, type DataSource, endSlot, keepSlot, listIncidents, settleIncidents } from '@evenhand/records';
import { CityClock } from '../city/city-clock';
import type { RunSummary } from '../load/load-source';
import { backOffMs, INCIDENT_AFTER, MOST_ATTEMPTS } from './back-off';
import type { ScheduledSource } from './scheduled-source';
import { latestSlot } from './slot-times';

/** What happened to a slot, for the log. */
export interface SlotEvent {
  readonly event: 'slot';
  readonly source: string;
  readonly slot: string;
  readonly state: 'done' | 'waiting' | 'failed' | 'lost';
  readonly attempts: number;
  readonly message?: string;
}

export interface SchedulerOptions {
  /** Fetches and loads a source. */
  readonly pull: (folder: string) => Promise<readonly RunSummary[]>;
  readonly now?: () => Date;
  /** From 0 to 1. */
  readonly random?: () => number;
  readonly tell?: (event: SlotEvent) => void;
  /** Names this worker among others. */
  readonly by?: string;
}

/** What a scheduler needs of the stores. */
export interface SchedulerStores {
  readonly records: DataSource;
  readonly city: { readonly settings: { readonly zone: string } };
}

const LEASE_MS = 90_000;
const SIGN_OF_LIFE_MS = 20_000;

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A pull that brought a run that failed has failed, though it threw nothing. */
function checked(runs: readonly RunSummary[]): readonly RunSummary[] {
  const failed = runs.find(({ status }) => status === 'failed');
  if (failed) throw new Error(`Run ${failed.id} failed: ${failed.message ?? 'it says no reason'}`);
  return runs;
}

/** Pulls sources when their slots are due: each slot once, whatever the clock does and however many workers there are. */
export class Scheduler {
  private readonly running = new Map<string, Promise<void>>();
  private readonly now: () => Date;
  private readonly by: string;
  private readonly clock: CityClock;

  constructor(
    private readonly stores: SchedulerStores,
    private readonly sources: readonly ScheduledSource[],
    private readonly options: SchedulerOptions,
  ) {
    this.now = options.now ?? (() => new Date());
    this.by = options.by ?? `${hostname()}:${process.pid}:${Math.random().toString(36).slice(2, 8)}`;
    this.clock = new CityClock(stores.city.settings.zone);
  }

  /** Begins every slot that is due; resolves when all of them have begun. */
  async tick(): Promise<void> {
    for (const source of this.sources.filter(({ name }) => !this.running.has(name))) {
      const claimed = await this.claim(source);
      if (!claimed) continue;
      const work = this.run(source, claimed).finally(() => this.running.delete(source.name));
      this.running.set(source.name, work);
    }
  }

  /** Resolves when no slot is running. */
  async settled(): Promise<void> {
    await Promise.all(this.running.values());
  }

  /** Resolves when no slot of a source is running. */
  async idle(source: string): Promise<void> {
    await this.running.get(source);
  }

  private claim({ name, schedule }: ScheduledSource): Promise<ClaimedSlot | undefined> {
    const now = this.now();
    const due = latestSlot(schedule, now, this.clock);
    return claimSlot(this.stores.records, { source: name, due, by: this.by, now, leaseMs: LEASE_MS });
  }

  private async run({ folder }: ScheduledSource, slot: ClaimedSlot): Promise<void> {
    const claim = { ...slot, by: this.by };
    const { records } = this.stores;
    const life = setInterval(() => void keepSlot(records, claim, this.now()).catch(() => undefined), SIGN_OF_LIFE_MS);
    try {
      const runs = checked(await this.options.pull(folder));
      const isOwn = await endSlot(records, claim, { state: 'done', runs: runs.map(({ id }) => id) }, this.now());
      this.tell(slot, isOwn ? 'done' : 'lost');
      await this.settle(slot.source, undefined);
    } catch (error) {
      await this.fail(slot, sentence(error));
    } finally {
      clearInterval(life);
    }
  }

  private async fail(slot: ClaimedSlot, message: string): Promise<void> {
    const now = this.now();
    const attempts = slot.attempts + 1;
    const nextAttemptAt = new Date(now.getTime() + backOffMs(attempts, (this.options.random ?? Math.random)()));
    const end =
      attempts < MOST_ATTEMPTS
        ? ({ state: 'waiting', attempts, nextAttemptAt, message } as const)
        : ({ state: 'failed', attempts, message } as const);
    const isOwn = await endSlot(this.stores.records, { ...slot, by: this.by }, end, now);
    this.tell({ ...slot, attempts }, isOwn ? end.state : 'lost', message);
    if (isOwn && attempts >= INCIDENT_AFTER) await this.settle(slot.source, message);
  }

  /** One incident stands from the day of the third failure to the next success. */
  private async settle(source: string, message: string | undefined): Promise<void> {
    const now = this.now();
    const open = (await listIncidents(this.stores.records, { isOpen: true, source })).find(({ kind }) => kind === 'stalled');
    const stalled = { kind: 'stalled', points: [], fromDay: open?.fromDay ?? this.clock.at(now).day, toDay: null } as const;
    const of = { source, entity: '', kinds: ['stalled'] } as const;
    await settleIncidents(this.stores.records, of, message === undefined ? [] : [{ ...stalled, message }], now);
  }

  private tell({ source, slotAt, attempts }: ClaimedSlot, state: SlotEvent['state'], message?: string): void {
    this.options.tell?.({
      event: 'slot',
      source,
      slot: slotAt.toISOString(),
      state,
      attempts,
      ...(message === undefined ? {} : { message }),
    });
  }
}
