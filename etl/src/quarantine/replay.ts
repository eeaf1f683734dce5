import { type DataSource, filesOfRuns, findRun, pathOfFile, type RunFile } from '@evenhand/records';
import { identifier, param, type Sql, sql } from '@evenhand/warehouse';
import { placesOf } from '../city/places-of';
import { isEntityName, CONTRACTS } from '../contract/contracts';
import type { EntityName } from '../contract/entity-contract';
import { TORN } from '../contract/laws-of';
import { WITHHELD } from '../contract/raw-record';
import { TELLING } from '../contract/telling';
import { land, landingOf, prepareLanding } from '../load/land';
import { type Job, type LoadProgress, runLoad, type RunSummary } from '../load/load-source';
import { createLandingTables, type Work, workTable } from '../load/work-tables';
import { readableDeliveries } from '../source/readable';
import { readSourceFolder } from '../source/source-folder';
import { SourceProblem } from '../source/source-problem';
import { readingPlace, type Stores } from '../stores';
import { type EntryFilter, entriesWhere } from './entries';
import { unchangedPath } from './readings';
import { settle, standsIn } from './settle-entries';

/** Entries of one file of one run. */
interface Group {
  readonly runId: number;
  readonly entity: string;
  readonly file: string;
  readonly lines: readonly number[];
}

/** What a replay came to. */
export interface Replay {
  /** One for each source. */
  readonly runs: readonly RunSummary[];
  /** Entries that nothing could be tried with: their file is gone or changed, and their record was not kept whole. */
  readonly withheld: number;
}

const groupsOf = ({ warehouse }: Stores, filter: EntryFilter): Promise<Group[]> =>
  warehouse.rows(sql`
    SELECT run_id AS runId, toString(entity) AS entity, toString(file) AS file, groupArray(line) AS lines
    FROM quarantine WHERE ${entriesWhere(filter)} GROUP BY runId, entity, file ORDER BY entity, runId, file`);

const isWhole = sql`position(raw, ${param('String', WITHHELD)}) = 0 AND NOT hasAny(reasons, ${param('Array(String)', ['not_utf8', TORN])})`;

const placeOf = ({ stores, runId, now }: Job) => ({
  cityZone: stores.city.settings.zone,
  places: placesOf(stores.city),
  pseudonyms: stores.pseudonyms,
  now,
  runId,
});

/** Reads entries from what quarantine keeps of them. */
async function landStored(job: Job, work: Work): Promise<void> {
  const { warehouse } = job.stores;
  const settled = workTable(work, 'settled');
  const told = await warehouse.rows<{ name: string }>(sql`
    SELECT DISTINCT arrayJoin(JSONExtractKeys(raw)) AS name FROM quarantine WHERE entry_id IN (SELECT entry_id FROM ${settled}) ORDER BY name`);
  const known = new Set([...CONTRACTS[work.entity].columns, ...TELLING].map(({ name }) => name));
  const columns = told.filter(({ name }) => known.has(name)).map(({ name }) => ({ name, type: 'String' }));
  if (columns.length === 0) return;
  const texts = columns.map(({ name }) => `JSONExtractString(raw, '${name}') AS ${name}`).join(', ');
  const query = `SELECT toString(file) AS _file, line AS _line, 0 AS _is_torn, ${texts} FROM quarantine WHERE entry_id IN (SELECT entry_id FROM ${settled.render().text})`;
  await land(warehouse, work, landingOf(job.source, work.entity, { query, columns, settings: {} }, placeOf(job)), 'quarantine');
}

/** Reads entries from the file that they stand in, with the staging query as it is. */
async function landFromFile(job: Job, work: Work, { file, lines }: Group, path: string): Promise<void> {
  const { stores, source } = job;
  const deliveries = await readableDeliveries(readingPlace(stores), source.settings.read, [{ entity: work.entity, path, file }]);
  for (const delivery of deliveries)
    await land(stores.warehouse, work, await prepareLanding(stores.warehouse, source, delivery, { ...placeOf(job), lines }), path);
}

/** What came through a drop folder was moved on since it was read. */
const whereTheyStand = (records: DataSource, readings: readonly RunFile[]): Promise<readonly RunFile[]> =>
  Promise.all(readings.map(async (one) => ({ ...one, path: await pathOfFile(records, { runId: one.runId, readFrom: one.path }) })));

