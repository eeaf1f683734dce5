import { identifier, join, param, type Sql, sql, trusted, type Warehouse } from '@evenhand/warehouse';
import type { EntityName } from '../contract/entity-contract';

/**
 * The tables a run works in; readers never look at them. `intake` keeps nothing: `accept` and `reject` split what flows
 * through it into `batch` and `rejected`. `staff` lists pseudonyms that its files tell often. `known` holds what earlier loads told of the batch's cases, `repeated` lists the
 * cases told before, twice, or withdrawn, `echo` the rows that tell once more what the batch tells, `kept` holds what the
 * other repeated cases say that is new, `hidden_cases` and `hidden_rows` what is being masked, `changed` the cases whose current row changes, `latest` the rows they get, `touched`
 * the months that lose a row and `current` those months as they will be. `settled` lists entries of quarantine that the run
 * decides anew; `quarantine`, one for a run, is quarantine as it will be then.
 */
export const WORK_PARTS = [
  ...(['accept', 'reject', 'intake', 'batch', 'rejected', 'staff'] as const),
  ...(['known', 'repeated', 'echo', 'kept', 'hidden_cases', 'hidden_rows', 'changed', 'latest', 'touched', 'current'] as const),
  ...(['settled', 'quarantine'] as const),
];
export type WorkPart = (typeof WORK_PARTS)[number];

/** One entity of one run. */
export interface Work {
  readonly runId: number;
  readonly entity: EntityName;
  readonly source: string;
}

const nameOf = ({ runId, entity }: Pick<Work, 'runId' | 'entity'>, part: WorkPart): string => `load_${runId}_${entity}_${part}`;

/** The name of a work table. */
export const workTable = (work: Pick<Work, 'runId' | 'entity'>, part: WorkPart): Sql => identifier(nameOf(work, part));

const WORK_NAME = new RegExp(`^load_(\\d+)_([a-z_]+)_(${WORK_PARTS.join('|')})$`);

/** The work tables that stand in the warehouse. */
export async function workTables(warehouse: Warehouse): Promise<{ runId: number; entity: string; part: WorkPart; name: string }[]> {
  const tables = await warehouse.rows<{ name: string }>(
    sql`SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'load_') ORDER BY name`,
  );
  return tables.flatMap(({ name }) => {
    const match = WORK_NAME.exec(name);
    const part = WORK_PARTS.find((one) => one === match?.[3]);
    return match?.[1] !== undefined && match[2] !== undefined && part ? [{ runId: Number(match[1]), entity: match[2], part, name }] : [];
  });
}

/** The columns of a table in their order. */
export async function columnsOf(warehouse: Warehouse, table: string): Promise<{ name: string; type: string }[]> {
  return warehouse.rows(
    sql`SELECT name, type FROM system.columns WHERE database = currentDatabase() AND table = ${param('String', table)} ORDER BY position`,
  );
}

/** Column names as a list in a statement. */
export const columnList = (names: readonly string[]): Sql => trusted(names.map((name) => `\`${name}\``).join(', '));

/**
 * The parts of a batch stay as they are written, however many: they go on into tables that merge them anyway. As nothing is
 * merged, masking need not leave room for it.
 */
const AS_WRITTEN = [
  'number_of_free_entries_in_pool_to_execute_mutation = 1',
  ...['max_bytes_to_merge_at_max_space_in_pool', 'max_bytes_to_merge_at_min_space_in_pool'].map((setting) => `${setting} = 1`),
  ...['parts_to_delay_insert', 'parts_to_throw_insert', 'max_parts_in_total'].map((setting) => `${setting} = 1000000`),
].join(', ');

/** Makes a table of rows of the entity, whose parts go on into other tables as they are. */
export async function createRows(warehouse: Warehouse, work: Work, part: WorkPart): Promise<Sql> {
  const table = workTable(work, part);
  const [fact] = await warehouse.rows<{ engine: string }>(
    sql`SELECT engine_full AS engine FROM system.tables WHERE database = currentDatabase() AND name = ${param('String', work.entity)}`,
  );
  const engine = trusted(`${fact?.engine ?? ''}, ${AS_WRITTEN}`);
  await warehouse.run(sql`CREATE TABLE ${table} AS ${identifier(work.entity)} ENGINE = ${engine}`);
  return table;
}

/** Makes the tables that a file is read into. */
export async function createLandingTables(warehouse: Warehouse, work: Work): Promise<void> {
  const columns = await columnsOf(warehouse, work.entity);
  const typed = trusted(columns.map(({ name, type }) => `\`${name}\` ${type}`).join(', '));
  const facts = columnList(columns.map(({ name }) => name));
  const intake = workTable(work, 'intake');
  const rejected = workTable(work, 'rejected');
  await warehouse.run(sql`CREATE TABLE ${intake} (${typed}, reasons Array(LowCardinality(String)), raw String) ENGINE = Null`);
  const batch = await createRows(warehouse, work, 'batch');
  await warehouse.run(sql`CREATE TABLE ${rejected} AS quarantine`);
  await warehouse.run(
    sql`CREATE MATERIALIZED VIEW ${workTable(work, 'accept')} TO ${batch} AS SELECT ${facts} FROM ${intake} WHERE empty(reasons)`,
  );
  await warehouse.run(sql`
    CREATE MATERIALIZED VIEW ${workTable(work, 'reject')} TO ${rejected} AS
    SELECT run_id, source, ${trusted(`'${work.entity}'`)} AS entity, file, line, reasons, raw, now64(3) AS rejected_at
    FROM ${intake} WHERE notEmpty(reasons)`);
}

/** Drops the given work tables, views first. Their files go later, in the background: there are many, and nobody waits for them. */
export async function dropWorkTables(warehouse: Warehouse, belongs: (runId: number) => boolean): Promise<void> {
  const tables = (await workTables(warehouse)).filter(({ runId }) => belongs(runId));
  const views = tables.filter(({ part }) => part === 'accept' || part === 'reject');
  const names = [...views, ...tables.filter((table) => !views.includes(table))].map(({ name }) => identifier(name));
  if (names.length > 0) await warehouse.run(sql`DROP TABLE IF EXISTS ${join(names, ', ')}`);
}
