import { FolderInUse } from '@evenhand/data-folder';
import { InvalidQuery, NotFound } from '@evenhand/domain';
import { InvalidCity } from '../city/invalid-city';
import { SourceProblem } from '../source/source-problem';
import type { Stores } from '../stores';
import { commandNamed } from './commands';
import { runTraced } from './run-traced';
import type { Terminal } from './terminal';
import { Typed } from './typed';
import { UsageProblem } from './usage-problem';

/** A command as it was typed in another process. */
export interface CommandRequest {
  readonly command: string;
  readonly args: readonly string[];
  /** The folder it was typed in; relative paths begin there. */
  readonly folder: string;
}

const EXPECTED = [SourceProblem, UsageProblem, InvalidCity, FolderInUse, InvalidQuery, NotFound];

/** Gives the exit code of work; what a person can put right is said in one sentence and ends with 2. */
export async function answered(terminal: Terminal, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!EXPECTED.some((kind) => error instanceof kind)) throw error;
    terminal.err(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

/** Runs a command that another process was asked for, over stores that are open here. */
export const runInside = (
  stores: Stores,
  { command: name, args, folder }: CommandRequest,
  { terminal, gone }: { readonly terminal: Terminal; readonly gone: AbortSignal },
): Promise<number> =>
  answered(terminal, async () => {
    const command = commandNamed(name);
    if (command.staysHere) throw new UsageProblem(`"${name}" cannot run inside the server; stop the server first.`);
    const typed = Typed.from(args, command.options, folder);
    command.check?.(typed);
    return runTraced(name, command, { stores, typed, terminal, gone });
  });
