import { openWarehouse, sql, type Warehouse } from '@evenhand/warehouse';
import { claimDataFolder, type DataFolder } from '@evenhand/data-folder';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interruptLoads } from './interruption';

describe('loads in hand when the server stops', () => {
  const place = mkdtempSync(join(tmpdir(), 'evenhand-interruption-'));
  let folder: DataFolder;
  let warehouse: Warehouse;
  beforeAll(async () => {
    folder = await claimDataFolder(place, 'a test');
    warehouse = await openWarehouse({ folder });
    await warehouse.run(sql`CREATE TABLE load_1_ticket_batch (a UInt64) ENGINE = MergeTree ORDER BY a`);
    await warehouse.run(sql`CREATE TABLE rollup_ticket_day (a UInt64) ENGINE = MergeTree ORDER BY a`);
  });
  afterAll(async () => {
    await warehouse.close();
    await folder.release();
    rmSync(place, { recursive: true });
  });

  it('are cancelled while they fill their work tables', async () => {
    // Ten milliards of rows would take minutes.
    const load = warehouse.run(sql`INSERT INTO load_1_ticket_batch SELECT sipHash64(number) FROM numbers(10000000000)`);
    // The engine says otherwise of a statement that had only just been taken in.
    const refused = expect(load).rejects.toThrow(/cancelled|killed/);
    await interruptLoads(warehouse, load);
    await refused;
  });

  it('get to their end once they publish', async () => {
    const publishing = warehouse.run(sql`INSERT INTO rollup_ticket_day SELECT sipHash64(number) FROM numbers(2000000)`);
    await interruptLoads(warehouse, publishing);
    await publishing;
    expect(await warehouse.rows(sql`SELECT count() AS n FROM rollup_ticket_day`)).toEqual([{ n: 2_000_000 }]);
  });

  it('need nothing when none is running', async () => {
    await expect(interruptLoads(warehouse, Promise.resolve())).resolves.toBeUndefined();
  });
});
