/** What a person typed after the name of a command. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly files: readonly string[];
  readonly json: boolean;
  readonly limit: number;
  readonly env: NodeJS.ProcessEnv;
}

/** One command of the pipeline. */
export interface Command {
  readonly usage: string;
  readonly does: string;
  /** Gives the exit code. */
  run(args: Arguments): Promise<number>;
}
