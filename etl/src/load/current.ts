import { identifier, type Sql, sql, trusted, type Warehouse, withSettings } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import { KEYS_AT_ONCE, perBucket, ROWS_AT_ONCE } from './buckets';
import { hideRows, listHidden } from './hide-rows';
import { columnList, columnsOf, createRows, type Work, workTable } from './work-tables';

/** Of all versions of a case the greatest is current; the hash decides between two of one line. */
const ORDER = trusted('(told_at, run_id, toString(file), line, row_hash)');
const ANY_MONTHS = { max_partitions_per_insert_block: 0 } as const;

const changedIn = (work: Work, inBucket: Sql): Sql =>
  sql`${inBucket} AND key_hash IN (SELECT key_hash FROM ${workTable(work, 'changed')} WHERE ${inBucket})`;

/** Everything told of the repeated cases, before and by this batch. */
function tellingsOf(work: Work, columns: Sql, inBucket: Sql): Sql {
  const told = (part: 'known' | 'kept', isNew: string): Sql =>
    sql`SELECT ${columns}, ${trusted(isNew)} AS is_new FROM ${workTable(work, part)} WHERE ${inBucket}`;
  return sql`(${told('known', '0')} UNION ALL ${told('kept', '1')})`;
}

/**
 * Lists the cases whose current row changes, each with the version that will be current. A telling that came late may
 * change a value that is kept from the first telling, even when a later telling stays current.
 */
async function findChanged(
  warehouse: Warehouse,
  work: Work,
  cases: number,
): Promise<{ readonly corrected: number; readonly cases: number }> {
  const changed = workTable(work, 'changed');
  const columns = trusted('key_hash, row_hash, told_at, run_id, file, line');
  const isChanged = trusted(CONTRACTS[work.entity].keepFirst.length > 0 ? '1' : 'by_run');
  await warehouse.run(sql`
    CREATE TABLE ${changed} (key_hash UInt64, row_hash UInt64, by_run UInt8, news UInt64, was_known UInt8) ENGINE = MergeTree ORDER BY key_hash`);
  await perBucket(cases, KEYS_AT_ONCE / 4, (inBucket) =>
    warehouse.run(sql`
      INSERT INTO ${changed}
      SELECT key_hash, argMax(row_hash, ${ORDER}) AS last_hash, argMax(is_new, ${ORDER}) AS by_run, sum(is_new) AS news, min(is_new) = 0 AS was_known
      FROM ${tellingsOf(work, columns, inBucket)} GROUP BY key_hash HAVING news > 0 AND ${isChanged}`),
  );
  // The first row of a case nobody knew corrects nothing.
  const [found] = await warehouse.rows<{ corrected: number; cases: number }>(
    sql`SELECT sumIf(news - (1 - was_known), by_run = 1) AS corrected, count() AS cases FROM ${changed}`,
  );
  return found ?? { corrected: 0, cases: 0 };
}

async function monthsKnown(warehouse: Warehouse, work: Work): Promise<string> {
  const months = await warehouse.rows<{ month: number }>(sql`SELECT DISTINCT month FROM ${workTable(work, 'known')} ORDER BY month`);
  return months.map(({ month }) => month).join(', ');
}

/** For each changed case, the values that are kept from its first telling. */
function firstsOf(work: Work, inBucket: Sql): Sql {
  const columns = CONTRACTS[work.entity].keepFirst.flatMap(({ column, day }) => [column, day]);
  const firsts = CONTRACTS[work.entity].keepFirst.flatMap(({ column, day }) =>
    [column, day].map(
      (name) => sql`argMinIf(${identifier(name)}, ${ORDER}, isNotNull(${identifier(column)})) AS ${identifier(`first_told_${name}`)}`,
    ),
  );
  const all = columnList(['key_hash', 'row_hash', 'told_at', 'run_id', 'file', 'line', ...columns]);
  return sql`(SELECT key_hash AS case_key, ${commas(firsts)} FROM ${tellingsOf(work, all, changedIn(work, inBucket))} GROUP BY key_hash)`;
}

const commas = (pieces: readonly Sql[]): Sql => pieces.reduce((all, piece) => sql`${all}, ${piece}`);

