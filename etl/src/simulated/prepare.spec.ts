import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listRuns } from '@evenhand/records';
import { sql } from '@evenhand/warehouse';
import { openStores, type Stores } from '../stores';
import { freshDataFolder } from '../testing/fresh-data-folder';
import type { Simulation } from './generate';
import { prepareSimulatedCity } from './prepare';

const SMALL: Simulation = { seed: 7, range: { from: '2026-01-01', to: '2026-03-01' }, points: ['00340', '09661'] };

describe('preparing the simulated city', () => {
  const path = mkdtempSync(join(tmpdir(), 'evenhand-prepare-'));
  let stores: Stores;
  beforeAll(async () => {
    stores = await openStores({ EVENHAND_DATA: await freshDataFolder(join(path, 'data')) }, 'a test');
  }, 60_000);
  afterAll(async () => {
    await stores.close();
    rmSync(path, { recursive: true });
  });

  const published = async (): Promise<string[]> =>
    (await listRuns(stores.records)).filter(({ status }) => status === 'published').map(({ source }) => source);
  const tables = async (): Promise<unknown> =>
    stores.warehouse.rows(sql`
      SELECT (SELECT count() FROM ticket) AS tickets, (SELECT count() FROM dossier) AS dossiers, (SELECT count() FROM shift) AS shifts,
        (SELECT sum(cityHash64(ticket_id, issued_at, outcome)) FROM ticket) AS hash`);

  it('goes on where it was stopped, and leaves what was half written behind', async () => {
    const half = join(stores.folder.folder('simulated'), 'unfinished', 'queue-log');
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'tickets-2026-01.csv'), 'ticket,po');
    const stop = prepareSimulatedCity(stores, {
      simulation: SMALL,
      onProgress: ({ source }) => {
        if (source === 'national-dossiers') throw new Error('stopped');
      },
    });
    await expect(stop).rejects.toThrow('stopped');
    expect(await published()).toEqual(['queue-log']);
    const steps = new Set<string>();
    await prepareSimulatedCity(stores, { simulation: SMALL, onProgress: ({ step }) => steps.add(step) });
    expect([...steps]).toEqual(['load']); // the files were complete
    // so small a city has nothing to correct
    expect((await published()).toReversed()).toEqual(
      expect.arrayContaining(['queue-log', 'national-dossiers', 'ratings', 'shifts', 'petitions', 'premises']),
    );
    expect(new Set(await published()).size).toBe((await published()).length);
  }, 60_000);

  it('keeps no file that was published', () =>
    expect(readdirSync(join(stores.folder.folder('simulated'), 'files'), { recursive: true }).filter((name) => name.includes('.'))).toEqual(
      ['simulation.json'],
    ));

  it('does nothing when all of it is there', async () => {
    const before = await tables();
    const runs = (await listRuns(stores.records)).length;
    await prepareSimulatedCity(stores, { simulation: SMALL });
    expect(await tables()).toEqual(before);
    expect((await listRuns(stores.records)).length).toBe(runs);
  });

  it('leaves a real city alone', async () => {
    const runs = (await listRuns(stores.records)).length;
    const real = { ...stores.city, settings: { ...stores.city.settings, isSimulated: false } };
    await prepareSimulatedCity({ ...stores, city: real }, { simulation: { ...SMALL, seed: 9 } });
    expect((await listRuns(stores.records)).length).toBe(runs);
  });
});
