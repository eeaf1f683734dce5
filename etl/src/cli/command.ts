import type { ParseArgsOptionsConfig } from 'node:util';
import type { Stores } from '../stores';
import type { Terminal } from './terminal';
import type { Typed } from './typed';

/** What a command works with. */
export interface CommandCall {
  readonly stores: Stores;
  readonly typed: Typed;
  readonly terminal: Terminal;
  /** Aborted when whoever typed the command has gone; only what never ends by itself needs to look. */
  readonly gone: AbortSignal;
}

/**
 * One command of the pipeline. It never opens the stores itself: they are opened for it, or it runs inside the process
 * that has them open already. So it says everything through `terminal`, and takes paths through `typed.path`.
 */
export interface Command {
  readonly usage: string;
  readonly does: string;
  /** Named to whoever wants the data folder at the same time: "a load". */
  readonly purpose: string;
  /** Its options, as `parseArgs` of Node.js takes them; `--help` comes by itself. */
  readonly options: ParseArgsOptionsConfig;
  /** True when it runs until it is stopped: it ends when `gone` is aborted. */
  readonly isEndless?: boolean;
  /** True when it makes no sense inside another process. */
  readonly staysHere?: boolean;
  /** The first words, or `always`, with which it changes something or takes records away: then it leaves a trace. */
  readonly traced?: readonly string[] | 'always';
  /** Refuses what cannot be run whatever the stores hold, before any of them is opened. */
  check?(typed: Typed): void;
  /** Runs in place of `run` where the stores must not be open; gives the exit code. */
  instead?(call: Pick<CommandCall, 'typed' | 'terminal'> & { readonly env: NodeJS.ProcessEnv }): Promise<number>;
  /** Gives the exit code. */
  run(call: CommandCall): Promise<number>;
}
