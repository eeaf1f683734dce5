import { identifier, param, type Sql, sql, type Warehouse, withSettings } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import { KEYS_AT_ONCE, perBucket, ROWS_AT_ONCE } from './buckets';
import { settleCurrent } from './current';
import { hideRows, listHidden } from './hide-rows';
import { columnList, createRows, type Work, workTable } from './work-tables';

/** What became of the accepted rows of one entity. */
export interface Settled {
  readonly accepted: number;
  /** Rows that are kept as versions: all but the duplicates. */
  readonly loaded: number;
  readonly corrected: number;
  /** True when some of the rows stand in `kept`. */
  readonly hasKept: boolean;
}

/** A short list written for each insert may fall into many months. */
const ANY_MONTHS = { max_partitions_per_insert_block: 0 } as const;

async function count(warehouse: Warehouse, table: Sql): Promise<number> {
  const [row] = await warehouse.rows<{ n: number }>(sql`SELECT count() AS n FROM ${table}`);
  return row?.n ?? 0;
}

/**
 * Notes what earlier loads told of the batch's cases. This is the one look at all versions that a load takes; what follows
 * asks the notes.
 */
async function findKnown(warehouse: Warehouse, work: Work, accepted: number): Promise<void> {
  const { cohortDay, keepFirst } = CONTRACTS[work.entity];
  const [batch, known, versions] = [workTable(work, 'batch'), workTable(work, 'known'), identifier(`${work.entity}_version`)];
  const told = ['key_hash', 'row_hash', 'told_at', 'run_id', 'file', 'line', 'is_withdrawn'];
  const columns = columnList([...told, ...keepFirst.flatMap(({ column, day }) => [column, day])]);
  const select = sql`SELECT ${columns}, toYYYYMM(${identifier(cohortDay)}) AS month FROM ${versions}`;
  await warehouse.run(sql`CREATE TABLE ${known} ENGINE = MergeTree ORDER BY key_hash EMPTY AS ${select}`);
  const hasTold = await warehouse.rows(sql`
    SELECT 1 AS yes FROM publication WHERE entity = ${param('String', work.entity)} AND source = ${param('String', work.source)} LIMIT 1`);
  if (hasTold.length === 0) return;
  await perBucket(accepted, KEYS_AT_ONCE, (inBucket) =>
    warehouse.run(sql`INSERT INTO ${known} ${select} WHERE ${inBucket} AND key_hash IN (SELECT key_hash FROM ${batch} WHERE ${inBucket})`),
  );
}

/** Lists the cases that cannot simply be added: told before, told twice, or withdrawn. */
async function findRepeated(warehouse: Warehouse, work: Work, accepted: number): Promise<number> {
  const [batch, known, repeated] = [workTable(work, 'batch'), workTable(work, 'known'), workTable(work, 'repeated')];
  await warehouse.run(sql`CREATE TABLE ${repeated} (key_hash UInt64) ENGINE = MergeTree ORDER BY key_hash`);
  await perBucket(accepted, KEYS_AT_ONCE / 2, (inBucket) =>
    warehouse.run(sql`
      INSERT INTO ${repeated}
      SELECT key_hash FROM ${batch} WHERE ${inBucket} GROUP BY key_hash HAVING count() > 1 OR max(is_withdrawn) = 1
      UNION DISTINCT
      SELECT key_hash FROM ${known} WHERE ${inBucket}`),
  );
  return count(warehouse, repeated);
}

/**
 * Notes which rows of the batch say once more what it says of a case that nobody told before: all but the last of them. Most
 * repeats in a file are such, and what follows need not look at their cases. Gives how many cases they are.
 */
async function findEchoes(warehouse: Warehouse, work: Work, repeatedCases: number): Promise<number> {
  const [batch, known, echo] = [workTable(work, 'batch'), workTable(work, 'known'), workTable(work, 'echo')];
  await warehouse.run(sql`CREATE TABLE ${echo} (key_hash UInt64, file String, line UInt32) ENGINE = MergeTree ORDER BY key_hash`);
  await perBucket(repeatedCases, KEYS_AT_ONCE / 4, (inBucket) =>
    warehouse.run(sql`
      INSERT INTO ${echo}
      SELECT key_hash, earlier.1, earlier.2 FROM (
        SELECT key_hash, arrayPopFront(arrayReverseSort(groupArray((toString(file), line)))) AS tellings FROM ${batch}
        WHERE ${isRepeatedIn(work, inBucket)} AND key_hash NOT IN (SELECT key_hash FROM ${known} WHERE ${inBucket})
        GROUP BY key_hash HAVING uniqExact(row_hash) = 1 AND max(is_withdrawn) = 0)
      ARRAY JOIN tellings AS earlier`),
  );
  const [found] = await warehouse.rows<{ n: number }>(sql`SELECT uniqExact(key_hash) AS n FROM ${echo}`);
  return found?.n ?? 0;
}

