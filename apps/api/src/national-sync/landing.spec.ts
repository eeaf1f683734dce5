import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from '@evenhand/warehouse';
import { startServer, type StartedServer } from '../testing/started-server';
import { dossier, dossierCode, eventually, statusesOf, step, syncSender } from '../testing/sync-sender';
import { LandedNames, readLandedName } from '../landing/landed-name';
import { LandingLoader } from './landing-loader';
import { SYNC_DEFAULTS, type SyncSettings, syncSettings } from './sync-settings';

const folderOf = (server: StartedServer, ...parts: readonly string[]): string =>
  join(server.data, 'landing', 'national-dossiers', ...parts);
const filesIn = (folder: string): string[] => readdirSync(folder).filter((name) => /\.(json|part|txt)$/.test(name));

/** A server that takes calls and loads none, as between the reply and a kill. */
async function startWithoutLoader(sync: SyncSettings = SYNC_DEFAULTS): Promise<StartedServer> {
  const server = await startServer(undefined, { sync });
  server.app.get(LandingLoader).onModuleDestroy();
  return server;
}

describe('a call that was accepted', () => {
  it('is loaded by the next process when the one that took it ends before', async () => {
    const first = await startWithoutLoader();
    const { token, tell, step: tellStep } = await syncSender(first, 'so-tu-phap');
    expect(await tell([dossier(1, { TrangThaiHoSo: '4' })])).toMatchObject({ error_code: '0' });
    expect(await tell([dossier(1, { TrangThaiHoSo: '9' }), dossier(2)], 'True')).toMatchObject({ error_code: '0' });
    expect(await tellStep([step(1)])).toMatchObject({ error_code: '0' });
    expect(filesIn(folderOf(first))).toHaveLength(3);
    expect(await statusesOf(first, [dossierCode(1)])).toEqual({});
    writeFileSync(folderOf(first, '20261105T000000000Z-000009_so-tu-phap_DongBoHoSoMC.json.part'), '{"service":"Don');
    await first.close();

    const second = await startServer(undefined, { folder: first.folder });
    const known = await syncSender(second, 'so-tu-phap', token);
    expect(await known.tell([dossier(2)])).toMatchObject({ error_code: '-3' });
    await eventually(
      () => Promise.resolve(filesIn(folderOf(second))),
      (files) => files.length === 0,
    );
    // The calls were loaded in the order in which they came: the second one is what is known of the first dossier.
    expect(await statusesOf(second, [dossierCode(1), dossierCode(2)])).toEqual({ [dossierCode(1)]: 9, [dossierCode(2)]: 9 });
    expect(await second.stores.warehouse.rows(sql`SELECT count() AS n FROM dossier_event`)).toEqual([{ n: 1 }]);
    expect(filesIn(folderOf(second, 'done'))).toHaveLength(3);
    await second.stop();
  });

  it('is loaded once when the process ended between publishing and noting it', async () => {
    const first = await startServer();
    const { tell } = await syncSender(first, 'so-tu-phap');
    await tell([dossier(1)]);
    const [done = ''] = await eventually(
      () => Promise.resolve(filesIn(folderOf(first, 'done'))),
      (files) => files.length === 1,
    );
    const text = readFileSync(folderOf(first, 'done', done), 'utf8');
    await first.close();
    writeFileSync(folderOf(first, done), text);
    const second = await startServer(undefined, { folder: first.folder });
    await eventually(
      () => Promise.resolve(filesIn(folderOf(second))),
      (files) => files.length === 0,
    );
    expect(await second.stores.warehouse.rows(sql`SELECT count() AS n FROM dossier_version`)).toEqual([{ n: 1 }]);
    await second.stop();
  });

  it('lies in files that no other user can read', async () => {
    const server = await startWithoutLoader();
    const { tell } = await syncSender(server, 'so-tu-phap');
    await tell([dossier(1)]);
    const [name = ''] = filesIn(folderOf(server));
    expect(readLandedName(name)).toMatchObject({ sender: 'so-tu-phap', service: 'DongBoHoSoMC' });
    expect([statSync(folderOf(server, name)).mode & 0o777, statSync(folderOf(server)).mode & 0o777]).toEqual([0o600, 0o700]);
    await server.stop();
  });
});

