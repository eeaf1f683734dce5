import { judgeStandingFeeds } from '../feeds';
import { watchFolders } from '../pull/folder/watch-folders';
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

/** Pulls drop folders as soon as something comes into them, and does not wait for their slots. */
function watching(stores: Stores, folders: readonly string[], failed: (error: unknown) => void) {
  const stop = new AbortController();
  const nothing = (): void => undefined; // a run tells of itself in the list of runs
  const watch = watchFolders(stores, folders, {
    until: stop.signal,
    tell: nothing,
    loaded: nothing,
    failed: (_, error) => failed(error),
  }).catch(failed);
  return {
    stop: async () => {
      stop.abort();
      await watch;
    },
  };
}

/**
 * Pulls the sources of the city by their schedules, drop folders also as soon as a file comes, and judges the feeds by the clock, until it is stopped. Throws
 * {@link SourceProblem} when a source of the city is not what it must be.
 */
export function startSchedules(stores: Stores, { tell, failed }: RunnerEars): ScheduleRunner {
  const sources = scheduledSources(stores.city.sources);
  const scheduler = new Scheduler(stores, sources, { pull: (folder) => pullSource(stores, folder), tell });
  const pulling = repeated(() => scheduler.tick().catch((error: unknown) => failed('schedule', error)), { first: 0, every: LOOK_EVERY_MS });
  const judge = () => stores.oneAtATime(() => judgeStandingFeeds(stores, new Date())).catch((error: unknown) => failed('feeds', error));
  const judging = repeated(judge, { first: FIRST_JUDGING_MS, every: JUDGE_EVERY_MS });
  const drops = watching(
    stores,
    sources.filter(({ isDropFolder }) => isDropFolder).map(({ folder }) => folder),
    (error) => failed('schedule', error),
  );
  return {
    stop: async () => {
      await Promise.all([pulling.stop(), judging.stop(), drops.stop()]);
      await scheduler.settled();
    },
  };
}
