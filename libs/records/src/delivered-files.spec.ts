import type { DataSource } from 'typeorm';
import {
  beginFiles,
  endFile,
  forgetEarlier,
  lastReadFrom,
  loadedFiles,
  pathOfFile,
  releaseFile,
  runOfFile,
  takenFiles,
  takeFile,
} from './delivered-files';
import { openRecords } from './open-records';
import { startRun } from './pipeline-runs';
import { describeSource } from './sources';

describe('a delivered file', () => {
  let records: DataSource;
  beforeAll(async () => {
    records = await openRecords('memory');
    for (const name of ['queue', 'other']) await describeSource(records, { name, title: 'Hàng đợi', everyHours: null });
  });
  afterAll(() => records.destroy());

  const file = { source: 'queue', address: 'a.csv', fingerprint: 'v1', readFrom: '/drop/loading/a.csv' };

  it('belongs to the run that read it after it was taken, not to one that read an earlier file of that name', async () => {
    await startRun(records, 'queue', [file.readFrom]);
    const taken = await takeFile(records, file);
    expect(await runOfFile(records, taken)).toBeUndefined();
    await startRun(records, 'other', [file.readFrom]);
    await startRun(records, 'queue', ['/drop/loading/b.csv']);
    const { id } = await startRun(records, 'queue', ['/x.csv', file.readFrom]);
    expect((await runOfFile(records, taken))?.id).toBe(id);
    await releaseFile(records, taken.id);
    expect(await takenFiles(records, 'queue')).toEqual([]);
  });

  it('is found again by the run, where it stands at the end', async () => {
    const { id: runId } = await startRun(records, 'queue', [file.readFrom]);
    const { id } = await takeFile(records, file);
    expect([await beginFiles(records, [id]), await beginFiles(records, [id])]).toEqual([1, 2]);
    await endFile(records, id, { status: 'loaded', runId, standsAt: '/drop/done/a.csv' });
    expect(await pathOfFile(records, { runId, readFrom: file.readFrom })).toBe('/drop/done/a.csv');
    expect(await pathOfFile(records, { runId, readFrom: '/elsewhere/b.csv' })).toBe('/elsewhere/b.csv');
    expect(await lastReadFrom(records, 'queue', file.readFrom)).toMatchObject({ id, status: 'loaded', attempts: 2 });
  });

  it('is known by its last content', async () => {
    const { id: runId } = await startRun(records, 'queue', [file.readFrom]);
    const next = await takeFile(records, { ...file, fingerprint: 'v2' });
    expect((await loadedFiles(records, 'queue')).get('a.csv')?.fingerprint).toBe('v1');
    await endFile(records, next.id, { status: 'loaded', runId, standsAt: null });
    await forgetEarlier(records, next);
    expect([...(await loadedFiles(records, 'queue'))].map(([address, { fingerprint }]) => [address, fingerprint])).toEqual([
      ['a.csv', 'v2'],
    ]);
    expect((await loadedFiles(records, 'other')).size).toBe(0);
  });
});
