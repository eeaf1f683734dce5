import { readFileSync } from 'node:fs';
import { REGISTERS, type RegisterName } from '@evenhand/domain';
import { ENTRY_KEY, readRegister, registerHistory, type CalendarDay, type RegisterContents, type StandingEntry } from '@evenhand/records';
import { calendarRow } from '../city/reference-rows';
import { changeAndPublish, importAndPublish, planImport, undoAndPublish } from '../city/change-register';
import { cellProblem } from '../city/import-rows';
import { registerFile } from '../city/register-files';
import { calendarDayOf } from '../city/register-rows';
import type { Command, CommandCall } from './command';
import { table } from './table';
import type { Typed } from './typed';
import { UsageProblem } from './usage-problem';

/** Who holds the data folder; there are no accounts on the command line. */
const OWNER = 'owner';

function registerIn(typed: Typed): RegisterName {
  const given = typed.text('of') ?? 'calendar';
  const register = REGISTERS.find((name) => name === given);
  if (!register) throw new UsageProblem(`--of must be one of ${REGISTERS.join(', ')}, not "${given}".`);
  return register;
}

function reasonIn(typed: Typed): string {
  const reason = typed.text('reason')?.trim();
  if (!reason) throw new UsageProblem('Say why with --reason "…"; it is kept with the change.');
  return reason;
}

function argument({ positionals }: Typed, place: number, what: string): string {
  const text = positionals[place];
  if (text === undefined) throw new UsageProblem(`Say ${what}.`);
  return text;
}

const say = ({ typed, terminal }: CommandCall, asJson: unknown, text: string): void =>
  terminal.out(typed.flag('json') ? JSON.stringify(asJson) : text);

const changed = (change: { readonly id: number } | undefined): string =>
  change ? `Change ${change.id} is made; deadlines follow it.` : 'Everything stands like that already; nothing was changed.';

const described = (content: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(content).filter(([, value]) => value !== null)));

/** A person decided an entry and the files of the city say otherwise. */
const overruled = ({ fileSays }: StandingEntry<object>): string =>
  fileSays === undefined ? '' : fileSays === null ? 'nothing' : described(fileSays);

function calendarTable(entries: readonly StandingEntry<CalendarDay>[]): string {
  const rows = entries.map((entry) => {
    const { day, kind, note, source, standing } = entry.content;
    return [day, kind, note ?? '', source ?? '', standing, `${entry.origin} ${entry.changeId}`, overruled(entry)];
  });
  return table(['day', 'kind', 'note', 'source', 'standing', 'change', 'the city’s file says'], rows);
}

type Act = (call: CommandCall) => Promise<void>;

const show: Act = async (call) => {
  const { records } = call.stores;
  const register = registerIn(call.typed);
  const year = call.typed.text('year') ?? '';
  if (register === 'calendar') {
    const entries = (await readRegister(records.manager, 'calendar')).filter(({ key }) => key.startsWith(year));
    return say(call, entries, calendarTable(entries));
  }
  const entries = await readRegister(records.manager, register);
  const rows = entries.map((entry) => [entry.key, described(entry.content), `${entry.origin} ${entry.changeId}`, overruled(entry)]);
  say(call, entries, table(['entry', 'says', 'change', 'the city’s file says'], rows));
};

function dayIn(typed: Typed): CalendarDay {
  const cells = {
    day: argument(typed, 1, 'which day, for example: calendar set 2026-09-03 holiday --reason "…"'),
    kind: argument(typed, 2, 'what kind of day it is, for example: holiday'),
    note: typed.text('note') ?? '',
    source: typed.text('source') ?? '',
    standing: typed.flag('assumed') ? 'assumed' : 'official',
    decided_on: typed.text('decided-on') ?? '',
  };
  const checked = calendarRow.safeParse(cells);
  if (!checked.success) throw new UsageProblem(`${cellProblem(checked.error, cells)}.`);
  return calendarDayOf(checked.data);
}

const set: Act = async (call) => {
  const author = { madeBy: OWNER, reason: reasonIn(call.typed), origin: 'edit' } as const;
  const change = await changeAndPublish(call.stores, 'calendar', [{ act: 'set', content: dayIn(call.typed) }], author);
  say(call, change ?? null, changed(change));
};

const clear: Act = async (call) => {
  const key = argument(call.typed, 1, 'which entry to give back to the files of the city');
  const author = { madeBy: OWNER, reason: reasonIn(call.typed), origin: 'edit' } as const;
  const change = await changeAndPublish(call.stores, registerIn(call.typed), [{ act: 'follow_file', key }], author);
  say(call, change ?? null, changed(change));
};

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageProblem(`There is no file that can be read at ${path}.`, { cause: error });
  }
}

