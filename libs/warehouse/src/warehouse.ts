import { setTimeout as wait } from 'node:timers/promises';
import { connect, type Connected, DATABASE, engineAtRest, startEngine, type WarehousePlace } from './connect';
import { type Exclusion, Gate } from './gate';
import { measured } from './measured';
import { migrate } from './migrate';
import { Readers } from './readers';
import { forgetValues, withValues } from './set-values';
import { identifier, literal, param, sql, type Sql } from './sql';
import { type TextFormat, textOf } from './text-stream';
import { BoundedTables, type ToldTable } from './wall/bounded-tables';
import { wallAround } from './wall/wall';
import { WarehouseError } from './warehouse-error';

/** One embedded connection runs one statement at a time, so readers get several and a load never holds them up. */
const READERS = 4;
/** A server runs as many statements at once as a client opens connections, ten unless told otherwise. */
const ON_A_SERVER = 10;

/** What a running statement has done so far. */
export interface Progress {
  readonly rows: number;
  readonly bytes: number;
}

/** By then the engine has found the tables that a query reads. */
const UNTIL_BEGUN_MS = 250;
/** How long closing waits for texts that are being read. */
const UNTIL_CLOSED_MS = 3_000;
/** How long closing waits for statements that were called off. */
const UNTIL_AT_REST_MS = 10_000;

/** How far a query has come: rows read, and those it will read as far as the engine can tell. */
export interface QueryProgress {
  readonly rows: number;
  readonly rowsToRead: number;
}

/** The one way to the facts. Values go in as typed parameters; names and text only from our own code. */
export class Warehouse {
  private readonly readers: Readers;
  private readonly writing: Connected;
  private begunAndEnded = 0;
  /** Texts that are being read, each on a connection of its own. */
  private readonly texts = new Set<Promise<void>>();

  /** @internal use {@link openWarehouse} */
  constructor(
    private readonly place: WarehousePlace,
    private readonly connections: readonly [Connected, ...Connected[]],
    private readonly gate = new Gate(),
    private bounded: BoundedTables | null = null,
  ) {
    const [writing, ...reading] = connections;
    this.writing = writing;
    // A throw-away folder belongs to one connection.
    this.readers = new Readers(reading.length === 0 || isReader(place) ? connections : reading, isEmbedded(place) ? 1 : ON_A_SERVER);
  }

  /**
   * The same facts over an account of the server that may only read: whatever a question says, it changes nothing and reaches
   * nothing else. Its queries stand behind the same swaps. To be closed by itself.
   */
  async forQuestions(url: string): Promise<Warehouse> {
    const place = { url, isReader: true };
    const [first, ...others] = await Promise.all([connect(place), ...Array.from({ length: READERS - 1 }, () => connect(place))]);
    return new Warehouse(place, [first, ...others], this.gate, this.bounded);
  }

  /** True when the engine runs in this process. */
  get isEmbedded(): boolean {
    return isEmbedded(this.place);
  }

  /**
   * A number that grows whenever a statement that may change something begins or ends. While it stands, an embedded warehouse
   * stands as well; a server may be written by others.
   */
  get writes(): number {
    return this.begunAndEnded;
  }

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

  /**
   * Runs a query and gives its rows. Integers of 64 bits come as numbers, decimals as numbers, instants as ISO text. A long
   * query passes the gate when it begins and holds up no swap: each table it reads stays for it as it found it.
   */
  async rows<Row>(asked: Sql, { isLong = false }: { readonly isLong?: boolean } = {}): Promise<Row[]> {
    const query = this.within(asked);
    if (!isLong) return this.gate.read(() => this.ask<Row>(query));
    let rows: Promise<Row[]> | undefined;
    await this.gate.read(() => Promise.race([(rows = this.ask<Row>(query)), wait(UNTIL_BEGUN_MS)]));
    return rows ?? [];
  }

  private async ask<Row>(query: Sql): Promise<Row[]> {
    const { text } = query.render();
    try {
      return await this.readers.use((connection) =>
        measured('query', () =>
          withValues(connection, query, async (values) => {
            const result = await connection.client.query({
              query: text,
              ...(values && { query_params: values }),
              format: 'JSONEachRow',
              clickhouse_settings: { output_format_json_quote_64bit_integers: 0, date_time_output_format: 'iso' },
            });
            return result.json<Row>();
          }),
        ),
      );
    } catch (error) {
      throw new WarehouseError(error, text);
    }
  }

  /**
   * The result of a query as text, piece by piece, on a connection of its own. It shows the data as it is when the first
   * piece is asked for, and holds up neither a swap nor another reader however slowly it is read.
   */
  text(query: Sql, format: TextFormat): AsyncGenerator<string> {
    // Whoever asks for the text is known here; whoever takes its pieces may be a socket.
    return this.streamed(this.within(query), format);
  }

  private async *streamed(query: Sql, format: TextFormat): AsyncGenerator<string> {
    const isShared = this.place === 'memory';
    let end = (): void => undefined;
    const ended = new Promise<void>((isOver) => (end = isOver));
    this.texts.add(ended);
    try {
      const connection = isShared ? this.connections[0] : await connect(this.place);
      try {
        yield* this.pieces(textOf(connection, query, format));
      } finally {
        if (!isShared) await connection.client.close();
      }
    } finally {
      this.texts.delete(ended);
      end();
    }
  }

  private async *pieces(text: AsyncGenerator<string>): AsyncGenerator<string> {
    try {
      let piece = await this.gate.read(() => text.next());
      for (; piece.done !== true; piece = await text.next()) yield piece.value;
    } finally {
      await text.return(undefined);
    }
  }

  /** The tables whose rows are of points: those that a wall stands in. */
  get boundedTables(): readonly string[] {
    return this.bounded?.names ?? [];
  }

