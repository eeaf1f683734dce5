import { type EngineSettings, type Sql, sql, type Warehouse, withSettings } from '@evenhand/warehouse';
import { statSync } from 'node:fs';
import { compileContract, staffInFirstRows } from '../contract/compile';
import { CONTRACTS } from '../contract/contracts';
import type { EntityName } from '../contract/entity-contract';
import { withFlagged } from '../contract/flagged';
import type { Places } from '../contract/places';
import type { PseudonymKey } from '../privacy/pseudonym';
import { inputOf } from '../source/input';
import { readingProblem } from '../source/reading-problem';
import type { Delivery } from '../source/source-files';
import type { SourceFolder } from '../source/source-folder';
import { bindStaging, type Staging } from '../source/staging';
import { columnList, columnsOf, type Work, workTable } from './work-tables';

const MS_PER_DAY = 86_400_000;

/**
 * A garbled date must not make the engine refuse a block because it spans too many months. Two writers keep two cores busy,
 * which takes views that may run side by side. Two blocks are gathered for a part: gathering more copies and holds more, and
 * each part costs whoever masks it or attaches it. The few rows that a block rejects keep the room of the whole block until
 * they are written, so they do not wait for many. A file is read in pieces: mapped into memory as a whole it would make the
 * process as large as the file, and lines that are taken apart side by side come in small pieces, as each of them becomes as
 * wide as all that is asked of its rows.
 */
const LANDING = {
  max_partitions_per_insert_block: 0,
  async_insert: 0,
  max_insert_threads: 2,
  parallel_view_processing: 1,
  min_insert_block_size_rows: 130_000,
  min_insert_block_size_rows_for_materialized_views: 64,
  storage_file_read_method: 'pread',
  min_chunk_bytes_for_parallel_parsing: 4_000_000,
} as const;

/** The pseudonyms in the first rows of a long file are listed before it is read: its blocks tell most of them again. */
const LONG_FILE_BYTES = 64_000_000;
const ROWS_LISTED = 100_000;

/** Where and when a load happens. */
export interface LandingPlace {
  readonly cityZone: string;
  readonly places: Places;
  readonly pseudonyms: PseudonymKey;
  readonly now: Date;
}

/** A statement that gives the rows of a landing, and the settings it is read with. */
export interface PreparedLanding {
  readonly query: Sql;
  readonly settings: EngineSettings;
  /** What lists pseudonyms of staff in the work table `staff`, which the statement reads. */
  readonly staff?: Sql;
}

/** A staging query over some input, and the file it reads; absent when its rows name their file themselves. */
export interface Staged extends Staging {
  readonly file?: string;
  readonly settings: EngineSettings;
  readonly isLong?: boolean;
}

/** Compiles the contract of an entity over what a staging query gives. */
export function landingOf(
  { settings }: Pick<SourceFolder, 'settings'>,
  entity: EntityName,
  { query, columns, file, settings: reading, isLong = false }: Staged,
  { cityZone, places, pseudonyms, now, runId }: LandingPlace & { readonly runId: number },
): PreparedLanding {
  const contract = withFlagged(CONTRACTS[entity], settings.flag_only);
  const staff = isLong ? staffInFirstRows(contract, { query, staged: columns, rows: ROWS_LISTED }) : undefined;
  const compiled = compileContract(contract, {
    query,
    staged: columns,
    source: settings.name,
    clock: { zone: settings.zone, instants: settings.instants },
    cityZone,
    runId,
    ...(file === undefined ? {} : { file }),
    latestPlausible: new Date(now.getTime() + MS_PER_DAY).toISOString().slice(0, 23).replace('T', ' '),
    places,
    ...(staff === undefined ? {} : { staffList: workTable({ runId, entity }, 'staff').render().text }),
  });
  return { query: pseudonyms.bind(compiled), settings: reading, ...(staff === undefined ? {} : { staff: pseudonyms.bind(staff) }) };
}

/** Binds one file to its staging query and compiles the contract over it; reads no more than the header. */
export async function prepareLanding(
  warehouse: Warehouse,
  source: SourceFolder,
  delivery: Delivery,
  place: LandingPlace & { readonly runId: number; readonly lines?: readonly number[] },
): Promise<PreparedLanding> {
  const { settings, staging, path: folder } = source;
  const { entity, path, file } = delivery;
  const input = await inputOf(warehouse, delivery, settings);
  const bound = await bindStaging(warehouse, { folder, entity, text: staging.get(entity) ?? '', path, input });
  const { lines } = place;
  const query = lines === undefined ? bound.query : `SELECT * FROM (${bound.query}) WHERE _line IN (${lines.join(', ')})`;
  const isLong = lines === undefined && statSync(path).size > LONG_FILE_BYTES;
  return landingOf(source, entity, { ...bound, query, file, settings: input.settings, isLong }, place);
}

/** Holds the pseudonyms of staff that a file will tell often in memory, without a word of the file itself. */
async function listStaff(warehouse: Warehouse, work: Work, { staff, settings }: PreparedLanding): Promise<void> {
  if (!staff) return;
  const list = workTable(work, 'staff');
  await warehouse.run(
    sql`CREATE TABLE IF NOT EXISTS ${list} (digest FixedString(16), pseudonym String) ENGINE = Join(ANY, LEFT, digest) SETTINGS persistent = 0`,
  );
  await warehouse.run(withSettings(sql`INSERT INTO ${list} ${staff}`, settings));
}

/** Reads one file into the batch and the rejected rows of its entity. */
export async function land(warehouse: Warehouse, work: Work, landing: PreparedLanding, path: string): Promise<void> {
  const facts = (await columnsOf(warehouse, work.entity)).map(({ name }) => name);
  const names = columnList([...facts, 'reasons', 'raw']);
  const insertion = sql`INSERT INTO ${workTable(work, 'intake')} (${names}) SELECT ${names} FROM (${landing.query})`;
  try {
    await listStaff(warehouse, work, landing);
    await warehouse.run(withSettings(insertion, { ...landing.settings, ...LANDING }));
  } catch (error) {
    throw readingProblem(path, error);
  }
}