const isRepeatedIn = (work: Work, inBucket: Sql): Sql =>
  sql`${inBucket} AND key_hash IN (SELECT key_hash FROM ${workTable(work, 'repeated')} WHERE ${inBucket})`;

/** Repeated cases but those of which the batch says one thing that nobody told before. */
const isOpenIn = (work: Work, inBucket: Sql): Sql =>
  sql`${isRepeatedIn(work, inBucket)} AND key_hash NOT IN (SELECT key_hash FROM ${workTable(work, 'echo')} WHERE ${inBucket})`;

/** What the open cases say that is new stands in `kept`, each saying once. */
async function keepNews(warehouse: Warehouse, work: Work, openCases: number): Promise<void> {
  const [batch, known] = [workTable(work, 'batch'), workTable(work, 'known')];
  const kept = await createRows(warehouse, work, 'kept');
  await perBucket(openCases, ROWS_AT_ONCE, async (inBucket) => {
    const news = sql`
      INSERT INTO ${kept}
      SELECT * FROM ${batch}
      WHERE ${isOpenIn(work, inBucket)} AND (key_hash, row_hash) NOT IN (SELECT key_hash, row_hash FROM ${known} WHERE ${inBucket})
      ORDER BY file DESC, line DESC LIMIT 1 BY key_hash, row_hash`;
    await warehouse.run(withSettings(news, ANY_MONTHS));
  });
}

/** Names that stand in one statement. */
const FILES_AT_ONCE = 1_000;

async function filesOfEchoes(warehouse: Warehouse, work: Work, inBucket: Sql): Promise<readonly string[]> {
  const files = await warehouse.rows<{ file: string }>(
    sql`SELECT DISTINCT file FROM ${workTable(work, 'echo')} WHERE ${inBucket} ORDER BY file`,
  );
  return files.map(({ file }) => file);
}

/** Takes the echoes out of the batch. A number for each file keeps a row's name so short that looking it up costs little. */
async function hideEchoes(warehouse: Warehouse, work: Work, inBucket: Sql): Promise<void> {
  const files = await filesOfEchoes(warehouse, work, inBucket);
  for (let first = 0; first < files.length; first += FILES_AT_ONCE) {
    const some = param('Array(String)', files.slice(first, first + FILES_AT_ONCE));
    const row = sql`(key_hash, line, toUInt32(indexOf(${some}, file)))`;
    const rows = await listHidden(
      warehouse,
      work,
      'hidden_rows',
      sql`SELECT ${row}.1, ${row}.2, ${row}.3 FROM ${workTable(work, 'echo')} WHERE ${inBucket} AND has(${some}, file)`,
    );
    await hideRows(warehouse, work, 'batch', sql`${inBucket} AND ${row} IN ${rows}`);
  }
}

/** Takes the open cases out of the batch. */
async function hideOpen(warehouse: Warehouse, work: Work, inBucket: Sql): Promise<void> {
  const [repeated, echo] = [workTable(work, 'repeated'), workTable(work, 'echo')];
  const open = sql`SELECT key_hash FROM ${repeated} WHERE ${inBucket} AND key_hash NOT IN (SELECT key_hash FROM ${echo} WHERE ${inBucket})`;
  const cases = await listHidden(warehouse, work, 'hidden_cases', open);
  await hideRows(warehouse, work, 'batch', sql`${inBucket} AND key_hash IN ${cases}`);
}

/**
 * Drops duplicates and prepares corrections. A row is a duplicate when the same case was told the same thing before, by
 * this batch or any load; so an old file loaded again never undoes a later correction.
 */
export async function settleRepeats(warehouse: Warehouse, work: Work): Promise<Settled> {
  const batch = workTable(work, 'batch');
  const accepted = await count(warehouse, batch);
  if (accepted === 0) return { accepted, loaded: 0, corrected: 0, hasKept: false };
  await findKnown(warehouse, work, accepted);
  const repeatedCases = await findRepeated(warehouse, work, accepted);
  if (repeatedCases === 0) return { accepted, loaded: accepted, corrected: 0, hasKept: false };
  const echoedCases = await findEchoes(warehouse, work, repeatedCases);
  const openCases = repeatedCases - echoedCases;
  if (openCases > 0) {
    await keepNews(warehouse, work, openCases);
    await perBucket(repeatedCases, KEYS_AT_ONCE, (inBucket) => hideOpen(warehouse, work, inBucket));
  }
  if (echoedCases > 0) await perBucket(repeatedCases, KEYS_AT_ONCE, (inBucket) => hideEchoes(warehouse, work, inBucket));
  const kept = openCases > 0 ? await count(warehouse, workTable(work, 'kept')) : 0;
  const corrected = kept === 0 ? 0 : await settleCurrent(warehouse, work, openCases);
  return { accepted, loaded: (await count(warehouse, batch)) + kept, corrected, hasKept: openCases > 0 };
}
