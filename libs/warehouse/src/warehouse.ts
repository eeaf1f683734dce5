import { type ClickHouseClient, type ClickHouseClientConfigOptions, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import type { DataFolder } from '@evenhand/data-folder';
import { createChdbConnection } from 'chdb/connection';
import { type Exclusion, Gate } from './gate';
import { MIGRATIONS, statementsOf } from './migrations';
import { identifier, param, sql, trusted, type Sql } from './sql';
import { WarehouseError } from './warehouse-error';

/** Where the facts live: embedded in a data folder that this process owns, in a throw-away folder, or on a server. */
export type WarehousePlace = { readonly folder: DataFolder } | { readonly url: string } | 'memory';

const DATABASE = 'evenhand';
/** One embedded connection runs one statement at a time, so readers get several and a load never holds them up. */
const READERS = 4;
/** What fails is thrown, with its statement; the client need not print it as well. */
const QUIET = { level: ClickHouseLogLevel.OFF };

// chdb's types come from @clickhouse/client-common, the client carries a copy of its own: same shape, other identity
const embedded = (path: string): ClickHouseClient =>
  createClient({
    connection: createChdbConnection({ path }) as unknown as NonNullable<ClickHouseClientConfigOptions['connection']>,
  });

/** What a running statement has done so far. */
export interface Progress {
  readonly rows: number;
  readonly bytes: number;
}

/** The one way to the facts. Values go in as typed parameters; names and text only from our own code. */
export class Warehouse {
  private turn = 0;
  private readonly gate = new Gate();

  /** @internal use {@link openWarehouse} */
  constructor(
    readonly isEmbedded: boolean,
    private readonly writer: ClickHouseClient,
    private readonly readers: readonly ClickHouseClient[],
  ) {}

  /**
   * Runs several queries as one reading: all of them see the same publications. Another process that reads the same
   * server does not stand behind this gate.
   */
  reading<Result>(queries: () => Promise<Result>): Promise<Result> {
    return this.gate.read(queries);
  }

  /** Does what must be seen whole or not at all, while nobody reads. Everything slow belongs before it. */
  swap(job: () => Promise<void>): Promise<Exclusion> {
    return this.gate.exclude(job);
  }

  /** Runs a query and gives its rows. Integers of 64 bits come as numbers, decimals as numbers, instants as ISO text. */
  rows<Row>(query: Sql): Promise<Row[]> {
    return this.gate.read(() => this.ask<Row>(query));
  }

  private async ask<Row>(query: Sql): Promise<Row[]> {
    const { text, values } = query.render();
    const reader = this.readers[this.turn++ % this.readers.length] ?? this.writer;
    try {
      const result = await reader.query({
        query: text,
        query_params: { ...values },
        format: 'JSONEachRow',
        clickhouse_settings: { output_format_json_quote_64bit_integers: 0, date_time_output_format: 'iso' },
      });
      return await result.json<Row>();
    } catch (error) {
      throw new WarehouseError(error, text);
    }
  }

  /** Runs a statement that gives no rows, one after the other with every other statement. Settings go into it, see `withSettings`. */
  async run(statement: Sql): Promise<void> {
    const { text, values } = statement.render();
    try {
      await this.writer.command({ query: text, query_params: { ...values } });
    } catch (error) {
      throw new WarehouseError(error, text);
    }
  }

  /** Inserts a handful of rows of our own making (dimensions, settings). Facts are loaded by the engine, see `etl`. */
  async insert(table: string, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    try {
      await this.writer.insert({
        table: identifier(table).render().text,
        format: 'JSONEachRow',
        values: rows,
        clickhouse_settings: { date_time_input_format: 'best_effort' },
      });
    } catch (error) {
      throw new WarehouseError(error, `INSERT INTO ${table}`);
    }
  }

  /** How far the statement that runs on the writer has come; zeros when none runs. */
  async progress(): Promise<Progress> {
    const [running] = await this.rows<Progress>(sql`
      SELECT read_rows AS rows, read_bytes AS bytes FROM system.processes WHERE query LIKE 'INSERT%' ORDER BY elapsed DESC LIMIT 1`);
    return running ?? { rows: 0, bytes: 0 };
  }

  async close(): Promise<void> {
    for (const client of new Set([this.writer, ...this.readers])) await client.close();
  }
}

async function migrate(warehouse: Warehouse): Promise<void> {
  await warehouse.run(sql`
    CREATE TABLE IF NOT EXISTS migration (name String, applied_at DateTime64(3, 'UTC')) ENGINE = MergeTree ORDER BY name`);
  const applied = new Set((await warehouse.rows<{ name: string }>(sql`SELECT name FROM migration`)).map(({ name }) => name));
  for (const { name, text } of MIGRATIONS) {
    if (applied.has(name)) continue;
    // A process killed half-way through a file finds some of its tables there: the rest is made, nothing is made twice.
    for (const statement of statementsOf(text))
      await warehouse.run(trusted(statement.replace(/^CREATE TABLE (?!IF NOT EXISTS)/, 'CREATE TABLE IF NOT EXISTS ')));
    await warehouse.run(sql`INSERT INTO migration SELECT ${param('String', name)}, now64(3)`);
  }
}

/** Opens the facts and brings their tables up to date. */
export async function openWarehouse(place: WarehousePlace): Promise<Warehouse> {
  const isEmbedded = place === 'memory' || 'folder' in place;
  const createDatabase = { query: `CREATE DATABASE IF NOT EXISTS ${DATABASE} ENGINE = Atomic` };
  const open = async (): Promise<ClickHouseClient> => {
    if (place !== 'memory' && 'url' in place) {
      const anyDatabase = createClient({ url: place.url, log: QUIET });
      await anyDatabase.command(createDatabase);
      await anyDatabase.close();
      return createClient({ url: place.url, database: DATABASE, log: QUIET });
    }
    const client = embedded(place === 'memory' ? ':memory:' : place.folder.folder('warehouse'));
    await client.command(createDatabase);
    await client.command({ query: `USE ${DATABASE}` });
    return client;
  };
  const writer = await open();
  // A throw-away folder belongs to one connection.
  const readers = place === 'memory' ? [writer] : await Promise.all(Array.from({ length: READERS }, open));
  const warehouse = new Warehouse(isEmbedded, writer, readers);
  await migrate(warehouse);
  return warehouse;
}
