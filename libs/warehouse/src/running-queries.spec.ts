import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { claimDataFolder, type DataFolder } from '@evenhand/data-folder';
import { param, sql } from './sql';
import { openWarehouse, type Warehouse } from './warehouse';
import { WarehouseError } from './warehouse-error';
import { type EngineSettings, withSettings } from './with-settings';

describe('queries that run', () => {
  const path = mkdtempSync(join(tmpdir(), 'evenhand-running-'));
  let folder: DataFolder;
  let warehouse: Warehouse;

  beforeAll(async () => {
    folder = await claimDataFolder(path, 'a test');
    warehouse = await openWarehouse({ folder });
  });
  afterAll(async () => {
    await warehouse.close();
    await folder.release();
    rmSync(path, { recursive: true, force: true });
  });

  const endless = (comment: string) =>
    withSettings(sql`SELECT sum(cityHash64(number)) AS sum FROM numbers(1000000000000)`, { log_comment: comment, max_threads: 1 });
  const failureOf = (query: Promise<unknown>): Promise<unknown> => query.catch((error: unknown) => error);

  it('tell how far they have come, and end when they are stopped', async () => {
    const failure = failureOf(warehouse.rows(endless('a long one')));
    let progress = await warehouse.progressOf('a long one');
    for (; !progress || progress.rows === 0; progress = await warehouse.progressOf('a long one')) await wait(10);
    expect(progress).toMatchObject({ rowsToRead: 1_000_000_000_000 });
    expect(await warehouse.progressOf('another one')).toBeNull();
    await warehouse.stop('a long one');
    const ended = await failure;
    expect(ended).toBeInstanceOf(WarehouseError);
    expect((ended as WarehouseError).code).toBe('QUERY_WAS_CANCELLED');
    expect(await warehouse.progressOf('a long one')).toBeNull();
  });

  it('[Q3] hold up nobody while a connection is free', async () => {
    const long = failureOf(warehouse.rows(endless('in the way')));
    const short = await Promise.all(Array.from({ length: 9 }, (_, index) => warehouse.rows(sql`SELECT ${param('UInt8', index)} AS x`)));
    expect(short.flat()).toEqual(Array.from({ length: 9 }, (_, index) => ({ x: index })));
    expect(await warehouse.progressOf('in the way')).not.toBeNull();
    await warehouse.stop('in the way');
    await long;
  });

  it('hold up nobody who brings values, when they bring values of their own', async () => {
    const heavy = withSettings(sql`SELECT sum(cityHash64(number)) AS sum FROM numbers(${param('UInt64', 1_000_000_000_000)})`, {
      log_comment: 'a heavy one',
      max_threads: 1,
    });
    const long = failureOf(warehouse.rows(heavy));
    while ((await warehouse.progressOf('a heavy one')) === null) await wait(10);
    expect(await warehouse.rows(sql`SELECT ${param('String', 'light')} AS x`)).toEqual([{ x: 'light' }]);
    await warehouse.stop('a heavy one');
    expect(await long).toMatchObject({ code: 'QUERY_WAS_CANCELLED' });
  });

  it('are not held up by a statement that brings values and writes for long', async () => {
    const writing = warehouse.run(sql`
      INSERT INTO FUNCTION null('x UInt64') SELECT cityHash64(number) FROM numbers(${param('UInt64', 400_000_000)}) SETTINGS max_threads = 1`);
    const first = await Promise.race([
      writing.then(() => 'the statement'),
      warehouse.rows(sql`SELECT ${param('String', 'light')} AS x`).then(() => 'the reader'),
    ]);
    await writing;
    expect(first).toBe('the reader');
  });

  it('[Q3] keep to the time, the memory and the rows that their own settings allow', async () => {
    const codeWith = async (settings: EngineSettings): Promise<string> => {
      const numbers = sql`SELECT number, groupArray(number) OVER () AS all FROM numbers(1000000)`;
      return ((await failureOf(warehouse.rows(withSettings(numbers, settings)))) as WarehouseError).code;
    };
    expect(await codeWith({ max_memory_usage: 10_000_000 })).toBe('MEMORY_LIMIT_EXCEEDED');
    expect(await codeWith({ max_execution_time: 0.01 })).toBe('TIMEOUT_EXCEEDED');
    const rows = withSettings(sql`SELECT number FROM numbers(100)`, { max_result_rows: 10, result_overflow_mode: 'throw' });
    expect(((await failureOf(warehouse.rows(rows))) as WarehouseError).code).toBe('TOO_MANY_ROWS_OR_BYTES');
  });

  it('give their result as text, piece by piece, with values bound as they are', async () => {
    const hostile = `a'b\\c\td\ne{x:Identifier}`;
    const query = sql`SELECT number, ${param('String', hostile)} AS one, ${param('Array(String)', [hostile, 'z'])} AS many
      FROM numbers(${param('UInt64', 200_000)})`;
    let pieces = 0;
    let text = '';
    for await (const piece of warehouse.text(query, 'JSONEachRow')) {
      pieces++;
      text += piece;
    }
    const lines = text.trimEnd().split('\n');
    expect(pieces).toBeGreaterThan(1);
    expect(lines).toHaveLength(200_000);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ number: 199_999, one: hostile, many: [hostile, 'z'] });
  });

  it('let a reader who has seen enough of a text go', async () => {
    for await (const piece of warehouse.text(sql`SELECT number FROM numbers(1000000000)`, 'CSV')) {
      expect(piece.startsWith('0\n1\n')).toBe(true);
      break;
    }
    await expect(warehouse.swap(() => Promise.resolve())).resolves.toBeDefined();
  });

  it('say what was wrong with a text', async () => {
    const read = async (): Promise<void> => {
      for await (const piece of warehouse.text(sql`SELECT nothing FROM ticket`, 'CSV')) expect(piece).toBe('');
    };
    expect(await failureOf(read())).toBeInstanceOf(WarehouseError);
  });
});
