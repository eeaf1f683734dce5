import type { PullProgress } from '../pull/pull';
import { checkPull, pullSource } from '../pull/pull-source';
import type { Command } from './command';
import { loadProgress } from './load';
import { examplesOf, summaryText } from './summary';
import type { Progress } from './terminal';
import type { Typed } from './typed';
import { UsageProblem } from './usage-problem';

/** How far a pull has come, for a person. */
export const pullProgress = ({ what, done, total, load }: PullProgress): Progress =>
  load ? loadProgress(load) : { step: 'Fetching', what, done, all: total ?? done, unit: 'items' };

function folderIn(typed: Typed): string {
  const [folder] = typed.positionals;
  if (folder === undefined) throw new UsageProblem('Say which source folder to pull, for example etl/sources/queue-database.');
  return typed.path(folder);
}

/** `pull <source-folder> [--json]` */
export const pull: Command = {
  usage: 'pull <source-folder> [--json]',
  does: 'fetches what a source has to tell since the last time, as its source.yml says under "from", and loads it',
  purpose: 'a pull',
  options: { json: { type: 'boolean' } },
  check: (typed) => checkPull(folderIn(typed)),
  async run({ stores, typed, terminal }) {
    const runs = await pullSource(stores, folderIn(typed), (progress) => terminal.progress(pullProgress(progress)));
    if (typed.flag('json')) terminal.out(JSON.stringify(runs));
    else if (runs.length === 0) terminal.out('The source had nothing to tell.');
    else for (const run of runs) terminal.out(summaryText(run, await examplesOf(stores.warehouse, run.id), run.newPoints));
    return runs.every(({ status }) => status === 'published') ? 0 : 1;
  },
};
