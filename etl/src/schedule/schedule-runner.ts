import { judgeStandingFeeds } from '../feeds';
import { listSchedules, setSchedule } from '@evenhand/records';
import { watchDrop } from '../pull/folder/watch-folders';
import { pullSource } from '../pull/pull-source';
import type { Stores } from '../stores';
import { type ScheduledSource, scheduledSources } from './scheduled-source';
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

/** Wants a slot of a drop folder as soon as something comes into it, unless its schedule is paused. */
function watching({ stores, scheduler, sources, failed }: Watched) {
  const stop = new AbortController();
  const { records } = stores;
  const watch = async ({ name, folder }: ScheduledSource): Promise<void> => {
    const dropped = async (standing: () => boolean): Promise<void> => {
      // A slot that is running may take them along.
      await scheduler.idle(name);
      if (!standing() || (await listSchedules(records)).get(name)?.isPaused === true) return;
      await setSchedule(records, name, { wantedAt: new Date() });
      await scheduler.tick();
      await scheduler.idle(name);
    };
    await watchDrop(stores, folder, { until: stop.signal, dropped });
  };
  const drops = sources.filter(({ isDropFolder }) => isDropFolder);
  const all = scheduler.tick().then(() => Promise.all(drops.map((source) => watch(source).catch(failed))));
  return {
    stop: async () => {
      stop.abort();
      await all.catch(failed);
    },
  };
}

interface Watched {
  readonly stores: Stores;
  readonly scheduler: Scheduler;
  readonly sources: readonly ScheduledSource[];
  readonly failed: (error: unknown) => void;
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
  const drops = watching({ stores, scheduler, sources, failed: (error) => failed('schedule', error) });
  return {
    stop: async () => {
      await Promise.all([pulling.stop(), judging.stop(), drops.stop()]);
      await scheduler.settled();
    },
  };
}
