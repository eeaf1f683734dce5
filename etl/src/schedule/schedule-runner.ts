import { judgeStandingFeeds } from '../feeds';
import { pullSource } from '../pull/pull-source';
import type { Stores } from '../stores';
import { scheduledSources } from './scheduled-source';
import { Scheduler, type SlotEvent } from './scheduler';

const LOOK_EVERY_MS = 10_000;
const JUDGE_EVERY_MS = 10 * 60_000;
/** Nobody waits for it, and a start has better things to do. */
const FIRST_JUDGING_MS = 30_000;

/** What runs by itself beside everything else. */
export interface ScheduleRunner {
  /** Begins nothing more; resolves when what was running has ended. */
  stop(): Promise<void>;
}

/** How it speaks: events for the log, and failures that nobody else would hear of. */
export interface RunnerEars {
  readonly tell: (event: SlotEvent) => void;
  readonly failed: (what: 'schedule' | 'feeds', error: unknown) => void;
}

/** Runs one job again and again, never twice at once. */
function repeated(job: () => Promise<void>, { first, every }: { readonly first: number; readonly every: number }) {
  let timer: NodeJS.Timeout;
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;
  const turn = (): void => {
    running = job().finally(() => {
      if (!isStopped) timer = setTimeout(turn, every).unref();
    });
  };
  timer = setTimeout(turn, first).unref();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/**
 * Pulls the sources of the city by their schedules and judges the feeds by the clock, until it is stopped. Throws
 * {@link SourceProblem} when a source of the city is not what it must be.
 */
export function startSchedules(stores: Stores, { tell, failed }: RunnerEars): ScheduleRunner {
  const scheduler = new Scheduler(stores, scheduledSources(stores.city.sources), { pull: (folder) => pullSource(stores, folder), tell });
  const pulling = repeated(() => scheduler.tick().catch((error: unknown) => failed('schedule', error)), { first: 0, every: LOOK_EVERY_MS });
  const judge = () => stores.oneAtATime(() => judgeStandingFeeds(stores, new Date())).catch((error: unknown) => failed('feeds', error));
  const judging = repeated(judge, { first: FIRST_JUDGING_MS, every: JUDGE_EVERY_MS });
  return {
    stop: async () => {
      await Promise.all([pulling.stop(), judging.stop()]);
      await scheduler.settled();
    },
  };
}
