import { identifier, param, type Sql, sql, type Warehouse, withSettings } from '@evenhand/warehouse';
import { isEntityName } from '../contract/contracts';
import { type Work, workTable, workTables } from '../load/work-tables';

type RunWork = Pick<Work, 'runId' | 'entity'>;

const COPY = { max_partitions_per_insert_block: 0 } as const;

async function settledOf(warehouse: Warehouse, runId: number): Promise<RunWork[]> {
  const tables = (await workTables(warehouse)).filter((table) => table.runId === runId && table.part === 'settled');
  return tables.flatMap(({ entity }) => (isEntityName(entity) ? [{ runId, entity }] : []));
}

/** Rows of an entity as they will stand in quarantine: those seen before keep when and in which run that was. */
const refused = (work: RunWork, coming: Sql): Sql => sql`
  INSERT INTO ${coming} (run_id, source, entity, file, line, reasons, raw, rejected_at, entry_id, first_run_id, first_seen_at)
  SELECT if(s.kept_run_id = 0, r.run_id, s.kept_run_id), r.source, r.entity, r.file, r.line, r.reasons, r.raw, r.rejected_at, r.entry_id,
    if(s.first_run_id = 0, r.first_run_id, s.first_run_id), if(s.first_run_id = 0, r.first_seen_at, s.first_seen_at)
  FROM ${workTable(work, 'rejected')} AS r
  LEFT JOIN (SELECT file, line, max(kept_run_id) AS kept_run_id, min(first_run_id) AS first_run_id, min(first_seen_at) AS first_seen_at FROM ${workTable(work, 'settled')} GROUP BY file, line) AS s
  ON r.file = s.file AND r.line = s.line`;

/**
 * Builds quarantine as it will be, where the run decides anew about what stands there. A run that only adds needs none.
 * Repeating it changes nothing, also when it has been swapped in already.
 */
export async function prepareQuarantine(warehouse: Warehouse, runId: number): Promise<void> {
  const settled = await settledOf(warehouse, runId);
  const [first] = settled;
  if (!first) return;
  const coming = workTable(first, 'quarantine');
  await warehouse.run(sql`DROP TABLE IF EXISTS ${coming} SYNC`);
  await warehouse.run(sql`CREATE TABLE ${coming} AS quarantine`);
  const refusing = (await workTables(warehouse)).filter((table) => table.runId === runId && table.part === 'rejected');
  // What the run refuses comes from its own table, under an id of its own where it is read otherwise than before.
  const decided = [...settled.map((work) => workTable(work, 'settled')), ...refusing.map(({ name }) => identifier(name))];
  const others = decided.map((table) => sql`entry_id NOT IN (SELECT entry_id FROM ${table})`).reduce((all, one) => sql`${all} AND ${one}`);
  await warehouse.run(
    withSettings(sql`INSERT INTO ${coming} SELECT * FROM quarantine WHERE run_id != ${param('UInt64', runId)} AND ${others}`, COPY),
  );
  const isSettled = new Set(settled.map(({ entity }) => entity));
  for (const { entity } of refusing) {
    if (!isEntityName(entity)) continue;
    const work = { runId, entity };
    await warehouse.run(
      isSettled.has(entity) ? refused(work, coming) : sql`INSERT INTO ${coming} SELECT * FROM ${workTable(work, 'rejected')}`,
    );
  }
}

/** The record without what could tell of a person: its point and its instants, by which figures find it. */
const SLIM = sql`toJSONString(mapFilter((name, value) -> name = 'point_code' OR endsWith(name, '_at') OR endsWith(name, '_on'), JSONExtract(raw, 'Map(String, String)')))`;

/**
 * Notes what leaves quarantine with the run, before it does; undefined when the run only adds to it. What the run reads
 * otherwise than before and refuses again has not left. Repeating it changes nothing.
 */
export async function noteLeaving(warehouse: Warehouse, runId: number): Promise<Sql | undefined> {
  const coming = await comingTable(warehouse, runId);
  if (!coming) return undefined;
  const run = param('UInt64', runId);
  return sql`
  INSERT INTO left_quarantine (entry_id, source, entity, file, line, reasons, point_code, raw, first_run_id, first_seen_at, left_run_id, left_at)
  SELECT entry_id, source, entity, file, line, reasons, JSONExtractString(raw, 'point_code'), ${SLIM}, first_run_id, first_seen_at, ${run}, now64(3)
  FROM quarantine
  WHERE entry_id NOT IN (SELECT entry_id FROM ${coming})
    AND (source, entity, file, line, first_run_id) NOT IN (SELECT source, entity, file, line, first_run_id FROM ${coming})
    AND entry_id NOT IN (SELECT entry_id FROM left_quarantine WHERE left_run_id = ${run})`;
}

async function comingTable(warehouse: Warehouse, runId: number): Promise<Sql | undefined> {
  const coming = (await workTables(warehouse)).find((table) => table.runId === runId && table.part === 'quarantine');
  return coming && identifier(coming.name);
}

/** Puts quarantine as it was prepared in its place; undefined when the run only adds to it. */
export async function quarantineSwap(warehouse: Warehouse, runId: number): Promise<Sql | undefined> {
  const coming = await comingTable(warehouse, runId);
  if (!coming) return undefined;
  const replace = sql`ALTER TABLE quarantine REPLACE PARTITION ID 'all' FROM ${coming}`;
  return withSettings(replace, { allow_replace_partition_from_empty_source: 1 });
}
