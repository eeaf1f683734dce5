import type { DataSource } from 'typeorm';
import { openRecords } from './open-records';
import { startRun } from './pipeline-runs';
import { describeSource } from './sources';
import { listWatermarks, moveWatermark, readWatermark } from './watermarks';

describe('a watermark', () => {
  let records: DataSource;
  beforeAll(async () => {
    records = await openRecords('memory');
    for (const name of ['queue', 'other']) await describeSource(records, { name, title: 'Hàng đợi', everyHours: null });
  });
  afterAll(() => records.destroy());

  it('is unknown until a run has published something', async () => {
    expect(await readWatermark(records, { source: 'queue', part: 'ticket' })).toBeUndefined();
  });

  it('is what the latest run left, for each part of each source on its own', async () => {
    const now = new Date('2026-10-05T01:00:00Z');
    const { id: runId } = await startRun(records, 'queue', [], now);
    const tickets = { source: 'queue', part: 'ticket' };
    await moveWatermark(records, tickets, { value: '2026-10-04T17:00:00.000000Z', runId, now });
    await moveWatermark(records, tickets, { value: '2026-10-05T00:30:00.000000Z', runId, now });
    await moveWatermark(records, { source: 'queue', part: 'rating' }, { value: 'page-7', runId, now });
    expect(await readWatermark(records, tickets)).toBe('2026-10-05T00:30:00.000000Z');
    expect(await readWatermark(records, { source: 'other', part: 'ticket' })).toBeUndefined();
    expect(await listWatermarks(records)).toEqual([
      { source: 'queue', part: 'rating', value: 'page-7', runId, movedAt: now },
      { source: 'queue', part: 'ticket', value: '2026-10-05T00:30:00.000000Z', runId, movedAt: now },
    ]);
  });

  it('belongs to a run that there is', async () => {
    await expect(moveWatermark(records, { source: 'queue', part: 'ticket' }, { value: 'x', runId: 4711 })).rejects.toThrow();
  });
});
