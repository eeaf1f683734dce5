import { backup } from './backup';
import { calendar } from './calendar';
import type { Command } from './command';
import { forget } from './forget';
import { incidents } from './incidents';
import { load } from './load';
import { pull } from './pull';
import { quarantine } from './quarantine';
import { reconcile } from './reconcile';
import { restore } from './restore';
import { runs } from './runs';
import { schedule } from './schedule';
import { sender } from './sender';
import { standard } from './standard';
import { status } from './status';
import { UsageProblem } from './usage-problem';
import { verify } from './verify';
import { verifyAuditCommand } from './verify-audit';
import { watch } from './watch';
import { worker } from './worker';

/** Every command by its name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  load,
  pull,
  status,
  runs,
  quarantine,
  sender,
  verify,
  'verify-audit': verifyAuditCommand,
  calendar,
  standard,
  watch,
  incidents,
  schedule,
  worker,
  reconcile,
  backup,
  restore,
  forget,
};

/** Throws {@link UsageProblem} when there is no such command. */
export function commandNamed(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageProblem(`Unknown command "${name}". Known: ${Object.keys(COMMANDS).join(', ')}, help.`);
  return command;
}

const helpLines = ({ usage, does }: Command): string => `  ${usage}\n      ${does}`;

/** What can be typed: one command, or all of them. */
export const helpText = (one?: Command): string =>
  one
    ? `Usage: npm run etl -- ${one.usage}\n\n${one.does}`
    : [
        'Usage: npm run etl -- <command>',
        '',
        ...Object.values(COMMANDS).map(helpLines),
        '',
        'EVENHAND_DATA names the data folder (data), EVENHAND_CITY the city (etl/cities/hanoi-simulated/city.yml).',
      ].join('\n');
