import { type Day, isDay } from '@evenhand/domain';
import { forget as forgetBefore, type Going, whatWouldGo } from '../retention/forget';
import type { Command } from './command';
import { printReport } from './report';
import type { Typed } from './typed';
import { UsageProblem } from './usage-problem';

function dayIn(typed: Typed): Day {
  const text = typed.text('before') ?? '';
  if (!isDay(text)) throw new UsageProblem(`--before must be a day like 2024-01-01, not "${text}".`);
  if (text > new Date().toISOString().slice(0, 10)) throw new UsageProblem(`--before must not lie in the future, as ${text} does.`);
  return text;
}

const textOf = (month: number): string => `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`;
const rowsIn = (all: readonly Going[]): number => all.reduce((sum, { rows }) => sum + rows, 0);

/** `forget`: says what would go, and with `--confirm` removes it with an entry in the audit log as proof. */
export const forget: Command = {
  usage: 'forget --before <day> [--confirm] [--json]',
  does: 'lists the cases, refused records and kept files of whole months before a day; with --confirm it removes them with all their versions and writes the proof into the audit log',
  purpose: 'a retention',
  options: { before: { type: 'string' }, confirm: { type: 'boolean' }, json: { type: 'boolean' } },
  check: (typed) => void dayIn(typed),
  async run({ stores, typed, terminal }) {
    const before = dayIn(typed);
    const isConfirmed = typed.flag('confirm');
    const going = isConfirmed ? await forgetBefore(stores, before) : await whatWouldGo(stores, before);
    const rows = going.map(({ table, month, rows: count, stays, sha256 }) => ({
      ...{ what: table, month: textOf(month), rows: count, stays, 'sha-256': sha256 },
    }));
    printReport(
      { headings: ['what', 'month', 'rows', 'stays', 'sha-256'], rows, none: `Nothing is older than ${before}.` },
      { typed, terminal },
    );
    if (rows.length === 0) return 0;
    terminal.err(
      isConfirmed
        ? `${rowsIn(going)} rows and files are gone; the audit log holds how many of which month, and a hash of them. Backups hold them still: remove those taken before today.`
        : `${rowsIn(going)} rows and files would go for good; backups hold them until they are removed too. Add --confirm to remove them.`,
    );
    return 0;
  },
};
