import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDataFolder, type DataFolder } from '@evenhand/data-folder';
import { MIGRATIONS, statementsOf } from './migrations';
import { param, sql } from './sql';
import { openWarehouse, type Warehouse } from './warehouse';
import { WarehouseError } from './warehouse-error';

describe('the embedded warehouse', () => {
  const path = mkdtempSync(join(tmpdir(), 'evenhand-warehouse-'));
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

  it('makes every table of the migrations', async () => {
    const tables = await warehouse.rows<{ name: string }>(sql`SELECT name FROM system.tables WHERE database = 'evenhand' ORDER BY name`);
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['dossier', 'dossier_version', 'rating', 'shift', 'ticket', 'ticket_day', 'ticket_version']),
    );
  });

  it('runs every file of the migrations folder, each opening with a comment', () => {
    const files = readdirSync(join(__dirname, '../migrations')).sort();
    expect(MIGRATIONS.map(({ name }) => `${name}.sql`)).toEqual(files);
    for (const { text } of MIGRATIONS) expect(text).toMatch(/^-- \S/);
  });

  it('takes typed parameters', async () => {
    const days = param('Array(Date)', ['2026-10-01', '2026-10-02']);
    expect(await warehouse.rows(sql`SELECT arrayJoin(${days}) AS day ORDER BY day`)).toEqual([
      { day: '2026-10-01' },
      { day: '2026-10-02' },
    ]);
  });

  it('answers a reader while a statement runs, and tells how far that one has come', async () => {
    const long = warehouse.run(sql`INSERT INTO FUNCTION null('x UInt64') SELECT cityHash64(number) FROM numbers(400000000)`);
    const first = await Promise.race([long.then(() => 'the statement'), warehouse.rows(sql`SELECT 1`).then(() => 'the reader')]);
    await long;
    expect(first).toBe('the reader');
  });

  it('runs statements together, and leaves out those behind one that fails', async () => {
    await warehouse.run(sql`CREATE TABLE together (n UInt8) ENGINE = MergeTree ORDER BY n`);
    const add = (n: number) => sql`INSERT INTO together SELECT ${param('UInt8', n)}`;
    await warehouse.runTogether([add(1), add(2), add(3)]);
    expect(await warehouse.rows(sql`SELECT n FROM together ORDER BY n`)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    const failing = sql`INSERT INTO together SELECT nothing`;
    await expect(warehouse.runTogether([failing, failing, add(4)])).rejects.toThrow(WarehouseError);
    expect(await warehouse.rows(sql`SELECT count() AS n FROM together`)).toEqual([{ n: 3 }]);
  });

  it('gives the engine’s error a code', async () => {
    const failure = await warehouse.rows(sql`SELECT nothing FROM ticket`).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(WarehouseError);
    expect((failure as WarehouseError).code).toBe('UNKNOWN_IDENTIFIER');
  });

  it('reopens what it wrote', async () => {
    await warehouse.insert('working_day', [{ day: '2026-10-01' }]);
    await warehouse.close();
    warehouse = await openWarehouse({ folder });
    expect(await warehouse.rows(sql`SELECT day FROM working_day`)).toEqual([{ day: '2026-10-01' }]);
  });

  it('splits a file into statements, comments apart', () =>
    expect(statementsOf('-- grain\nSELECT 1;\n\nSELECT 2;\n')).toEqual(['SELECT 1', 'SELECT 2']));
});
