import { httpResource } from '@angular/common/http';
import { computed, type Signal } from '@angular/core';
import type { DataHealth, Feeds, Incident, Run, RunEvents, Schedule } from '@evenhand/contracts';
import { type Asked, askedAgain } from './asked-again';
import { mapReady } from './loadable';

/** Which runs are wanted; `null` is all. */
export interface RunChoice {
  readonly source: string | null;
  readonly status: string | null;
}

const FAST_MS = 1_000;
const SLOW_MS = 15_000;

const asParams = (choice: Readonly<Record<string, string | number | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(choice).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])));

/** How fresh each source is. Call this and what follows while a component is being made. */
export const dataHealth = (): Asked<DataHealth> =>
  askedAgain(
    httpResource<DataHealth>(() => '/api/health/data'),
    () => SLOW_MS,
  );

/** The runs, the latest first; asked often while one of them runs. */
export function runHistory(choice: () => RunChoice): Asked<readonly Run[]> {
  const asked = askedAgain(
    httpResource<{ readonly runs: readonly Run[] }>(() => ({ url: '/api/runs', params: asParams({ ...choice() }) })),
    (data) => (data?.runs.some(({ endedAt }) => endedAt === null) ? FAST_MS : SLOW_MS),
  );
  return { ...asked, load: computed(() => mapReady(asked.load(), ({ runs }) => [...runs].sort((a, b) => b.id - a.id))) };
}

/** One run and all it has said, followed until it ends. */
export const followedRun = (id: () => number): Asked<RunEvents> =>
  askedAgain(
    httpResource<RunEvents>(() => `/api/runs/${id()}/events`),
    (data) => (data && data.run.endedAt !== null ? null : FAST_MS),
  );

/** What is pulled by itself, and when. */
export function schedules(): Asked<readonly Schedule[]> {
  const asked = askedAgain(
    httpResource<{ readonly schedules: readonly Schedule[] }>(() => '/api/schedules'),
    () => SLOW_MS,
  );
  return { ...asked, load: computed(() => mapReady(asked.load(), (data) => data.schedules)) };
}

/** What was agreed with each feed and how much of it arrived. */
export const feeds = (): Asked<Feeds> =>
  askedAgain(
    httpResource<Feeds>(() => '/api/feeds'),
    () => SLOW_MS,
  );

/** What is missing, thin or late; those that last come first. */
export function incidents(): Asked<readonly Incident[]> {
  const asked = askedAgain(
    httpResource<{ readonly incidents: readonly Incident[] }>(() => '/api/incidents'),
    () => SLOW_MS,
  );
  return { ...asked, load: computed(() => mapReady(asked.load(), (data) => data.incidents)) };
}

/** Sources that have ever been loaded, by name. */
export function sourceNames(health: Asked<DataHealth>): Signal<readonly string[]> {
  return computed(() => {
    const load = health.load();
    return load.state === 'ready' ? [...new Set(load.data.sources.map(({ source }) => source))].sort() : [];
  });
}
