import type { BeforeApplicationShutdown, OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { loadSource, SourceProblem, type Stores } from '@evenhand/etl';
import type { Logger } from '../connections';
import { endLoads } from '../runs/interruption';
import type { LandedCall, LandedCalls } from './landed-calls';

/** Calls of one run: enough that a run is worth its fixed cost, few enough that it ends soon. */
const CALLS_PER_RUN = 100;
/** Calls come in series; a short wait gathers them into one run. */
const GATHER_MS = 300;
const PAUSE_AFTER_FAILURE_MS = 2_000;
/** A call that fails alone that often in a row is set aside. */
const MOST_ATTEMPTS = 3;
const HOUR_MS = 3_600_000;

/** Whose calls are loaded, and as what. */
export interface LoadPlan {
  /** Names the events of the log. */
  readonly event: string;
  readonly landing: LandedCalls;
  /** The source folder by which the call is read; a call without one waits. */
  readonly sourceOf: (call: LandedCall) => string | undefined;
}

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Loads what has landed, in the order in which it was taken. What a killed process left is loaded by the next one. */
export class CallLoader implements OnApplicationBootstrap, OnModuleDestroy, BeforeApplicationShutdown {
  private work: Promise<void> = Promise.resolve();
  private isStopping = false;
  private wakeUp = (): void => undefined;
  private sweptAt = -Infinity;

  constructor(
    private readonly stores: Stores,
    private readonly plan: LoadPlan,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.isStopping = false;
    this.work = this.run();
  }

  /** Something has landed. */
  wake(): void {
    this.wakeUp();
  }

  onModuleDestroy(): void {
    this.isStopping = true;
    this.wakeUp();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await endLoads(this.stores.warehouse, this.work);
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      try {
        await this.turn();
      } catch (error) {
        this.log.error({ event: this.plan.event, status: 'failed', cause: sentenceOf(error) });
        await this.pause(PAUSE_AFTER_FAILURE_MS);
      }
    }
  }

  private async turn(): Promise<void> {
    await this.sweep();
    const { landing, sourceOf } = this.plan;
    const [first, ...others] = landing.next(CALLS_PER_RUN, (call) => sourceOf(call) !== undefined);
    // A run reads one source; calls of another one wait for the next turn.
    if (first) return this.load([first, ...others.filter((call) => sourceOf(call) === sourceOf(first))]);
    await this.pause(HOUR_MS);
    if (!this.isStopping) await new Promise((gathered) => setTimeout(gathered, GATHER_MS));
  }

  /** One run over all the calls; when it fails, one run each, so that one bad call does not hold up the others. */
  private async load(calls: readonly LandedCall[]): Promise<void> {
    try {
      await this.loadTogether(calls);
    } catch (error) {
      if (!(error instanceof SourceProblem)) throw error;
      for (const call of calls) if (!this.isStopping) await this.loadAlone(call);
    }
  }

  private async loadAlone(call: LandedCall): Promise<void> {
    for (let attempt = 1; !this.isStopping; attempt++) {
      try {
        return await this.loadTogether([call]);
      } catch (error) {
        // A load that is interrupted by the end of the process fails too, and is no fault of its call.
        if (!(error instanceof SourceProblem) || this.isStopping) throw error;
        if (attempt === MOST_ATTEMPTS) return this.setAside(call, error.message);
        await this.pause(PAUSE_AFTER_FAILURE_MS);
      }
    }
  }

  private async loadTogether(calls: readonly LandedCall[]): Promise<void> {
    const files = calls.map((call) => this.plan.landing.pathOf(call));
    const [source] = calls.map(this.plan.sourceOf);
    if (source === undefined) return;
    const { id, status } = await loadSource(this.stores, { source, files });
    for (const call of calls) await this.plan.landing.finish(call);
    this.log.info({ event: this.plan.event, run: id, status, calls: calls.length });
  }

  private async setAside(call: LandedCall, sentence: string): Promise<void> {
    await this.plan.landing.setAside(call, sentence);
    this.log.warn({ event: this.plan.event, status: 'set-aside', file: call.name, cause: sentence });
  }

  private async sweep(): Promise<void> {
    if (performance.now() - this.sweptAt < HOUR_MS) return;
    this.sweptAt = performance.now();
    const deleted = await this.plan.landing.expire();
    if (deleted > 0) this.log.info({ event: this.plan.event, status: 'expired', files: deleted });
  }

  /** Until the time is over or somebody wakes the loader; never keeps the process alive. */
  private pause(ms: number): Promise<void> {
    if (this.isStopping) return Promise.resolve();
    return new Promise((done) => {
      const timer = setTimeout(done, ms).unref();
      this.wakeUp = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}
