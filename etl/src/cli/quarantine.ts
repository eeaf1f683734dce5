import { param, sql } from '@evenhand/warehouse';
import { reasonText } from '../contract/laws-of';
import type { Command } from './command';
import { printReport } from './report';
import type { Typed } from './typed';
import { UsageProblem } from './usage-problem';

interface Rejected {
  readonly entity: string;
  readonly file: string;
  readonly line: number;
  readonly reasons: readonly string[];
  readonly raw: string;
}

function runIn({ positionals: [run] }: Typed): number {
  if (run === undefined || !/^\d+$/.test(run)) throw new UsageProblem('Say which run, by its number; `runs` lists them.');
  return Number(run);
}

const why = ({ entity, reasons }: Rejected): string => reasons.map((id) => reasonText(entity, id).en).join(' ');

/** `quarantine <run>`: the records of a run that broke a law. */
export const quarantine: Command = {
  usage: 'quarantine <run> [--limit <number>] [--json]',
  does: 'lists the records of a run that broke a law of their contract',
  purpose: 'a report of the pipeline',
  options: { limit: { type: 'string' }, json: { type: 'boolean' } },
  check: (typed) => void [runIn(typed), typed.count('limit', 50)],
  async run({ stores, typed, terminal }) {
    const run = runIn(typed);
    const rejected = await stores.warehouse.rows<Rejected>(sql`
      SELECT entity, file, line, reasons, raw FROM quarantine WHERE run_id = ${param('UInt64', run)}
      ORDER BY entity, file, line LIMIT ${param('UInt64', typed.count('limit', 50))}`);
    const rows = rejected.map((one) => ({ entity: one.entity, file: one.file, line: one.line, why: why(one), record: one.raw }));
    const none = `Run ${run} has no records in quarantine.`;
    return printReport({ headings: ['entity', 'file', 'line', 'why', 'record'], rows, none }, { typed, terminal });
  },
};
