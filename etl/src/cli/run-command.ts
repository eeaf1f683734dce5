import { parseArgs } from 'node:util';
import { FolderInUse } from '@evenhand/data-folder';
import { InvalidQuery, NotFound } from '@evenhand/domain';
import { InvalidCity } from '../city/invalid-city';
import { SourceProblem } from '../source/source-problem';
import type { Arguments, Command } from './command';
import { load } from './load';
import { quarantine, runs, status } from './reports';
import { sender } from './sender';
import { UsageProblem } from './usage-problem';

const COMMANDS: Readonly<Record<string, Command>> = { load, status, runs, quarantine, sender };

const EXPECTED = [SourceProblem, UsageProblem, InvalidCity, FolderInUse, InvalidQuery, NotFound];

function help(): string {
  const lines = Object.values(COMMANDS).map(({ usage, does }) => `  ${usage}\n      ${does}`);
  return [
    'Usage: npm run etl -- <command>',
    '',
    ...lines,
    '',
    'EVENHAND_DATA names the data folder (data), EVENHAND_CITY the city (etl/cities/hanoi-simulated/city.yml).',
  ].join('\n');
}

function parse(args: readonly string[]): Omit<Arguments, 'env'> & { readonly name: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        files: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        limit: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    const [name, ...rest] = positionals;
    const limit = Number(values.limit ?? 50);
    if (!Number.isInteger(limit) || limit < 1) throw new UsageProblem(`--limit must be a whole number above 0, not "${values.limit}".`);
    return { name: values.help ? 'help' : name, positionals: rest, files: values.files ?? [], json: values.json ?? false, limit };
  } catch (error) {
    if (error instanceof UsageProblem) throw error;
    throw new UsageProblem(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Runs what was typed and gives the exit code. What a person can put right is said in one sentence. */
export async function runCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  try {
    const { name, ...rest } = parse(args);
    const command = COMMANDS[name ?? ''];
    if (command) return await command.run({ ...rest, env });
    if (name === undefined || name === 'help') {
      console.log(help());
      return 0;
    }
    throw new UsageProblem(`Unknown command "${name}". Known: ${Object.keys(COMMANDS).join(', ')}, help.`);
  } catch (error) {
    if (!EXPECTED.some((kind) => error instanceof kind)) throw error;
    console.error(error instanceof Error ? error.message : error);
    return 2;
  }
}
