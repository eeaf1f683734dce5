import {
  describeSource,
  type EntityCount,
  failRun,
  findRun,
  markPublishing,
  noteFolder,
  noteRunFiles,
  readingsOf,
  type RejectedReason,
  type Run,
  startRun,
} from '@evenhand/records';
import { param, sql, type Warehouse } from '@evenhand/warehouse';
import { statSync } from 'node:fs';
import { placesOf } from '../city/places-of';
import { registerUnknownPoints } from '../city/unknown-points';
import type { EntityName } from '../contract/entity-contract';
import { describeFeed, settleAfterLoad } from '../feeds';
import { readingsFor } from '../quarantine/readings';
import { settleReread } from '../quarantine/settle-entries';
import { forgetConverted, readableDeliveries } from '../source/readable';
import { deliveriesOf, findFiles } from '../source/source-files';
import { readSourceFolder, type SourceFolder } from '../source/source-folder';
import { readingPlace, type Stores } from '../stores';
import { deriveTickets } from '../ticket-events/derive-tickets';
import { land, prepareLanding } from './land';
import { clearWork, endRun } from './end-run';
import { withoutMerges } from './merges';
import { prepare } from './publish';
import { finishPublishing } from './recover';
import { settleRepeats } from './repeats';
import { RunStory } from './run-story';
import { createLandingTables, type Work, workTable } from './work-tables';

/** Which files of which source to load. */
export interface LoadRequest {
  /** Path of the source folder. */
  readonly source: string;
  /** Paths or patterns of files. */
  readonly files: readonly string[];
}

/** How far a load has come. */
export interface LoadProgress {
  readonly runId: number;
  readonly step: 'read' | 'compare' | 'publish' | 'done';
  readonly entity?: EntityName;
  readonly file?: string;
  /** Bytes of the files read so far, and of all files; a file that fills two entities is read twice. */
  readonly bytes: number;
  readonly totalBytes: number;
  /** Rows read so far of the file at hand. */
  readonly rows: number;
}

/** What a load came to. */
export interface RunSummary extends Run {
  /** Codes of service points that nobody had described; they stand without ward and branch until somebody does. */
  readonly newPoints: readonly string[];
  /** For how many milliseconds readers stood before the gate while the run was swapped in. */
  readonly closedMs: number;
}

type Tell = (progress: Partial<LoadProgress> & Pick<LoadProgress, 'step'>) => void;

export interface Job {
  readonly stores: Stores;
  readonly source: SourceFolder;
  readonly files: readonly string[];
  readonly runId: number;
  readonly now: Date;
  readonly tell: Tell;
  /** Fills the work tables; gives the entities that it filled. */
  readonly read: (job: Job) => Promise<EntityName[]>;
}

const WATCH_EVERY_MS = 500;

/** Tells how far a statement has come while it runs; a short one ends without waiting for a look. */
async function watched(warehouse: Warehouse, statement: Promise<void>, tell: (rows: number, bytes: number) => void): Promise<void> {
  let isRunning = true;
  let look: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    look = warehouse.progress().then(
      ({ rows, bytes }) => (isRunning ? tell(rows, bytes) : undefined),
      () => undefined, // a look that fails tells nothing; the statement tells by itself how it ended
    );
  }, WATCH_EVERY_MS);
  try {
    await statement;
  } finally {
    isRunning = false;
    clearInterval(timer);
    await look;
  }
}

/** Checks every file against its staging query, then reads them one after the other. */
async function readFiles({ stores, source, files, runId, now, tell }: Job): Promise<EntityName[]> {
  const { warehouse, city } = stores;
  const told = deliveriesOf(source, files);
  const readings = readingsFor(runId, told);
  await noteRunFiles(stores.records, readings);
  const deliveries = await readableDeliveries(readingPlace(stores), source.settings.read, told);
  const entities = [...new Set(deliveries.map(({ entity }) => entity))];
  const landings = [];
  for (const delivery of deliveries)
    landings.push({
      delivery,
      landing: await prepareLanding(warehouse, source, delivery, {
        cityZone: city.settings.zone,
        places: placesOf(city),
        pseudonyms: stores.pseudonyms,
        now,
        runId,
      }),
    });
  for (const entity of entities) await createLandingTables(warehouse, { runId, entity, source: source.settings.name });
  const totalBytes = deliveries.reduce((sum, { path }) => sum + statSync(path).size, 0);
  let before = 0;
  for (const { delivery, landing } of landings) {
    const { entity, path, file } = delivery;
    const size = statSync(path).size;
    tell({ step: 'read', entity, file, bytes: before, totalBytes, rows: 0 });
    await watched(warehouse, land(warehouse, { runId, entity, source: source.settings.name }, landing, path), (rows, bytes) =>
      tell({ step: 'read', entity, file, bytes: before + Math.min(bytes, size), totalBytes, rows }),
    );
    before += size;
  }
  tell({ step: 'read', bytes: totalBytes, totalBytes });
  const reread = await readingsOf(stores.records, readings);
  for (const entity of entities) await settleReread(warehouse, { runId, entity, source: source.settings.name }, reread);
  return entities;
}

