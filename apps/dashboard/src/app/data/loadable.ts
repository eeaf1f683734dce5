import type { ResourceSnapshot } from '@angular/core';
import type { Problem } from '@evenhand/contracts';
import { problemFrom } from './problem';

/** Something asked of the server. Stale data is what stood before and is being asked again. */
export type Loadable<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'error'; readonly problem: Problem }
  | { readonly state: 'ready'; readonly data: T; readonly isStale: boolean };

export const LOADING: Loadable<never> = { state: 'loading' };

/** Ready data seen through a function; the other states stay. */
export const mapReady = <T, R>(load: Loadable<T>, see: (data: T) => R): Loadable<R> =>
  load.state === 'ready' ? { ...load, data: see(load.data) } : load;

/** The data when there is some. */
export const readyData = <T>(load: Loadable<T>): T | null => (load.state === 'ready' ? load.data : null);

/** What a resource has, keeping the data before it while new data is on its way. */
export function loadableFrom<T>(snapshot: ResourceSnapshot<T | undefined>, before: Loadable<T> | undefined): Loadable<T> {
  if (snapshot.status === 'error') return { state: 'error', problem: problemFrom(snapshot.error) };
  if ((snapshot.status === 'resolved' || snapshot.status === 'local') && snapshot.value !== undefined) {
    return { state: 'ready', data: snapshot.value, isStale: false };
  }
  return before?.state === 'ready' ? { ...before, isStale: true } : LOADING;
}