  /** @internal reads which tables these are, once all of them are there */
  async learnTables(): Promise<void> {
    const told = await this.rows<ToldTable>(sql`
      SELECT name, CAST(name IN (SELECT table FROM system.columns WHERE database = currentDatabase() AND name = 'point_code'), 'Bool') AS hasPoint,
        if(engine = 'View', as_select, '') AS reads
      FROM system.tables WHERE database = currentDatabase() ORDER BY name`);
    this.bounded = new BoundedTables(DATABASE, told);
  }

  private within(query: Sql): Sql {
    const wall = wallAround();
    if (wall === null) return query;
    if (this.bounded === null) throw new Error('Nobody knows yet in which tables the wall stands.');
    return this.bounded.within(query, wall);
  }

  /** How far the queries have come that carry this `log_comment`; `null` when none of them runs. */
  async progressOf(comment: string): Promise<QueryProgress | null> {
    const [progress] = await this.rows<QueryProgress & { running: number }>(sql`
      SELECT count() AS running, sum(read_rows) AS rows, sum(greatest(read_rows, total_rows_approx)) AS rowsToRead
      FROM system.processes WHERE Settings['log_comment'] = ${param('String', comment)}`);
    return progress && progress.running > 0 ? { rows: progress.rows, rowsToRead: progress.rowsToRead } : null;
  }

  /** Ends the queries that carry this `log_comment`; whoever waits for them gets a WarehouseError. */
  async stop(comment: string): Promise<void> {
    const running = await this.rows<{ id: string }>(sql`
      SELECT query_id AS id FROM system.processes WHERE Settings['log_comment'] = ${param('String', comment)}`);
    for (const { id } of running) await this.rows(sql`KILL QUERY WHERE query_id = ${literal(id)} ASYNC`);
  }

  /** Runs a statement that gives no rows, one after the other with every other statement. Settings go into it, see `withSettings`. */
  async run(statement: Sql): Promise<void> {
    await this.written(() => runOn(this.writing, statement));
  }

  private async written(job: () => Promise<void>): Promise<void> {
    // Whoever reads a part of the facts must not decide about all of them.
    if (wallAround() !== null) throw new Error('Nothing is written within a wall.');
    this.begunAndEnded++;
    try {
      await job();
    } finally {
      this.begunAndEnded++;
    }
  }

  /**
   * Runs statements that touch nothing of one another, two at a time, and ends when none of them runs any more. When one
   * fails, those that had not begun are left out and its error is thrown.
   */
  async runTogether(statements: readonly Sql[]): Promise<void> {
    await this.written(() => this.inLanes(statements));
  }

  private async inLanes(statements: readonly Sql[]): Promise<void> {
    const waiting = [...statements];
    const lane = async (connection: Connected): Promise<void> => {
      try {
        for (let next = waiting.shift(); next; next = waiting.shift()) await runOn(connection, next);
      } finally {
        waiting.length = 0;
      }
    };
    if (this.place === 'memory' || statements.length < 2) return lane(this.writing);
    const second = await connect(this.place);
    try {
      const ends = await Promise.allSettled([lane(this.writing), lane(second)]);
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    } finally {
      await second.client.close();
    }
  }

  /** Inserts a handful of rows of our own making (dimensions, settings). Facts are loaded by the engine, see `etl`. */
  async insert(table: string, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    const insertion = { table: identifier(table).render().text, format: 'JSONEachRow', values: rows } as const;
    await this.written(async () => {
      try {
        await this.writing.client.insert({ ...insertion, clickhouse_settings: { date_time_input_format: 'best_effort' } });
      } catch (error) {
        throw new WarehouseError(error, `INSERT INTO ${table}`);
      }
    });
  }

  /** How far the statement that runs on the writer has come; zeros when none runs. */
  async progress(): Promise<Progress> {
    const [running] = await this.rows<Progress>(sql`
      SELECT read_rows AS rows, read_bytes AS bytes FROM system.processes WHERE query LIKE 'INSERT%' ORDER BY elapsed DESC LIMIT 1`);
    return running ?? { rows: 0, bytes: 0 };
  }

  /** Closes all connections, once texts that are being read have ended; one that nobody reads on is not waited for. */
  async close(): Promise<void> {
    await Promise.race([Promise.all(this.texts), wait(UNTIL_CLOSED_MS, undefined, { ref: false })]);
    for (const { client } of this.connections) await client.close();
    // A statement that nobody waits for any more, such as one that was called off, holds the folder until it has ended.
    if (this.isEmbedded) await Promise.race([engineAtRest(), wait(UNTIL_AT_REST_MS, undefined, { ref: false })]);
  }
}

async function runOn(connection: Connected, statement: Sql): Promise<void> {
  const { text } = statement.render();
  try {
    await measured('statement', () =>
      withValues(connection, statement, (values) => connection.client.command({ query: text, ...(values && { query_params: values }) })),
    );
  } catch (error) {
    throw new WarehouseError(error, text);
  } finally {
    await forgetValues(connection, statement);
  }
}

const isReader = (place: WarehousePlace): boolean => place !== 'memory' && 'url' in place && place.isReader === true;
const isEmbedded = (place: WarehousePlace): boolean => place === 'memory' || 'folder' in place;

/** Opens the facts and brings their tables up to date. */
export async function openWarehouse(place: WarehousePlace): Promise<Warehouse> {
  const started = place !== 'memory' && 'folder' in place ? await startEngine(place.folder) : undefined;
  const writer = await connect(place).finally(started);
  const readers = place === 'memory' ? [] : await Promise.all(Array.from({ length: READERS }, () => connect(place)));
  const warehouse = new Warehouse(place, [writer, ...readers]);
  await migrate(warehouse);
  await warehouse.learnTables();
  return warehouse;
}
