import { stderr } from 'node:process';
import { FolderInUse } from '@evenhand/data-folder';
import type { Run } from '@evenhand/records';
import { checkRequest, loadSource, type LoadRequest } from '../load/load-source';
import { openStores } from '../stores';
import type { Command } from './command';
import { handOver } from './hand-over';
import { progressLine } from './progress-line';
import { type Example, examplesOf, summaryText } from './summary';
import { UsageProblem } from './usage-problem';

interface Outcome {
  readonly run: Run;
  readonly examples: readonly Example[];
  readonly newPoints: readonly string[];
}

async function loadHere(env: NodeJS.ProcessEnv, request: LoadRequest): Promise<Outcome> {
  const stores = await openStores(env, 'a load');
  const line = progressLine(stderr.isTTY);
  try {
    const { newPoints, ...run } = await loadSource(stores, request, (progress) => line.show(progress));
    return { run, newPoints, examples: await examplesOf(stores.warehouse, run.id) };
  } finally {
    line.end();
    await stores.close();
  }
}

async function loadThere(inUse: FolderInUse, request: LoadRequest): Promise<Outcome> {
  console.error(`${inUse.owner} owns the data folder; handing the load over.`);
  const run = await handOver(inUse, request, () => undefined);
  return { run, examples: [], newPoints: [] };
}

const brought = ({ counts }: Run): boolean => counts.some(({ loaded, duplicate }) => loaded + duplicate > 0);

/** `load <source-folder> --files <pattern> [--json]` */
export const load: Command = {
  usage: 'load <source-folder> --files <pattern> [--files <pattern>] [--json]',
  does: 'reads files of a source, checks every record and publishes the good ones',
  async run({ positionals, files, json, env }) {
    // A shell that opens a pattern by itself leaves all but the first name behind the source folder.
    const [source, ...opened] = positionals;
    if (source === undefined) throw new UsageProblem('Say which source folder to load with, for example etl/sources/receipt.');
    if (files.length === 0) throw new UsageProblem("Say which files to load, for example --files 'logs/*.csv'.");
    const request = { source, files: [...files, ...opened] };
    checkRequest(request);
    const { run, examples, newPoints } = await loadHere(env, request).catch((error: unknown) => {
      if (error instanceof FolderInUse) return loadThere(error, request);
      throw error;
    });
    console.log(json ? JSON.stringify({ ...run, newPoints, examples }) : summaryText(run, examples, newPoints));
    return brought(run) ? 0 : 1;
  },
};
