import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimDataFolder } from '@evenhand/data-folder';
import type { DataSource } from 'typeorm';
import { Branch } from './entities/branch';
import { PointManagement } from './entities/point-management';
import { ServicePoint } from './entities/service-point';
import { Ward } from './entities/ward';
import { listPoints } from './known-points';
import { openRecords } from './open-records';
import { failRun, findRun, listRuns, markPublishing, publishRun, startRun, unfinishedRuns } from './pipeline-runs';
import { startPrivateServer } from './private-server';
import { addSender, findSender, listSenders, revokeSender } from './senders';
import { describeSource, listSources } from './sources';

interface Opened {
  readonly records: DataSource;
  readonly close: () => Promise<void>;
}

const inMemory = async (): Promise<Opened> => {
  const records = await openRecords('memory');
  return { records, close: () => records.destroy() };
};

const inFolder = async (): Promise<Opened> => {
  const path = mkdtempSync(join(tmpdir(), 'evenhand-records-'));
  const folder = await claimDataFolder(path, 'a test');
  const records = await openRecords({ folder });
  const close = async (): Promise<void> => {
    await records.destroy();
    await folder.release();
    rmSync(path, { recursive: true });
  };
  return { records, close };
};

/** Where no PostgreSQL is installed the embedded one takes its place: the facts are the same. */
const onServer = async (): Promise<Opened> => {
  const server = await startPrivateServer();
  if (!server) return inMemory();
  const records = await openRecords({ url: server.url });
  const close = async (): Promise<void> => {
    await records.destroy();
    await server.stop();
  };
  return { records, close };
};

const COUNT = { entity: 'ticket', read: 5, loaded: 3, duplicate: 1, quarantined: 1, corrected: 0, flagged: 0 };
const REASON = { entity: 'ticket', reason: 'finished_before_started', rows: 1 };