async function countOf(warehouse: Warehouse, work: Work): Promise<EntityCount> {
  const { accepted, loaded, corrected, hasKept } = await settleRepeats(warehouse, work);
  const flaggedIn = (part: 'batch' | 'kept') => sql`SELECT countIf(notEmpty(findings)) AS n FROM ${workTable(work, part)}`;
  const flags = hasKept ? sql`${flaggedIn('batch')} UNION ALL ${flaggedIn('kept')}` : flaggedIn('batch');
  const [row] = await warehouse.rows<{ quarantined: number; flagged: number }>(sql`
    SELECT (SELECT count() FROM ${workTable(work, 'rejected')}) AS quarantined, (SELECT sum(n) FROM (${flags})) AS flagged`);
  const { quarantined = 0, flagged = 0 } = row ?? {};
  return { entity: work.entity, read: accepted + quarantined, loaded, duplicate: accepted - loaded, quarantined, corrected, flagged };
}

const reasonsOf = (warehouse: Warehouse, work: Work): Promise<RejectedReason[]> =>
  warehouse.rows(sql`
    SELECT ${param('String', work.entity)} AS entity, arrayJoin(reasons) AS reason, count() AS rows FROM ${workTable(work, 'rejected')}
    GROUP BY reason ORDER BY rows DESC, reason`);

async function compare({ stores, source, runId, tell }: Job, entities: readonly EntityName[]) {
  const counts: EntityCount[] = [];
  const reasons: RejectedReason[] = [];
  for (const entity of entities) {
    tell({ step: 'compare', entity });
    const work: Work = { runId, entity, source: source.settings.name };
    counts.push(await countOf(stores.warehouse, work));
    reasons.push(...(await reasonsOf(stores.warehouse, work)));
  }
  return { counts, reasons };
}

async function run(job: Job): Promise<RunSummary> {
  const { stores, source, runId, now, tell } = job;
  const { warehouse, records, city } = stores;
  const entities = await job.read(job);
  const result = await compare(job, entities);
  tell({ step: 'publish' });
  const prepared = await prepare(warehouse, { id: runId, source: source.settings.name, startedAt: now }, city.settings);
  const publishing = await markPublishing(records, runId, result);
  const ended = await endRun(stores, {
    run: publishing,
    prepared,
    isRepeated: false,
    tell: (entity) => tell({ step: 'publish', entity }),
  });
  tell({ step: 'done' });
  const notes = await settleAfterLoad(stores, { runId, source: source.settings.name, entities, now });
  const newPoints = await registerUnknownPoints({ records, warehouse });
  return { ...ended, notes, newPoints };
}

/** Leaves a run that had begun to publish as it is, so that it can be finished; any other run leaves no trace. */
async function giveUp({ warehouse, records }: Stores, runId: number, error: unknown): Promise<void> {
  const { status } = await findRun(records, runId);
  if (status === 'publishing') return;
  await clearWork(warehouse, (id) => id === runId);
  if (status === 'running') await failRun(records, runId, error instanceof Error ? error.message : String(error));
}

interface Checked {
  readonly source: SourceFolder;
  readonly files: readonly string[];
}

/** Looks whether the source folder and the files are there. Throws {@link SourceProblem}. */
export function checkRequest({ source, files }: LoadRequest): Checked {
  return { source: readSourceFolder(source), files: findFiles(files) };
}

/** Runs one load of a source from its beginning to its publication, whatever it reads. */
export async function runLoad(
  stores: Stores,
  { source, files, read = readFiles }: Checked & Partial<Pick<Job, 'read'>>,
  onProgress?: (progress: LoadProgress) => void,
  now = new Date(),
): Promise<RunSummary> {
  return stores.oneAtATime(async () => {
    const { name, title, feed } = source.settings;
    await finishPublishing(stores, stores.city.settings);
    await describeSource(stores.records, { name, title: title.vi, everyHours: feed?.every_hours ?? null });
    await describeFeed(stores.warehouse, name, feed);
    const { id: runId } = await startRun(stores.records, name, files, now);
    await noteFolder(stores.records, runId, source.path);
    const story = new RunStory(stores.records);
    let last: LoadProgress = { runId, step: 'read', bytes: 0, totalBytes: 0, rows: 0 };
    const tell: Tell = (progress) => {
      const { bytes, totalBytes } = last;
      last = { runId, bytes, totalBytes, rows: 0, ...progress };
      story.tell(last);
      onProgress?.(last);
    };
    try {
      const entities = [...source.staging.keys()];
      return await withoutMerges(stores.warehouse, entities, () => run({ stores, source, files, runId, now, tell, read }));
    } catch (error) {
      await giveUp(stores, runId, error);
      throw error;
    } finally {
      await story.end();
      forgetConverted(stores.folder);
    }
  });
}

/**
 * Loads files of a source as one run: read and check, drop duplicates, prepare corrections, publish, roll up. Readers see
 * all of it or nothing. Where events of tickets were told, a second run publishes the tickets that follow from them.
 * Throws {@link SourceProblem} when the folder or a file is not what it must be.
 */
export async function loadSource(
  stores: Stores,
  request: LoadRequest,
  onProgress?: (progress: LoadProgress) => void,
  now = new Date(),
): Promise<RunSummary> {
  const checked = checkRequest(request);
  const run = await runLoad(stores, checked, onProgress, now);
  const load = (source: SourceFolder, files: readonly string[]) => runLoad(stores, { source, files }, onProgress, now);
  if (checked.source.staging.has('ticket_event')) await deriveTickets(stores, checked.source, load);
  return run;
}
