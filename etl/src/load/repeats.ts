import { identifier, param, type Sql, sql, trusted, type Warehouse } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import { columnList, columnsOf, type Work, workTable } from './work-tables';

/** Cases compared at once. Hash buckets keep the memory of a comparison flat however large a load is. */
export const CASES_PER_BUCKET = 2_000_000;

/** What became of the accepted rows of one entity. */
export interface Settled {
  readonly accepted: number;
  /** Rows that are kept as versions: all but the duplicates. */
  readonly loaded: number;
  readonly corrected: number;
}

const versionOf = ({ entity }: Work): Sql => identifier(`${entity}_version`);

async function count(warehouse: Warehouse, query: Sql): Promise<number> {
  const [row] = await warehouse.rows<{ n: number }>(query);
  return row?.n ?? 0;
}

async function perBucket(rows: number, step: (inBucket: Sql) => Promise<void>): Promise<void> {
  const buckets = Math.max(1, Math.ceil(rows / CASES_PER_BUCKET));
  for (let bucket = 0; bucket < buckets; bucket++)
    await step(buckets === 1 ? trusted('1') : sql`key_hash % ${param('UInt64', buckets)} = ${param('UInt64', bucket)}`);
}

/** Lists the cases that the batch tells twice, or that some earlier load told. */
async function findRepeated(warehouse: Warehouse, work: Work, accepted: number): Promise<number> {
  const [batch, repeated] = [workTable(work, 'batch'), workTable(work, 'repeated')];
  await warehouse.run(sql`CREATE TABLE ${repeated} (key_hash UInt64) ENGINE = MergeTree ORDER BY key_hash`);
  await perBucket(accepted, (inBucket) =>
    warehouse.run(sql`
      INSERT INTO ${repeated}
      SELECT key_hash FROM ${batch} WHERE ${inBucket} GROUP BY key_hash HAVING count() > 1
      UNION DISTINCT
      SELECT key_hash FROM ${versionOf(work)}
      WHERE source = ${param('String', work.source)} AND ${inBucket} AND key_hash IN (SELECT key_hash FROM ${batch} WHERE ${inBucket})`),
  );
  return count(warehouse, sql`SELECT count() AS n FROM ${repeated}`);
}

/** The columns of a repeated case, those that keep their first value read from the first telling. */
function keptColumns(work: Work, names: readonly string[]): Sql {
  const { keepFirst } = CONTRACTS[work.entity];
  const values = names.map((name) => {
    const kept = keepFirst.find(({ column, day }) => column === name || day === name);
    return kept
      ? `if(isNotNull(earlier.first_${kept.column}), earlier.first_${name}, later.${name}) AS \`${name}\``
      : `later.${name} AS \`${name}\``;
  });
  return trusted(values.join(', '));
}

/** For each repeated case, what its first telling said. */
function earlierOf(work: Work, isRepeated: Sql): Sql {
  const { keepFirst } = CONTRACTS[work.entity];
  const columns = keepFirst.flatMap(({ column, day }) => [column, day]);
  const firsts = keepFirst.flatMap(({ column, day }) =>
    [column, day].map((name) => `argMinIf(${name}, (run_id, file, line), isNotNull(${column})) AS first_${name}`),
  );
  const told = (table: Sql): Sql => sql`SELECT key_hash, run_id, file, line, ${columnList(columns)} FROM ${table} WHERE ${isRepeated}`;
  return sql`SELECT key_hash, ${trusted(firsts.join(', '))}
    FROM (${told(versionOf(work))} AND source = ${param('String', work.source)} UNION ALL ${told(workTable(work, 'batch'))}) GROUP BY key_hash`;
}

/** Copies the batch without what is already stored, and without all but the last of what the batch says twice. */
async function keep(warehouse: Warehouse, work: Work, accepted: number): Promise<void> {
  const [batch, repeated, kept] = [workTable(work, 'batch'), workTable(work, 'repeated'), workTable(work, 'kept')];
  const names = (await columnsOf(warehouse, work.entity)).map(({ name }) => name);
  const columns = columnList(names);
  const hasFirsts = CONTRACTS[work.entity].keepFirst.length > 0;
  await warehouse.run(sql`CREATE TABLE ${kept} AS ${identifier(work.entity)}`);
  await perBucket(accepted, async (inBucket) => {
    const isRepeated = sql`${inBucket} AND key_hash IN (SELECT key_hash FROM ${repeated} WHERE ${inBucket})`;
    await warehouse.run(sql`
      INSERT INTO ${kept} (${columns}) SELECT ${columns} FROM ${batch}
      WHERE ${inBucket} AND key_hash NOT IN (SELECT key_hash FROM ${repeated} WHERE ${inBucket})`);
    const told = sql`SELECT * FROM ${batch} WHERE ${isRepeated} AND (key_hash, row_hash) NOT IN (
        SELECT key_hash, row_hash FROM ${versionOf(work)} WHERE source = ${param('String', work.source)} AND ${isRepeated})
      ORDER BY file DESC, line DESC LIMIT 1 BY key_hash, row_hash`;
    await warehouse.run(
      hasFirsts
        ? sql`INSERT INTO ${kept} (${columns}) SELECT ${keptColumns(work, names)} FROM (${told}) AS later
            LEFT JOIN (${earlierOf(work, isRepeated)}) AS earlier ON later.key_hash = earlier.key_hash`
        : sql`INSERT INTO ${kept} (${columns}) SELECT ${columns} FROM (${told})`,
    );
  });
}

