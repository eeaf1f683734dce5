import { param, type Sql, sql, trusted, type Warehouse, withSettings } from '@evenhand/warehouse';

/** Settings of statements that move whole partitions. */
export const MOVING = { allow_replace_partition_from_empty_source: 1, mutations_sync: 1 } as const;

interface Slice {
  readonly partition: string;
  readonly n: number;
}

/** Where the rows of a run go. */
export interface Attachment {
  readonly runId: number;
  readonly from: readonly Sql[];
  readonly to: Sql;
  /** Partitions that get their rows in another way. */
  readonly except?: readonly string[];
  /** True when an earlier attempt may have attached some of them. */
  readonly isRepeated: boolean;
}

const quoted = (partition: string): Sql => trusted(`'${partition}'`);
const commas = (pieces: readonly Sql[]): Sql => pieces.reduce((all, piece) => sql`${all}, ${piece}`);

const partitionsOf = (warehouse: Warehouse, table: Sql, where: Sql): Promise<Slice[]> =>
  warehouse.rows(sql`SELECT _partition_id AS partition, count() AS n FROM ${table} WHERE ${where} GROUP BY partition ORDER BY partition`);

/** Partitions that already hold all rows of the run; what an interrupted attempt left half-way is taken out. */
async function completed(warehouse: Warehouse, { runId, to }: Attachment, wanted: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const standing = await partitionsOf(warehouse, to, sql`run_id = ${param('UInt64', runId)}`);
  const isComplete = ({ partition, n }: Slice): boolean => wanted.get(partition) === n;
  for (const { partition } of standing.filter((slice) => wanted.has(slice.partition) && !isComplete(slice)))
    await warehouse.run(
      withSettings(sql`ALTER TABLE ${to} DELETE IN PARTITION ID ${quoted(partition)} WHERE run_id = ${trusted(String(runId))}`, MOVING),
    );
  return standing.filter(isComplete).map(({ partition }) => partition);
}

/** Prepares to give a table the rows of others by hard link, partition by partition; the statement is for the swap. */
export async function attachment(warehouse: Warehouse, attach: Attachment): Promise<Sql | undefined> {
  const { from, to, except = [], isRepeated } = attach;
  const sources = [];
  for (const table of from) sources.push({ table, slices: await partitionsOf(warehouse, table, trusted('1')) });
  const wanted = new Map<string, number>();
  for (const { partition, n } of sources.flatMap(({ slices }) => slices))
    if (!except.includes(partition)) wanted.set(partition, (wanted.get(partition) ?? 0) + n);
  const done = isRepeated ? await completed(warehouse, attach, wanted) : [];
  const commands = sources.flatMap(({ table, slices }) =>
    slices
      .filter(({ partition }) => wanted.has(partition) && !done.includes(partition))
      .map(({ partition }) => sql`ATTACH PARTITION ID ${quoted(partition)} FROM ${table}`),
  );
  return commands.length === 0 ? undefined : withSettings(sql`ALTER TABLE ${to} ${commas(commands)}`, MOVING);
}
