import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { moveWatermark, readWatermark } from '@evenhand/records';
import { identifier, literal, sql } from '@evenhand/warehouse';
import { isEntityName } from '../../contract/contracts';
import { completeFiles, makePrivateFolder } from '../../landing/landing-files';
import { loadSource, type RunSummary } from '../../load/load-source';
import type { DatabaseSettings } from '../database-settings';
import type { Pull, PullJob } from '../pull';
import { DatabaseLink } from './database-link';
import { type Slice, Slices, type Start } from './slices';
import { lookAtTable, type SourceTable } from './source-table';

/** One table of one pull. */
interface TablePull {
  readonly job: PullJob<DatabaseSettings>;
  readonly link: DatabaseLink;
  readonly table: SourceTable;
  readonly slices: Slices;
  readonly folder: string;
  readonly start: Start;
  /** Up to where the table was read before. */
  readonly watermark: string | undefined;
}

interface Landed {
  readonly path: string;
  readonly rows: number;
  /** The latest watermark among them; empty when none has one. */
  readonly latest: string;
}

/** Brings the rows of a slice into a file. It need not outlive a power cut: the source still has them. */
async function land({ job, link, table, slices, folder }: TablePull, slice: Slice): Promise<Landed> {
  const path = join(folder, `${table.entity}-${new Date().toISOString().replace(/[-:.]/g, '')}.csv`);
  const names = table.columns.map(({ name }) => name);
  await link.land(slices.question(slice), names, path);
  if (!existsSync(path)) return { path, rows: 0, latest: '' };
  const structure = names.map((name) => `\`${name}\` String`).join(', ');
  const [row] = await job.stores.warehouse.rows<Omit<Landed, 'path'>>(sql`
    SELECT count() AS rows, max(${identifier(table.watermarkName)}) AS latest FROM file(${literal(path)}, 'CSVWithNames', ${literal(structure)})`);
  return { path, rows: 0, latest: '', ...row };
}

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);

/**
 * Up to where the table has been read once a slice is published. Never beyond the clock of the source at the beginning: a
 * row from the future must not hide the rows until then, and what was committed behind a slice that was read stays inside
 * the overlap, however long the pull takes.
 */
function watermarkAfter({ start, watermark = '' }: TablePull, { until }: Slice, { latest }: Landed): string {
  return later(watermark, earlier(until ?? latest, start.clock));
}

async function loadSlice(pull: TablePull, slice: Slice, done: number): Promise<{ readonly rows: number; readonly run?: RunSummary }> {
  const { job, table, start } = pull;
  const { stores, source, tell } = job;
  const what = `${table.entity} from ${table.place}`;
  const landed = await land(pull, slice);
  if (landed.rows === 0) return { rows: 0 };
  const told = { what, done: done + landed.rows, total: Math.max(start.rows, done + landed.rows) };
  tell(told);
  const run = await loadSource(stores, { source: source.path, files: [landed.path] }, (load) => tell({ ...told, load }));
  const value = watermarkAfter(pull, slice, landed);
  if (value !== '') await moveWatermark(stores.records, { source: source.settings.name, part: table.entity }, { value, runId: run.id });
  await rm(landed.path, { force: true });
  return { rows: landed.rows, run };
}

async function pullTable(pull: TablePull): Promise<RunSummary[]> {
  const runs: RunSummary[] = [];
  let from = pull.start.from;
  let done = 0;
  for (let isFirst = true; ; isFirst = false) {
    const until = await pull.slices.end(from, pull.job.from.slice_rows);
    const { rows, run } = await loadSlice(pull, { from, until, isFirst }, done);
    if (run) runs.push(run);
    if (until === undefined) return runs;
    from = until;
    done += rows;
  }
}

/** Whatever an earlier pull left is in the source still, and will be read again. */
async function emptyFolder(folder: string): Promise<void> {
  await makePrivateFolder(folder);
  for (const name of await completeFiles(folder)) await rm(join(folder, name), { force: true });
}

/**
 * Reads each table from its watermark less the overlap, slice by slice, one run each. The watermark moves when the run of a
 * slice is published: whenever a pull is killed the next one reads from there, and rows that are read again are duplicates.
 */
export const pullDatabase: Pull<'database'> = async (job) => {
  const { stores, source, from, env } = job;
  const link = new DatabaseLink(stores.warehouse, from, env);
  const folder = join(stores.folder.path, 'landing', source.settings.name);
  await emptyFolder(folder);
  const runs: RunSummary[] = [];
  for (const [entity, settings] of Object.entries(from.tables)) {
    if (!isEntityName(entity)) continue;
    const table = await lookAtTable(link, from.schema, [entity, settings]);
    const slices = new Slices(link, table, source.settings.zone);
    const watermark = await readWatermark(stores.records, { source: source.settings.name, part: entity });
    const start = await slices.start(watermark, from.overlap_minutes);
    runs.push(...(await pullTable({ job, link, table, slices, folder, start, watermark })));
  }
  return runs;
};
