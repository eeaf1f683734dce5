import process from 'node:process';
import type { RunSummary } from '../load/load-source';
import { readSourceFolder } from '../source/source-folder';
import { SourceProblem } from '../source/source-problem';
import type { Stores } from '../stores';
import { pullDatabase } from './database';
import type { FromSettings } from './from-settings';
import type { Pull, PullJob, PullProgress } from './pull';

/** How each kind of `from` is fetched. */
const PULLS: { readonly [Kind in FromSettings['kind']]: Pull<Kind> } = {
  database: pullDatabase,
};

/**
 * Fetches what a source has to tell since the last time and loads it, one run per slice. What a killed pull left is
 * fetched again or loaded by the next one: nothing is lost and nothing counts twice.
 * @throws {SourceProblem} when the folder, the place it is fetched from or a record list is not what it must be
 */
export async function pullSource(
  stores: Stores,
  folder: string,
  onProgress: (progress: PullProgress) => void = () => undefined,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<readonly RunSummary[]> {
  const source = readSourceFolder(folder);
  const { from } = source.settings;
  if (from === undefined)
    throw new SourceProblem(`${source.path}/source.yml has no "from"; its files are named on the command line: load ${folder} --files …`);
  // The registry gives each kind the function of that very kind.
  const pull = PULLS[from.kind] as (job: PullJob) => Promise<readonly RunSummary[]>;
  return pull({ stores, source, from, env, tell: onProgress });
}