describe.each([
  ['in memory', inMemory],
  ['in a data folder', inFolder],
  ['on a PostgreSQL server', onServer],
])('the records %s', (_, open) => {
  let records: DataSource;
  let close: () => Promise<void>;

  beforeAll(async () => ({ records, close } = await open()), 60_000);
  afterAll(() => close(), 30_000);

  it('keep what was inserted beside a transaction that is rolled back', async () => {
    const branches = records.getRepository(Branch);
    const rolledBack = records.transaction(async (transaction) => {
      await transaction.getRepository(Branch).insert({ code: 'lost', name: 'Inside' });
      await new Promise((done) => setTimeout(done, 50));
      throw new Error('changed our mind');
    });
    await Promise.all([
      expect(rolledBack).rejects.toThrow('changed our mind'),
      branches.insert({ code: 'kept-1', name: 'Beside' }),
      branches.insert({ code: 'kept-2', name: 'Beside' }),
    ]);
    expect((await branches.find({ order: { code: 'ASC' } })).map(({ code }) => code)).toEqual(['kept-1', 'kept-2']);
  });

  it('give days back as they were written, whatever the zone of the machine', async () => {
    await records.getRepository(Ward).insert({ code: '00070', name: 'Hoàn Kiếm', type: 'phường', population: 100_000, column: 10, row: 5 });
    await records
      .getRepository(ServicePoint)
      .insert({ code: 'P1', name: 'Hoàn Kiếm', wardCode: '00070', validFrom: '2025-07-01', validTo: null });
    expect(await records.getRepository(ServicePoint).findOneBy({ code: 'P1' })).toEqual({
      code: 'P1',
      name: 'Hoàn Kiếm',
      wardCode: '00070',
      validFrom: '2025-07-01',
      validTo: null,
    });
  });

  it('name the branch that manages a point on the day asked for', async () => {
    await records.getRepository(PointManagement).insert([
      { pointCode: 'P1', branchCode: 'kept-1', validFrom: '2025-07-01', validTo: '2026-01-01' },
      { pointCode: 'P1', branchCode: 'kept-2', validFrom: '2026-01-01', validTo: null },
    ]);
    const branchOn = async (day: string): Promise<unknown> => (await listPoints(records, day))[0]?.branchCode;
    expect(await branchOn('2025-12-31')).toBe('kept-1');
    expect(await branchOn('2026-01-01')).toBe('kept-2');
    expect(await branchOn('2025-06-30')).toBeNull();
  });

  it('refuse a point in a ward that does not exist', () =>
    expect(
      records
        .getRepository(ServicePoint)
        .insert({ code: 'P2', name: 'Nowhere', wardCode: '99999', validFrom: '2025-07-01', validTo: null }),
    ).rejects.toMatchObject({ code: '23503' }));

  it('let the latest description of a source stand', async () => {
    await describeSource(records, { name: 'queue-log', title: 'Queue', everyHours: 24 });
    await describeSource(records, { name: 'queue-log', title: 'Queue log', everyHours: null });
    expect(await listSources(records)).toEqual([{ name: 'queue-log', title: 'Queue log', everyHours: null }]);
  });

  it('tell the story of a run that is published', async () => {
    const { id } = await startRun(records, 'queue-log', ['a.csv', 'b.csv'], new Date('2026-10-01T01:00:00.123Z'));
    expect((await unfinishedRuns(records)).map((run) => run.id)).toEqual([id]);
    await markPublishing(records, id, { counts: [COUNT], reasons: [REASON] });
    await publishRun(records, id, new Date('2026-10-01T01:00:09Z'));
    expect(await findRun(records, id)).toEqual({
      id,
      source: 'queue-log',
      status: 'published',
      startedAt: '2026-10-01T01:00:00.123Z',
      endedAt: '2026-10-01T01:00:09.000Z',
      files: ['a.csv', 'b.csv'],
      counts: [COUNT],
      reasons: [REASON],
      message: null,
      folder: null,
      notes: [],
      progress: null,
    });
    expect(await unfinishedRuns(records)).toEqual([]);
  });

  it('keep the sentence of a run that failed, and list the latest run first', async () => {
    const { id } = await startRun(records, 'ratings', ['c.csv']);
    await failRun(records, id, 'Nothing could be loaded.');
    expect((await listRuns(records))[0]).toMatchObject({ id, status: 'failed', message: 'Nothing could be loaded.' });
  });

  it('publish a run once only, and only after its parts are complete', async () => {
    const { id } = await startRun(records, 'ratings', ['c.csv']);
    await expect(publishRun(records, id)).rejects.toThrow(`Run ${id} is running; only a run that is publishing can become published.`);
    await markPublishing(records, id, { counts: [], reasons: [] });
    await publishRun(records, id);
    await expect(failRun(records, id, 'late')).rejects.toThrow(`Run ${id} is published`);
  });

  it('give a sender a token of which they keep the hash alone', async () => {
    const token = await addSender(records, { name: 'so-tu-phap', source: 'national-dossiers' }, new Date('2026-10-01T01:00:00Z'));
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(await records.query('SELECT * FROM sender'))).not.toContain(token);
    const known = { name: 'so-tu-phap', source: 'national-dossiers', createdAt: '2026-10-01T01:00:00.000Z', revokedAt: null };
    expect(await findSender(records, { source: 'national-dossiers', token })).toEqual(known);
    expect(await listSenders(records)).toEqual([known]);
  });

  it('know no sender by another token, and none of another source', async () => {
    const token = await addSender(records, { name: 'cua-nam', source: 'national-dossiers' });
    expect(await findSender(records, { source: 'national-dossiers', token: `${token}x` })).toBeUndefined();
    expect(await findSender(records, { source: 'national-dossiers', token: '' })).toBeUndefined();
    expect(await findSender(records, { source: 'queue-log', token })).toBeUndefined();
  });

  it('forget a token once its sender is revoked, and give the same sender another one', async () => {
    const name = 'yen-so';
    const first = await addSender(records, { name, source: 'national-dossiers' });
    await expect(addSender(records, { name, source: 'national-dossiers' })).rejects.toThrow(
      'There is a sender "yen-so" already; revoke it',
    );
    await revokeSender(records, name);
    expect(await findSender(records, { source: 'national-dossiers', token: first })).toBeUndefined();
    await expect(revokeSender(records, name)).rejects.toThrow('There is no active sender "yen-so".');
    const second = await addSender(records, { name, source: 'national-dossiers' });
    expect(await findSender(records, { source: 'national-dossiers', token: second })).toMatchObject({ name, revokedAt: null });
  });

  it.each(['', 'Sở Tư pháp', '-a', 'a_b', 'a'.repeat(42)])('refuse a sender named "%s"', async (name) => {
    await expect(addSender(records, { name, source: 'national-dossiers' })).rejects.toThrow(`A sender cannot be named "${name}"; use`);
  });

  it('say so when a run does not exist', () => expect(findRun(records, 4711)).rejects.toThrow('There is no run 4711.'));
});

describe('the records in a data folder', () => {
  it('are there again after closing, with their migrations run once', async () => {
    const path = mkdtempSync(join(tmpdir(), 'evenhand-records-'));
    const folder = await claimDataFolder(path, 'a test');
    const first = await openRecords({ folder });
    await first.getRepository(Branch).insert({ code: 'B1', name: 'Chi nhánh số 1' });
    await first.destroy();
    const second = await openRecords({ folder });
    expect(await second.getRepository(Branch).find()).toEqual([{ code: 'B1', name: 'Chi nhánh số 1' }]);
    expect(await second.query('SELECT count(*) AS n FROM migrations')).toEqual([{ n: String(second.migrations.length) }]);
    await second.destroy();
    await folder.release();
    rmSync(path, { recursive: true });
  }, 30_000);

  it('cannot be opened by a second owner: the folder has one', async () => {
    const path = mkdtempSync(join(tmpdir(), 'evenhand-records-'));
    const folder = await claimDataFolder(path, 'the Evenhand server');
    await expect(claimDataFolder(path, 'a load')).rejects.toThrow('is in use by the Evenhand server');
    await folder.release();
    rmSync(path, { recursive: true });
  });
});
