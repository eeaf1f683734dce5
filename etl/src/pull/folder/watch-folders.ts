import { type FSWatcher, readdirSync, watch } from 'node:fs';
import type { RunSummary } from '../../load/load-source';
import { readSourceFolder } from '../../source/source-folder';
import { SourceProblem } from '../../source/source-problem';
import type { Stores } from '../../stores';
import type { PullProgress } from '../pull';
import { pullSource } from '../pull-source';
import { completeFiles } from './complete-files';
import { type DropPlace, dropPlace } from './drop-place';

const LOOK_EVERY_MS = 1_000;
/** Changes come in bursts while a file is written; one look is enough for a burst. */
const AFTER_CHANGE_MS = 20;
/** What could not be pulled is not tried again at every look. */
const AFTER_FAILURE_MS = 60_000;

/** What is told while folders are watched. */
export interface Watching {
  /** Ends the watching once the look that is under way has ended. */
  readonly until: AbortSignal;
  readonly tell: (progress: PullProgress) => void;
  readonly loaded: (run: RunSummary) => Promise<void> | void;
  readonly failed: (folder: string, error: unknown) => void;
}

function watchedSource(stores: Stores, folder: string): { readonly place: DropPlace; readonly quietSeconds: number } {
  const { settings, path } = readSourceFolder(folder);
  if (settings.from?.kind !== 'folder') throw new SourceProblem(`${path} cannot be watched: its source.yml has no from: { kind: folder }.`);
  return { place: dropPlace(stores.folder, settings.name, settings.from), quietSeconds: settings.from.quiet_seconds };
}

/** The drop folder of a source that has one. Throws {@link SourceProblem}. */
export const watchedFolder = (stores: Stores, folder: string): string => watchedSource(stores, folder).place.drop;

/**
 * Says when files that have come completely stand in the drop folder of a source, until it is told to stop. Whoever is told
 * takes them; files that are left standing are not told of again before others come.
 */
export async function watchDrop(
  stores: Stores,
  folder: string,
  { until, dropped }: { readonly until: AbortSignal; readonly dropped: (standing: () => boolean) => Promise<void> },
): Promise<void> {
  const { place, quietSeconds } = watchedSource(stores, folder);
  const standing = (): string => completeFiles(place.drop, quietSeconds, Date.now()).join('\n');
  let left = '';
  while (!until.aborted) {
    if (!['', left].includes(standing())) {
      await dropped(() => standing() !== '');
      left = standing();
    }
    if (!until.aborted) await nextLook([place.drop], until);
  }
}

const holdsFiles = (folder: string): boolean => readdirSync(folder, { withFileTypes: true }).some((entry) => !entry.isDirectory());

/** Resolves when something changes in a folder, after a while, or when the watching ends. */
function nextLook(drops: readonly string[], until: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const watchers: FSWatcher[] = [];
    const end = (): void => {
      clearTimeout(timer);
      until.removeEventListener('abort', end);
      for (const watcher of watchers) watcher.close();
      done();
    };
    let timer = setTimeout(end, LOOK_EVERY_MS);
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(end, AFTER_CHANGE_MS);
      for (const watcher of watchers.splice(0)) watcher.close();
    };
    until.addEventListener('abort', end);
    // A file system that tells no changes (a network drive) is looked at all the same, every second.
    for (const drop of drops) watchers.push(watch(drop, { persistent: false }, soon).on('error', () => undefined));
  });
}

/**
 * Loads what is dropped into the folders of these sources, until it is told to stop. What another look left half done is
 * taken up first; a folder that could not be pulled is left alone for a minute.
 */
export async function watchFolders(stores: Stores, folders: readonly string[], { until, tell, loaded, failed }: Watching): Promise<void> {
  const watched = folders.map((folder) => ({ folder, place: watchedSource(stores, folder).place, looked: false, notBefore: 0 }));
  const drops = watched.map(({ place }) => place.drop);
  while (!until.aborted) {
    for (const one of watched)
      try {
        if (Date.now() < one.notBefore || (one.looked && !holdsFiles(one.place.drop) && !holdsFiles(one.place.loading))) continue;
        for (const run of await pullSource(stores, one.folder, tell)) await loaded(run);
        one.looked = true;
      } catch (error) {
        one.notBefore = Date.now() + AFTER_FAILURE_MS;
        failed(one.folder, error);
      }
    if (!until.aborted) await nextLook(drops, until);
  }
}
