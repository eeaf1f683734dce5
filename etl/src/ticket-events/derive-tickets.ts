import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { moveWatermark, readWatermark } from '@evenhand/records';
import { literal, param, sql, withSettings } from '@evenhand/warehouse';
import { makePrivateFolder } from '../landing/landing-files';
import type { RunSummary } from '../load/load-source';
import type { SourceFolder } from '../source/source-folder';
import type { Stores } from '../stores';
import ticketSql from './ticket.sql';
import { ticketsFromEvents } from './tickets-from-events';

/** Tickets derived at once. */
const TICKETS_PER_PART = 500_000;
const PART = 'tickets';

/** Loads files as a source tells them. */
export type LoadFiles = (source: SourceFolder, files: readonly string[]) => Promise<RunSummary>;

interface Told {
  readonly tickets: number;
  /** The latest run that told an event. */
  readonly lastRun: number;
}

async function toldAfter({ warehouse }: Stores, source: string, run: number): Promise<Told> {
  const [told] = await warehouse.rows<Told>(sql`
    SELECT uniq(ticket_id) AS tickets, max(run_id) AS lastRun FROM ticket_event_version
    WHERE source = ${param('String', source)} AND run_id > ${param('UInt64', run)}`);
  return told ?? { tickets: 0, lastRun: 0 };
}

/** The same source, telling tickets instead of events. */
const asTickets = ({ path, settings }: SourceFolder): SourceFolder => ({
  path,
  settings: { ...settings, read: { format: 'JSONEachRow', delimiter: ',', encoding: 'UTF-8' }, files: {}, instants: undefined },
  staging: new Map([['ticket', ticketSql]]),
});

async function writeTickets({ warehouse, folder }: Stores, name: string, told: Told, afterRun: number): Promise<string[]> {
  const landing = join(folder.path, 'landing', name, PART);
  await makePrivateFolder(landing);
  const parts = Math.max(1, Math.ceil(told.tickets / TICKETS_PER_PART));
  const paths = Array.from({ length: parts }, (_, part) => join(landing, `tickets-${told.lastRun}-${part}.jsonl`));
  for (const [part, path] of paths.entries()) {
    const tickets = ticketsFromEvents({ source: name, afterRun, part, parts });
    const write = sql`INSERT INTO FUNCTION file(${literal(path)}, 'JSONEachRow') ${tickets}`;
    await warehouse.run(withSettings(write, { engine_file_truncate_on_insert: 1, date_time_output_format: 'iso' }));
  }
  return paths.filter((path) => existsSync(path));
}

/**
 * Derives the tickets whose events were told since the last time, from all events known of them, and publishes them as any
 * other telling. Killed anywhere, the same tickets are derived again: they come out the same and count once.
 */
export async function deriveTickets(stores: Stores, source: SourceFolder, load: LoadFiles): Promise<RunSummary | undefined> {
  const { name } = source.settings;
  const at = { source: name, part: PART };
  const afterRun = Number((await readWatermark(stores.records, at)) ?? 0);
  const told = await toldAfter(stores, name, afterRun);
  if (told.tickets === 0) return undefined;
  const files = await writeTickets(stores, name, told, afterRun);
  const run = files.length > 0 ? await load(asTickets(source), files) : undefined;
  await moveWatermark(stores.records, at, { value: String(told.lastRun), runId: run?.id ?? told.lastRun });
  for (const path of files) await rm(path, { force: true });
  return run;
}
