import { identifier, param, type Sql, sql, trusted, type Warehouse, withSettings } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import { hideRows } from './hide-rows';
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

async function perBucket(cases: number, step: (inBucket: Sql) => Promise<void>): Promise<void> {
  const buckets = Math.max(1, Math.ceil(cases / CASES_PER_BUCKET));
  for (let bucket = 0; bucket < buckets; bucket++) await step(trusted(buckets === 1 ? '1' : `key_hash % ${buckets} = ${bucket}`));
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

/**
 * Takes the repeated cases out of the batch and puts back those that say something new, each once. All other rows stay
 * where they were written.
 */
async function keep(warehouse: Warehouse, work: Work, repeatedCases: number): Promise<void> {
  const [batch, repeated, kept] = [workTable(work, 'batch'), workTable(work, 'repeated'), workTable(work, 'kept')];
  const names = (await columnsOf(warehouse, work.entity)).map(({ name }) => name);
  const columns = columnList(names);
  const hasFirsts = CONTRACTS[work.entity].keepFirst.length > 0;
  await warehouse.run(sql`CREATE TABLE ${kept} AS ${identifier(work.entity)}`);
  const isRepeatedIn = (inBucket: Sql): Sql => sql`${inBucket} AND key_hash IN (SELECT key_hash FROM ${repeated} WHERE ${inBucket})`;
  await perBucket(repeatedCases, async (inBucket) => {
    const isRepeated = isRepeatedIn(inBucket);
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
  await perBucket(repeatedCases, (inBucket) => hideRows(warehouse, work, 'batch', isRepeatedIn(inBucket)));
  const back = sql`INSERT INTO ${batch} (${columns}) SELECT ${columns} FROM ${kept}`;
  await warehouse.run(withSettings(back, { max_partitions_per_insert_block: 0 }));
}

/** Lists the cases whose current row changes, each with the row that will be current: the one told last. */
async function findChanged(
  warehouse: Warehouse,
  work: Work,
  repeatedCases: number,
): Promise<Pick<Settled, 'corrected'> & { cases: number }> {
  const [kept, changed] = [workTable(work, 'kept'), workTable(work, 'changed')];
  await warehouse.run(
    sql`CREATE TABLE ${changed} (key_hash UInt64, row_hash UInt64, versions UInt64, is_known UInt8) ENGINE = MergeTree ORDER BY key_hash`,
  );
  await perBucket(repeatedCases, (inBucket) =>
    warehouse.run(sql`
      INSERT INTO ${changed}
      SELECT key_hash, argMax(row_hash, (file, line)), count() AS told,
        key_hash IN (SELECT key_hash FROM ${versionOf(work)} WHERE source = ${param('String', work.source)} AND ${inBucket}
          AND key_hash IN (SELECT key_hash FROM ${kept} WHERE ${inBucket})) AS known
      FROM ${kept} WHERE ${inBucket} GROUP BY key_hash HAVING told > 1 OR known`),
  );
  // The first row of a case nobody knew corrects nothing.
  const [found] = await warehouse.rows<{ corrected: number; cases: number }>(
    sql`SELECT sum(versions - if(is_known, 0, 1)) AS corrected, count() AS cases FROM ${changed}`,
  );
  return found ?? { corrected: 0, cases: 0 };
}

/** Builds the months of the current table in which a row is replaced, as they will be. */
async function buildCurrent(warehouse: Warehouse, work: Work, changedCases: number): Promise<void> {
  const { entity } = work;
  const [batch, changed, touched, current] = (['batch', 'changed', 'touched', 'current'] as const).map((part) => workTable(work, part));
  if (!batch || !changed || !touched || !current) return;
  const month = sql`toYYYYMM(${identifier(CONTRACTS[entity].cohortDay)})`;
  const columns = columnList((await columnsOf(warehouse, entity)).map(({ name }) => name));
  await warehouse.run(sql`CREATE TABLE ${touched} (month UInt32) ENGINE = MergeTree ORDER BY month`);
  await warehouse.run(sql`CREATE TABLE ${current} AS ${identifier(entity)}`);
  const isChanged = (inBucket: Sql): Sql => sql`${inBucket} AND key_hash IN (SELECT key_hash FROM ${changed} WHERE ${inBucket})`;
  const isLast = (inBucket: Sql): Sql => sql`(key_hash, row_hash) IN (SELECT key_hash, row_hash FROM ${changed} WHERE ${inBucket})`;
  await perBucket(changedCases, (inBucket) =>
    warehouse.run(sql`
      INSERT INTO ${touched}
      SELECT ${month} FROM ${identifier(entity)} WHERE ${isChanged(inBucket)}
      UNION DISTINCT
      SELECT ${month} FROM ${batch} WHERE ${isChanged(inBucket)} AND NOT ${isLast(inBucket)}`),
  );
  const isTouched = sql`${month} IN (SELECT month FROM ${touched})`;
  await perBucket(changedCases, async (inBucket) => {
    const notChanged = sql`key_hash NOT IN (SELECT key_hash FROM ${changed} WHERE ${inBucket})`;
    await warehouse.run(sql`
      INSERT INTO ${current} (${columns}) SELECT ${columns} FROM ${identifier(entity)} WHERE ${isTouched} AND ${inBucket} AND ${notChanged}`);
    await warehouse.run(sql`
      INSERT INTO ${current} (${columns}) SELECT ${columns} FROM ${batch} WHERE ${isTouched} AND ${inBucket} AND (${notChanged} OR ${isLast(inBucket)})`);
  });
}

/**
 * Drops duplicates and prepares corrections. A row is a duplicate when the same case was told the same thing before, by
 * this batch or any load; so an old file loaded again never undoes a later correction.
 */
export async function settleRepeats(warehouse: Warehouse, work: Work): Promise<Settled> {
  const accepted = await count(warehouse, sql`SELECT count() AS n FROM ${workTable(work, 'batch')}`);
  const repeatedCases = accepted === 0 ? 0 : await findRepeated(warehouse, work, accepted);
  if (repeatedCases === 0) return { accepted, loaded: accepted, corrected: 0 };
  await keep(warehouse, work, repeatedCases);
  const loaded = await count(warehouse, sql`SELECT count() AS n FROM ${workTable(work, 'batch')}`);
  const { corrected, cases } = await findChanged(warehouse, work, repeatedCases);
  if (cases > 0) await buildCurrent(warehouse, work, cases);
  return { accepted, loaded, corrected };
}
