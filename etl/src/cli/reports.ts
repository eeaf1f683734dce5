import { listRuns, type DataSource } from '@evenhand/records';
import { param, sql, type Warehouse } from '@evenhand/warehouse';
import { reasonText } from '../contract/laws-of';
import { openStores } from '../stores';
import type { Arguments, Command } from './command';
import { table } from './table';
import { UsageProblem } from './usage-problem';

type Row = Readonly<Record<string, string | number>>;

interface Report {
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
  /** Said when there are no rows. */
  readonly none: string;
}

type Ask = (stores: { readonly records: DataSource; readonly warehouse: Warehouse }, args: Arguments) => Promise<Report>;

const reporting =
  (ask: Ask): Command['run'] =>
  async (args) => {
    const stores = await openStores(args.env, 'a report of the pipeline');
    try {
      const { headings, rows, none } = await ask(stores, args);
      if (args.json) console.log(JSON.stringify(rows));
      else
        console.log(
          rows.length === 0
            ? none
            : table(
                headings,
                rows.map((row) => headings.map((heading) => row[heading] ?? '')),
              ),
        );
      return 0;
    } finally {
      await stores.close();
    }
  };

/** `status`: up to which instant each source has told what happened. */
export const status: Command = {
  usage: 'status [--json]',
  does: 'says how many records of each source stand in the warehouse and until when they tell',
  run: reporting(async ({ warehouse }) => ({
    headings: ['source', 'entity', 'known until', 'published'],
    rows: await warehouse.rows<Row>(sql`
      SELECT toString(source) AS source, toString(entity) AS entity, latest_at AS \`known until\`, published_at AS published
      FROM known_until FINAL ORDER BY source, entity`),
    none: 'Nothing has been loaded into this data folder yet.',
  })),
};

/** `runs`: the latest loads. */
export const runs: Command = {
  usage: 'runs [--limit <number>] [--json]',
  does: 'lists the latest loads',
  run: reporting(async ({ records }, { limit }) => ({
    headings: ['run', 'source', 'status', 'started', 'read', 'loaded', 'duplicate', 'quarantined', 'message'],
    rows: (await listRuns(records, limit)).map(({ id, source, status: state, startedAt, counts, message }) => {
      const sum = (of: 'read' | 'loaded' | 'duplicate' | 'quarantined'): number => counts.reduce((total, count) => total + count[of], 0);
      const sums = { read: sum('read'), loaded: sum('loaded'), duplicate: sum('duplicate'), quarantined: sum('quarantined') };
      return { run: id, source, status: state, started: startedAt, ...sums, message: message ?? '' };
    }),
    none: 'Nothing has been loaded into this data folder yet.',
  })),
};

/** `quarantine <run>`: the records of a run that broke a law. */
export const quarantine: Command = {
  usage: 'quarantine <run> [--limit <number>] [--json]',
  does: 'lists the records of a run that broke a law of their contract',
  run: reporting(async ({ warehouse }, { positionals: [run], limit }) => {
    if (run === undefined || !/^\d+$/.test(run)) throw new UsageProblem('Say which run, by its number; `runs` lists them.');
    const rejected = await warehouse.rows<{ entity: string; file: string; line: number; reasons: string[]; raw: string }>(sql`
      SELECT entity, file, line, reasons, raw FROM quarantine WHERE run_id = ${param('UInt64', Number(run))}
      ORDER BY entity, file, line LIMIT ${param('UInt64', limit)}`);
    return {
      headings: ['entity', 'file', 'line', 'why', 'record'],
      rows: rejected.map(({ entity, file, line, reasons, raw }) => ({
        entity,
        file,
        line,
        why: reasons.map((id) => reasonText(entity, id).en).join(' '),
        record: raw,
      })),
      none: `Run ${run} has no records in quarantine.`,
    };
  }),
};
