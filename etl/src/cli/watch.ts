import { watchFolders, watchedFolder } from '../pull/folder/watch-folders';
import { checkPull } from '../pull/pull-source';
import type { Command } from './command';
import { pullProgress } from './pull';
import { examplesOf, summaryText } from './summary';
import type { Typed } from './typed';
import { UsageProblem } from './usage-problem';

function foldersIn(typed: Typed): string[] {
  if (typed.positionals.length === 0) throw new UsageProblem('Say which source folders to watch, for example etl/sources/queue-drop.');
  return typed.positionals.map((folder) => typed.path(folder));
}

/** `watch <source-folder> …` */
export const watch: Command = {
  usage: 'watch <source-folder> [<source-folder> …] [--json]',
  does: 'loads each file that is dropped into the folders of these sources, and moves it to done or failed, until it is stopped',
  purpose: 'a watch over drop folders',
  isEndless: true,
  options: { json: { type: 'boolean' } },
  check: (typed) => foldersIn(typed).forEach(checkPull),
  async run({ stores, typed, terminal, gone }) {
    const folders = foldersIn(typed);
    for (const folder of folders) terminal.err(`Watching ${watchedFolder(stores, folder)}.`);
    await watchFolders(stores, folders, {
      until: gone,
      tell: (progress) => terminal.progress(pullProgress(progress)),
      loaded: async (run) =>
        terminal.out(
          typed.flag('json') ? JSON.stringify(run) : summaryText(run, await examplesOf(stores.warehouse, run.id), run.newPoints),
        ),
      failed: (folder, error) => terminal.err(`${folder}: ${error instanceof Error ? error.message : String(error)}`),
    });
    return 0;
  },
};
