import process from 'node:process';
import type { RunSummary } from '../load/load-source';
import { readSourceFolder, type SourceFolder } from '../source/source-folder';
import { SourceProblem } from '../source/source-problem';
import type { Stores } from '../stores';
import { pullDatabase } from './database/pull-database';
import { pullFolder } from './folder/pull-folder';
import type { FetchedSettings } from './from-settings';
import { pullHttp } from './http/pull-http';
import { pullObjectStore } from './object-store/pull-object-store';
import type { Pull, PullJob, PullProgress } from './pull';
import { pullRest } from './rest/pull-rest';

/** How each kind of `from` is fetched. */
const PULLS: { readonly [Kind in FetchedSettings['kind']]: Pull<Kind> } = {
  database: pullDatabase,
  folder: pullFolder,
  http: pullHttp,
  object_store: pullObjectStore,
  rest: pullRest,
};

interface Pullable {
  readonly source: SourceFolder;
  readonly from: FetchedSettings;
}

function pullable(folder: string): Pullable {
  const source = readSourceFolder(folder);
  const { from } = source.settings;
  if (from === undefined)
    throw new SourceProblem(`${source.path}/source.yml has no "from", so its files must be named: load ${folder} --files '<pattern>'.`);
  if (from.kind === 'push')
    throw new SourceProblem(`${source.path} is not fetched: its sender posts to /api/queue-events/${source.settings.name} of the server.`);
  return { source, from };
}

/** Refuses a source folder that cannot be pulled. Throws {@link SourceProblem}. */
export const checkPull = (folder: string): void => void pullable(folder);

const turns = new WeakMap<Stores, Map<string, Promise<unknown>>>();

/** Two pulls of one source would read from the same place: the second waits for the first. */
function inTurn<Result>(stores: Stores, source: string, job: () => Promise<Result>): Promise<Result> {
  const bySource = turns.get(stores) ?? new Map<string, Promise<unknown>>();
  turns.set(stores, bySource);
  const turn = (bySource.get(source) ?? Promise.resolve()).then(job, job);
  bySource.set(
    source,
    turn.catch(() => undefined), // whoever asked for the pull hears of its failure
  );
  return turn;
}

/**
 * Fetches what a source has to tell since the last time and loads it, one run per slice. What a killed pull left is
 * fetched again or loaded by the next one: nothing is lost and nothing counts twice.
 * @throws {SourceProblem} when the folder or the place it is fetched from is not what it must be
 */
export async function pullSource(
  stores: Stores,
  folder: string,
  onProgress: (progress: PullProgress) => void = () => undefined,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<readonly RunSummary[]> {
  const { source, from } = pullable(folder);
  // The registry gives each kind the function of that very kind.
  const pull = PULLS[from.kind] as (job: PullJob) => Promise<readonly RunSummary[]>;
  return inTurn(stores, source.settings.name, () => pull({ stores, source, from, env, tell: onProgress }));
}