/** Writes the rows that become current; a withdrawn case gets none. */
async function buildLatest(warehouse: Warehouse, work: Work, cases: number): Promise<void> {
  const { keepFirst, cohortDay } = CONTRACTS[work.entity];
  const latest = await createRows(warehouse, work, 'latest');
  const names = (await columnsOf(warehouse, work.entity)).map(({ name }) => name);
  const kept = new Set(keepFirst.flatMap(({ column, day }) => [column, day]));
  const values = commas(names.map((name) => (kept.has(name) ? sql`first_told_${trusted(name)} AS ${identifier(name)}` : identifier(name))));
  const months = await monthsKnown(warehouse, work);
  await perBucket(cases, ROWS_AT_ONCE, (inBucket) => {
    const isLast = sql`is_withdrawn = 0 AND (key_hash, row_hash) IN (SELECT key_hash, row_hash FROM ${workTable(work, 'changed')} WHERE ${inBucket})`;
    const fresh = sql`SELECT * FROM ${workTable(work, 'kept')} WHERE ${inBucket} AND ${isLast}`;
    if (kept.size === 0) return warehouse.run(withSettings(sql`INSERT INTO ${latest} ${fresh}`, ANY_MONTHS));
    const old = sql`SELECT * FROM ${identifier(`${work.entity}_version`)} WHERE toYYYYMM(${identifier(cohortDay)}) IN (${trusted(months)}) AND ${inBucket} AND ${isLast}`;
    const rows = months === '' ? fresh : sql`${fresh} UNION ALL ${old}`;
    const settled = sql`INSERT INTO ${latest} SELECT ${values} FROM (${rows}) AS telling INNER JOIN ${firstsOf(work, inBucket)} AS first ON telling.key_hash = first.case_key`;
    return warehouse.run(withSettings(settled, ANY_MONTHS));
  });
}

/** Months (as partitions are named) in which some row of the changed cases stands. */
async function findTouched(warehouse: Warehouse, work: Work, cases: number): Promise<string[]> {
  const touched = workTable(work, 'touched');
  await warehouse.run(sql`CREATE TABLE ${touched} (month UInt32) ENGINE = MergeTree ORDER BY month`);
  const months = await monthsKnown(warehouse, work);
  if (months === '') return [];
  const month = sql`toYYYYMM(${identifier(CONTRACTS[work.entity].cohortDay)})`;
  await perBucket(cases, KEYS_AT_ONCE, (inBucket) =>
    warehouse.run(sql`
      INSERT INTO ${touched}
      SELECT DISTINCT ${month} FROM ${identifier(work.entity)} WHERE ${month} IN (${trusted(months)}) AND ${changedIn(work, inBucket)}`),
  );
  const rows = await warehouse.rows<{ month: number }>(sql`SELECT DISTINCT toString(month) AS month FROM ${touched} ORDER BY month`);
  return rows.map((row) => String(row.month));
}

/**
 * Builds the months that lose a row as they will be: their parts by hard link, the rows that go masked, the rows that come
 * beside them. No row that stays is copied.
 */
async function buildCurrent(warehouse: Warehouse, work: Work, months: readonly string[], cases: number): Promise<void> {
  const current = await createRows(warehouse, work, 'current');
  const attach = (month: string, from: Sql): Sql => sql`ATTACH PARTITION ID ${trusted(`'${month}'`)} FROM ${from}`;
  await warehouse.run(sql`ALTER TABLE ${current} ${commas(months.map((month) => attach(month, identifier(work.entity))))}`);
  await perBucket(cases, KEYS_AT_ONCE, async (inBucket) => {
    const changed = await listHidden(
      warehouse,
      work,
      'hidden_cases',
      sql`SELECT key_hash FROM ${workTable(work, 'changed')} WHERE ${inBucket}`,
    );
    await hideRows(warehouse, work, 'current', sql`${inBucket} AND key_hash IN ${changed}`);
  });
  const coming = months.flatMap((month) => [attach(month, workTable(work, 'batch')), attach(month, workTable(work, 'latest'))]);
  await warehouse.run(sql`ALTER TABLE ${current} ${commas(coming)}`);
}

/** Prepares the rows that become current and the months that lose rows; gives how many rows correct an earlier one. */
export async function settleCurrent(warehouse: Warehouse, work: Work, repeatedCases: number): Promise<number> {
  const { corrected, cases } = await findChanged(warehouse, work, repeatedCases);
  if (cases === 0) return corrected;
  await buildLatest(warehouse, work, cases);
  const months = await findTouched(warehouse, work, cases);
  if (months.length > 0) await buildCurrent(warehouse, work, months, cases);
  return corrected;
}