const take: Act = async (call) => {
  const register = registerIn(call.typed);
  const text = textOf(call.typed.path(argument(call.typed, 1, 'which file to import')));
  const { entries, problems } = await planImport(call.stores, register, text);
  const rows = entries
    .filter(({ does }) => does !== 'nothing')
    .map(({ key, does, before, after }) => [does, key, before ? described(before) : '', described(after)]);
  if (call.typed.flag('preview') || problems.length > 0) {
    const plan = rows.length === 0 ? 'Nothing would change.' : table(['does', 'entry', 'before', 'after'], rows);
    say(call, { entries, problems }, [...problems, plan].join('\n'));
    if (problems.length > 0 && !call.typed.flag('preview'))
      throw new UsageProblem('Nothing was imported: put the lines above right first.');
    return;
  }
  const change = await importAndPublish(call.stores, register, text, { madeBy: OWNER, reason: reasonIn(call.typed) });
  say(call, change ?? null, changed(change));
};

async function exported<Name extends RegisterName>({ stores, typed }: CommandCall, register: Name): Promise<string> {
  const entries = await readRegister(stores.records.manager, register);
  const keyOf = ENTRY_KEY[register];
  const contents = entries.map(({ content }): RegisterContents[Name] => content);
  return registerFile(
    register,
    register === 'calendar' ? contents.filter((content) => keyOf(content).startsWith(typed.text('year') ?? '')) : contents,
  );
}

const give: Act = async (call) => call.terminal.out((await exported(call, registerIn(call.typed))).trimEnd());

const history: Act = async (call) => {
  const [, key] = call.typed.positionals;
  const limit = call.typed.count('limit', 50);
  const changes = await registerHistory(call.stores.records, registerIn(call.typed), key === undefined ? { limit } : { key, limit });
  const rows = changes.map(({ id, madeAt, madeBy, origin, reason, entries }) => {
    const [first] = entries;
    const what =
      entries.length === 1 && first ? `${first.key}: ${first.content ? described(first.content) : first.act}` : `${entries.length} entries`;
    return [String(id), madeAt.toISOString(), madeBy, origin, what, reason];
  });
  say(
    call,
    changes,
    rows.length === 0 ? 'Nobody has changed anything here.' : table(['change', 'at', 'by', 'origin', 'what', 'why'], rows),
  );
};

const undo: Act = async (call) => {
  const id = Number(argument(call.typed, 1, 'which change to take back; calendar history lists them'));
  if (!Number.isInteger(id)) throw new UsageProblem(`The number of a change is whole, not "${call.typed.positionals[1]}".`);
  const change = await undoAndPublish(call.stores, registerIn(call.typed), id, { madeBy: OWNER, reason: reasonIn(call.typed) });
  say(call, change, changed(change));
};

const ACTS: Readonly<Record<string, Act>> = { show, set, clear, import: take, export: give, history, undo };

function actIn({ positionals: [verb = ''] }: Typed): Act {
  const act = Object.hasOwn(ACTS, verb) ? ACTS[verb] : undefined;
  if (!act) throw new UsageProblem(`Say what to do with the calendar: ${Object.keys(ACTS).join(', ')}; not "${verb}".`);
  return act;
}

/** `calendar …`: the days, hours and limits that deadlines follow from, and every version of them. */
export const calendar: Command = {
  usage: `calendar show | set <day> <kind> | clear <entry> | import <file> | export | history [<entry>] | undo <change> [--of ${REGISTERS.join('|')}] [--year 2026] [--reason "…"] [--preview] [--note …] [--source …] [--assumed] [--decided-on <day>] [--json]`,
  does: 'shows and changes the working calendar, opening hours and limits; keeps who changed what and why',
  purpose: 'a change of the calendar',
  traced: ['set', 'clear', 'import', 'undo'],
  options: {
    of: { type: 'string' },
    year: { type: 'string' },
    reason: { type: 'string' },
    note: { type: 'string' },
    source: { type: 'string' },
    'decided-on': { type: 'string' },
    limit: { type: 'string' },
    assumed: { type: 'boolean' },
    preview: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  check: (typed) => {
    const act = actIn(typed);
    registerIn(typed);
    if (act === set || act === clear || act === undo || (act === take && !typed.flag('preview'))) reasonIn(typed);
    if (act === set) dayIn(typed);
  },
  async run(call) {
    await actIn(call.typed)(call);
    return 0;
  },
};