/** Lists the cases whose current row changes, each with the row that will be current: the one told last. */
async function findChanged(warehouse: Warehouse, work: Work, accepted: number): Promise<number> {
  const [kept, repeated, changed] = [workTable(work, 'kept'), workTable(work, 'repeated'), workTable(work, 'changed')];
  await warehouse.run(
    sql`CREATE TABLE ${changed} (key_hash UInt64, row_hash UInt64, versions UInt64, is_known UInt8) ENGINE = MergeTree ORDER BY key_hash`,
  );
  await perBucket(accepted, (inBucket) =>
    warehouse.run(sql`
      INSERT INTO ${changed}
      SELECT key_hash, argMax(row_hash, (file, line)), count(),
        key_hash IN (SELECT key_hash FROM ${versionOf(work)} WHERE source = ${param('String', work.source)} AND ${inBucket})
      FROM ${kept} WHERE ${inBucket} AND key_hash IN (SELECT key_hash FROM ${repeated} WHERE ${inBucket}) GROUP BY key_hash`),
  );
  // The first row of a case nobody knew corrects nothing.
  return count(warehouse, sql`SELECT sum(versions - if(is_known, 0, 1)) AS n FROM ${changed}`);
}

/** Builds the months of the current table in which a row is replaced, as they will be. */
async function buildCurrent(warehouse: Warehouse, work: Work, accepted: number): Promise<void> {
  const { entity } = work;
  const [kept, changed, touched, current] = (['kept', 'changed', 'touched', 'current'] as const).map((part) => workTable(work, part));
  if (!kept || !changed || !touched || !current) return;
  const month = sql`toYYYYMM(${identifier(CONTRACTS[entity].cohortDay)})`;
  const columns = columnList((await columnsOf(warehouse, entity)).map(({ name }) => name));
  await warehouse.run(sql`CREATE TABLE ${touched} (month UInt32) ENGINE = MergeTree ORDER BY month`);
  await warehouse.run(sql`CREATE TABLE ${current} AS ${identifier(entity)}`);
  const isChanged = (inBucket: Sql): Sql => sql`${inBucket} AND key_hash IN (SELECT key_hash FROM ${changed} WHERE ${inBucket})`;
  const isLast = (inBucket: Sql): Sql => sql`(key_hash, row_hash) IN (SELECT key_hash, row_hash FROM ${changed} WHERE ${inBucket})`;
  await perBucket(accepted, (inBucket) =>
    warehouse.run(sql`
      INSERT INTO ${touched}
      SELECT ${month} FROM ${identifier(entity)} WHERE ${isChanged(inBucket)}
      UNION DISTINCT
      SELECT ${month} FROM ${kept} WHERE ${isChanged(inBucket)} AND NOT ${isLast(inBucket)}`),
  );
  const isTouched = sql`${month} IN (SELECT month FROM ${touched})`;
  await perBucket(accepted, async (inBucket) => {
    const notChanged = sql`key_hash NOT IN (SELECT key_hash FROM ${changed} WHERE ${inBucket})`;
    await warehouse.run(sql`
      INSERT INTO ${current} (${columns}) SELECT ${columns} FROM ${identifier(entity)} WHERE ${isTouched} AND ${inBucket} AND ${notChanged}`);
    await warehouse.run(sql`
      INSERT INTO ${current} (${columns}) SELECT ${columns} FROM ${kept} WHERE ${isTouched} AND ${inBucket} AND (${notChanged} OR ${isLast(inBucket)})`);
  });
}

/**
 * Drops duplicates and prepares corrections. A row is a duplicate when the same case was told the same thing before, by
 * this batch or any load; so an old file loaded again never undoes a later correction.
 */
export async function settleRepeats(warehouse: Warehouse, work: Work): Promise<Settled> {
  const accepted = await count(warehouse, sql`SELECT count() AS n FROM ${workTable(work, 'batch')}`);
  if (accepted === 0 || (await findRepeated(warehouse, work, accepted)) === 0) return { accepted, loaded: accepted, corrected: 0 };
  await keep(warehouse, work, accepted);
  const loaded = await count(warehouse, sql`SELECT count() AS n FROM ${workTable(work, 'kept')}`);
  const corrected = await findChanged(warehouse, work, accepted);
  if ((await count(warehouse, sql`SELECT count() AS n FROM ${workTable(work, 'changed')}`)) > 0)
    await buildCurrent(warehouse, work, accepted);
  return { accepted, loaded, corrected };
}
