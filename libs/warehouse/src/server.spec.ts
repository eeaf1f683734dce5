import { param, sql } from './sql';
import { type EngineOverHttp, startEngineOverHttp } from './testing/engine-over-http';
import { openWarehouse, type Warehouse } from './warehouse';

describe('a warehouse named by its URL', () => {
  let engine: EngineOverHttp;
  let warehouse: Warehouse;

  beforeAll(async () => {
    engine = await startEngineOverHttp();
    warehouse = await openWarehouse({ url: engine.url });
  });
  afterAll(async () => {
    await warehouse.close();
    await engine.stop();
  });

  it('makes its database and tables there', async () => {
    const tables = await warehouse.rows<{ name: string }>(sql`SELECT name FROM system.tables WHERE database = 'evenhand' ORDER BY name`);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['dossier', 'ticket', 'ticket_day', 'ticket_version']));
    expect(warehouse.isEmbedded).toBe(false);
  });

  it('binds values and keeps rows over HTTP', async () => {
    await warehouse.insert('working_day', [{ day: '2026-10-01' }, { day: '2026-10-02' }]);
    const days = param('Array(Date)', ['2026-10-02', '2026-10-03']);
    expect(await warehouse.rows(sql`SELECT day FROM working_day WHERE day IN ${days} ORDER BY day`)).toEqual([{ day: '2026-10-02' }]);
  });

  it('tells the engine’s error by its code', async () => {
    await expect(warehouse.rows(sql`SELECT nothing FROM ticket`)).rejects.toMatchObject({
      name: 'WarehouseError',
      code: 'UNKNOWN_IDENTIFIER',
    });
  });

  it('opens again what is there', async () => {
    await warehouse.close();
    warehouse = await openWarehouse({ url: engine.url });
    expect(await warehouse.rows(sql`SELECT count() AS days FROM working_day`)).toEqual([{ days: 2 }]);
  });
});
