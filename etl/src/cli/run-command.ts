import process from 'node:process';
import { FolderInUse } from '@evenhand/data-folder';
import { openStores } from '../stores';
import type { Command } from './command';
import { commandNamed, helpText } from './commands';
import { consoleTerminal } from './console-terminal';
import { handOver } from './hand-over';
import { answered } from './run-inside';
import { runTraced } from './run-traced';
import type { Terminal } from './terminal';
import { Typed } from './typed';

interface Here {
  readonly env: NodeJS.ProcessEnv;
  readonly typed: Typed;
  readonly terminal: Terminal;
}

/** A command that runs until it is stopped ends orderly; any other is simply killed, and the next start tidies up. */
function untilStopped({ isEndless }: Command): AbortSignal {
  const stop = new AbortController();
  if (isEndless) for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  return stop.signal;
}

async function runHere(name: string, command: Command, { env, typed, terminal }: Here): Promise<number> {
  const stores = await openStores(env, command.purpose);
  try {
    return await runTraced(name, command, { stores, typed, terminal, gone: untilStopped(command) });
  } finally {
    await stores.close();
  }
}

async function run(name: string, args: readonly string[], { env, terminal }: Omit<Here, 'typed'>): Promise<number> {
  const command = commandNamed(name);
  const typed = Typed.from(args, command.options, process.cwd());
  if (typed.flag('help')) {
    terminal.out(helpText(command));
    return 0;
  }
  command.check?.(typed);
  if (command.instead) return command.instead({ env, typed, terminal });
  return runHere(name, command, { env, typed, terminal }).catch((error: unknown) => {
    if (error instanceof FolderInUse && !command.staysHere)
      return handOver(error, { command: name, args, folder: process.cwd() }, { terminal, isEndless: command.isEndless ?? false });
    throw error;
  });
}

/** Runs what was typed and gives the exit code. What a person can put right is said in one sentence. */
export async function runCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const terminal = consoleTerminal(process.stderr.isTTY);
  const [name = 'help', ...rest] = args;
  try {
    return await answered(terminal, async () => {
      if (name !== 'help' && name !== '--help') return run(name, rest, { env, terminal });
      terminal.out(helpText(rest[0] === undefined ? undefined : commandNamed(rest[0])));
      return 0;
    });
  } finally {
    terminal.end();
  }
}