describe('the queue of calls', () => {
  it('sends senders away with a time to come back when too many calls wait', async () => {
    const server = await startWithoutLoader({ ...SYNC_DEFAULTS, mostCalls: 2, senderShare: 1 });
    const sender = await syncSender(server, 'so-tu-phap');
    const replies = await Promise.all([1, 2, 3, 4, 5].map((number) => sender.step([step(number)])));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 200, 429, 429, 429]);
    const refused = await sender.step([step(9)]);
    expect(refused).toMatchObject({ status: 429, error_code: '-6' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(filesIn(folderOf(server))).toHaveLength(2);
    await server.stop();
  });

  it('lets no sender keep the others out: each may fill its share', async () => {
    const server = await startWithoutLoader({ ...SYNC_DEFAULTS, mostCalls: 4 });
    const [loud, quiet] = [await syncSender(server, 'so-tu-phap'), await syncSender(server, 'so-y-te')];
    const replies = await Promise.all([1, 2, 3, 4, 5].map((number) => loud.step([step(number)])));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 200, 429, 429, 429]);
    expect(await quiet.step([step(6)])).toMatchObject({ status: 200, error_code: '0' });
    expect(await quiet.step([step(7)])).toMatchObject({ status: 200, error_code: '0' });
    expect(await quiet.step([step(8)])).toMatchObject({ status: 429, error_code: '-6' });
    await server.stop();
  });

  it('sends senders away when too many bytes wait', async () => {
    const server = await startWithoutLoader({ ...SYNC_DEFAULTS, mostBytes: 1_000, senderShare: 1 });
    const sender = await syncSender(server, 'so-tu-phap');
    expect(await sender.step([step(1)])).toMatchObject({ status: 200 });
    expect(await sender.step([1, 2, 3, 4].map((number) => step(number)))).toMatchObject({ status: 429, error_code: '-6' });
    await server.stop();
  });

  it('[E6] sets a file aside that cannot be loaded, with the reason, and loads the others', async () => {
    const first = await startWithoutLoader();
    const { tell } = await syncSender(first, 'so-tu-phap');
    await tell([dossier(1)]);
    const broken = '20200101T000000000Z-000001_so-tu-phap_DongBoHoSoMC.json';
    writeFileSync(folderOf(first, broken), '{"service":"DongBoHoSoMC","data":"none"}');
    await first.close();
    const second = await startServer(undefined, { folder: first.folder, sync: { ...SYNC_DEFAULTS, keepDays: 365_000 } });
    const aside = await eventually(
      () => Promise.resolve(filesIn(folderOf(second, 'failed'))),
      (files) => files.length === 2,
    );
    expect(aside.toSorted()).toEqual([broken, `${broken}.txt`]);
    expect(readFileSync(folderOf(second, 'failed', `${broken}.txt`), 'utf8')).toContain('has no list of records at "data"');
    await eventually(
      () => statusesOf(second, [dossierCode(1)]),
      (statuses) => statuses[dossierCode(1)] === 9,
    );
    await second.stop();
  });
});

describe('calls that were loaded', () => {
  it('are deleted once their time is over; what waits stays', async () => {
    const first = await startWithoutLoader();
    await first.close();
    const days = (ago: number): string =>
      new Date(Date.now() - ago * 86_400_000).toISOString().replace(/[-:.]/g, '') + '-000001_so-tu-phap_DongBoHoSoMC.json';
    mkdirSync(folderOf(first, 'done'), { recursive: true });
    for (const ago of [6.9, 7.1]) writeFileSync(folderOf(first, 'done', days(ago)), '{}');
    writeFileSync(folderOf(first, 'failed', days(7.1)), '{}');
    const waiting = days(30);
    writeFileSync(folderOf(first, waiting), JSON.stringify({ service: 'DongBoHoSoMC', isUpdating: 'False', data: [dossier(7)] }));
    const second = await startServer(undefined, { folder: first.folder });
    await eventually(
      () => statusesOf(second, [dossierCode(7)]),
      (statuses) => statuses[dossierCode(7)] === 9,
    );
    expect(filesIn(folderOf(second, 'failed'))).toEqual([]);
    expect(filesIn(folderOf(second, 'done')).filter((name) => name !== waiting)).toHaveLength(1);
    await second.stop();
  });

  it.each(['week', '-1', '366', '1.5'])('cannot be kept for "%s" days', (text) => {
    expect(() => syncSettings({ EVENHAND_SYNC_KEEP_DAYS: text })).toThrow(
      `EVENHAND_SYNC_KEEP_DAYS is "${text}"; write a number of days from 0`,
    );
  });

  it('are kept for seven days unless the environment says otherwise', () => {
    expect([syncSettings({}).keepDays, syncSettings({ EVENHAND_SYNC_KEEP_DAYS: '30' }).keepDays]).toEqual([7, 30]);
  });
});

describe('the names of landed calls', () => {
  it('follow each other even when the clock goes back', () => {
    const names = new LandedNames(Date.parse('2026-11-05T08:00:00.500Z'));
    const call = { sender: 'so-tu-phap', service: 'DongBoHoSoMC' } as const;
    const told = ['2026-11-05T08:00:01Z', '2026-11-05T07:00:00Z', '2026-11-05T08:00:02Z'].map((time) => names.next(new Date(time), call));
    expect(told).toEqual(told.toSorted());
    expect(told[1]).toBe('20261105T080001000Z-000002_so-tu-phap_DongBoHoSoMC.json');
  });
});
