import { resolve } from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { UsageProblem } from './usage-problem';

type Value = string | boolean | readonly (string | boolean)[] | undefined;

/** What a person typed after the name of a command. */
export class Typed {
  private constructor(
    /** What stands without an option before it. */
    readonly positionals: readonly string[],
    private readonly values: Readonly<Record<string, Value>>,
    private readonly folder: string,
  ) {}

  /** Reads arguments that were typed in a folder. Throws {@link UsageProblem}. */
  static from(args: readonly string[], options: ParseArgsOptionsConfig, folder: string): Typed {
    try {
      const help = { help: { type: 'boolean' } } as const;
      const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { ...options, ...help } });
      return new Typed(positionals, values, folder);
    } catch (error) {
      throw new UsageProblem(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }

  flag(name: string): boolean {
    return this.values[name] === true;
  }

  text(name: string): string | undefined {
    return this.texts(name).at(-1);
  }

  /** All values of an option that may be given several times. */
  texts(name: string): readonly string[] {
    return [this.values[name]].flat().filter((value) => typeof value === 'string');
  }

  /** A whole number above 0. */
  count(name: string, otherwise: number): number {
    const text = this.text(name);
    const count = Number(text ?? otherwise);
    if (!Number.isInteger(count) || count < 1) throw new UsageProblem(`--${name} must be a whole number above 0, not "${text}".`);
    return count;
  }

  /** An absolute path or pattern: whoever runs the command may stand in another folder. */
  path(text: string): string {
    return resolve(this.folder, text);
  }
}