const readingOf = (readings: readonly RunFile[], { runId, file }: Group): string | undefined => {
  const reading = readings.find((one) => one.runId === runId && one.file === file);
  return reading && unchangedPath(reading);
};

interface Round {
  readonly entity: EntityName;
  readonly groups: readonly Group[];
  readonly filter: EntryFilter;
}

/** Gives the number of entries that nothing could be tried with. */
async function readEntity(job: Job, { entity, groups, filter }: Round): Promise<number> {
  const { warehouse, records } = job.stores;
  const work: Work = { runId: job.runId, entity, source: job.source.settings.name };
  const readings = await whereTheyStand(records, await filesOfRuns(records, [...new Set(groups.map(({ runId }) => runId))]));
  const paths = groups.map((group) => ({ group, path: job.source.staging.has(entity) ? readingOf(readings, group) : undefined }));
  const gone = paths.flatMap(({ group, path }) => (path === undefined ? [group] : []));
  const ofGroups = (some: readonly Group[]): Sql => sql`${entriesWhere(filter)} AND ${standsIn(some)}`;
  await createLandingTables(warehouse, work);
  await settle(warehouse, work, sql`${ofGroups(gone)} AND ${isWhole}`);
  await landStored(job, work);
  const [stored] = await warehouse.rows<{ n: number }>(sql`SELECT count() AS n FROM ${workTable(work, 'settled')}`);
  for (const { group, path } of paths) {
    if (path === undefined) continue;
    await settle(warehouse, work, ofGroups([group]));
    await landFromFile(job, work, group, path);
  }
  return gone.reduce((sum, { lines }) => sum + lines.length, 0) - (stored?.n ?? 0);
}

/** Two runs may have read different files of one name: their entries are tried in runs of their own. */
function rounds(groups: readonly Group[]): readonly (readonly Group[])[] {
  const all: Group[][] = [];
  for (const group of groups) {
    const isFree = (round: readonly Group[]): boolean => !round.some(({ entity, file }) => entity === group.entity && file === group.file);
    const round = all.find(isFree);
    if (round) round.push(group);
    else all.push([group]);
  }
  return all;
}

/** Which folder the source of some entries is read with. */
async function folderOf({ records }: Stores, source: string, groups: readonly Group[]): Promise<string> {
  for (const runId of [...new Set(groups.map((group) => group.runId))].toSorted((a, b) => b - a)) {
    const { folder } = await findRun(records, runId);
    if (folder) return folder;
  }
  throw new SourceProblem(`No run says which folder the source "${source}" is read with; load its files again instead.`);
}

async function sourcesOf({ warehouse }: Stores, filter: EntryFilter): Promise<string[]> {
  const rows = await warehouse.rows<{ name: string }>(
    sql`SELECT DISTINCT toString(source) AS name FROM ${identifier('quarantine')} WHERE ${entriesWhere(filter)} ORDER BY name`,
  );
  return rows.map(({ name }) => name);
}

/**
 * Tries entries of quarantine again, a run for each source: from their file with the staging query as it is while the file is
 * what it was, else from what was kept of them. What is accepted leaves quarantine with the publication of the run; what is
 * still bad stays, with the reasons it has by then. Throws {@link SourceProblem}.
 */
export async function replayQuarantine(
  stores: Stores,
  filter: EntryFilter,
  onProgress?: (progress: LoadProgress) => void,
  now = new Date(),
): Promise<Replay> {
  const runs: RunSummary[] = [];
  let withheld = 0;
  for (const source of await sourcesOf(stores, filter)) {
    const ofSource = { ...filter, source };
    const groups = await groupsOf(stores, ofSource);
    const folder = readSourceFolder(await folderOf(stores, source, groups));
    for (const round of rounds(groups)) {
      const read = async (job: Job): Promise<EntityName[]> => {
        const entities = [...new Set(round.map(({ entity }) => entity))].filter(isEntityName);
        for (const entity of entities)
          withheld += await readEntity(job, {
            entity,
            groups: round.filter((group) => group.entity === entity),
            filter: { ...ofSource, entity },
          });
        return entities;
      };
      runs.push(await runLoad(stores, { source: folder, files: [], read }, onProgress, now));
    }
  }
  return { runs, withheld };
}
