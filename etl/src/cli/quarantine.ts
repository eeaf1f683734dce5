import { writeFileSync } from 'node:fs';
import { reasonText } from '../contract/laws-of';
import { countByReason, countEntries, type EntryFilter, listEntries, type QuarantineEntry } from '../quarantine/entries';
import { asCsv, asJsonLines } from '../quarantine/export';
import { replayQuarantine } from '../quarantine/replay';
import type { Command, CommandCall } from './command';
import { printReport } from './report';
import { summaryText } from './summary';
import type { Typed } from './typed';
import { UsageProblem } from './usage-problem';

const ACTIONS = ['list', 'count', 'export', 'replay'] as const;
type Action = (typeof ACTIONS)[number];

const MOST_EXPORTED = 1_000_000;

/** `quarantine 5` lists the records of run 5. */
function actionIn({ positionals: [first = 'count'] }: Typed): { readonly action: Action; readonly run?: number } {
  if (/^\d{1,9}$/.test(first)) return { action: 'list', run: Number(first) };
  const action = ACTIONS.find((one) => one === first);
  if (!action) throw new UsageProblem(`"${first}" cannot be done with quarantine. Known: ${ACTIONS.join(', ')}, or the number of a run.`);
  return { action };
}

function filterIn(typed: Typed): EntryFilter {
  const run = typed.text('run') === undefined ? actionIn(typed).run : typed.count('run', 1);
  return { source: typed.text('source'), entity: typed.text('entity'), reason: typed.text('reason'), run };
}

const why = ({ entity, reasons }: QuarantineEntry): string => reasons.map((id) => reasonText(entity, id).en).join(' ');

async function list({ stores, typed, terminal }: CommandCall): Promise<number> {
  const entries = await listEntries(stores.warehouse, filterIn(typed), { limit: typed.count('limit', 50) });
  const rows = entries.map((one) => ({
    ...{ source: one.source, entity: one.entity, file: one.file, line: one.line, why: why(one), record: one.raw },
    ...{ run: one.runId, 'first seen': one.firstSeenAt },
  }));
  const headings = ['source', 'entity', 'file', 'line', 'why', 'record', 'run', 'first seen'];
  return printReport({ headings, rows, none: 'No such record is in quarantine.' }, { typed, terminal });
}

async function count({ stores, typed, terminal }: CommandCall): Promise<number> {
  const counts = await countByReason(stores.warehouse, filterIn(typed));
  const rows = counts.map(({ source, entity, reason, entries, label }) => ({ source, entity, reason, entries, why: label.en }));
  return printReport(
    { headings: ['source', 'entity', 'reason', 'entries', 'why'], rows, none: 'Quarantine is empty.' },
    { typed, terminal },
  );
}

async function exportAll({ stores, typed, terminal }: CommandCall): Promise<number> {
  const entries = await listEntries(stores.warehouse, filterIn(typed), { limit: MOST_EXPORTED });
  const text = typed.text('format') === 'jsonl' ? asJsonLines(entries) : asCsv(entries);
  const file = typed.text('to');
  if (file === undefined) terminal.out(text.trimEnd());
  else writeFileSync(typed.path(file), text, { mode: 0o600 });
  if (file !== undefined) terminal.err(`${entries.length} records written to ${typed.path(file)}.`);
  return 0;
}

async function replay({ stores, typed, terminal }: CommandCall): Promise<number> {
  const { runs, withheld } = await replayQuarantine(stores, filterIn(typed));
  const left = await countEntries(stores.warehouse, filterIn(typed));
  if (typed.flag('json')) terminal.out(JSON.stringify({ runs, withheld, left }));
  else {
    for (const run of runs) terminal.out(summaryText(run, [], run.newPoints));
    if (withheld > 0) terminal.out(`${withheld} could not be tried: their file is gone or changed, and what names a person was not kept.`);
    terminal.out(runs.length === 0 ? 'No such record is in quarantine.' : `${left} of these are still in quarantine.`);
  }
  return 0;
}

const RUN: Readonly<Record<Action, (call: CommandCall) => Promise<number>>> = { list, count, export: exportAll, replay };

/** `quarantine`: what broke a law, and how to let it in once it is mended. */
export const quarantine: Command = {
  usage:
    'quarantine [list|count|export|replay|<run>] [--source <name>] [--entity <name>] [--run <number>] [--reason <law>] [--limit <number>] [--format csv|jsonl] [--to <file>] [--json]',
  does: 'lists, counts or writes out the records that broke a law, or tries them again after something was mended',
  purpose: 'a look at quarantine',
  traced: ['export', 'replay'],
  options: {
    ...{ source: { type: 'string' }, entity: { type: 'string' }, run: { type: 'string' }, reason: { type: 'string' } },
    ...{ limit: { type: 'string' }, format: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } },
  },
  check(typed) {
    filterIn(typed);
    typed.count('limit', 50);
    const format = typed.text('format') ?? 'csv';
    if (format !== 'csv' && format !== 'jsonl') throw new UsageProblem(`--format must be csv or jsonl, not "${format}".`);
  },
  run: (call) => RUN[actionIn(call.typed).action](call),
};
