import { writeFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { param, sql } from '@evenhand/warehouse';
import { loadSource } from '../load/load-source';
import { Scratch, TICKET_HEADER, TICKETS } from '../load/scratch-stores';
import type { Stores } from '../stores';
import { countByReason, countEntries, listEntries } from './entries';
import { replayQuarantine } from './replay';

const scratch = new Scratch();
let stores: Stores;
const NOW = new Date('2026-11-01T00:00:00Z');
beforeAll(async () => void (stores = await scratch.open()), 60_000);
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

const load = (source: string, ...files: string[]) => loadSource(stores, { source, files }, undefined, NOW);
const replay = (source: string, more: object = {}) => replayQuarantine(stores, { source, ...more }, undefined, NOW);
const tickets = (source: string) =>
  stores.warehouse.rows<{ id: string; file: string; line: number }>(
    sql`SELECT ticket_id AS id, file, line FROM ticket WHERE source = ${param('String', source)} ORDER BY id`,
  );
const entries = (source: string) => listEntries(stores.warehouse, { source }, { limit: 100 });
/** The mapping as it was before somebody noticed that the kiosk writes "done". */
const UNMAPPED = TICKETS;
const MAPPED = TICKETS.replace('outcome FROM', "if(outcome = 'done', 'served', outcome) AS outcome FROM");

describe('a replay', () => {
  it('lets in what a mended mapping reads, from the file it stands in; nothing is read twice', async () => {
    const source = scratch.source('mapping', { ticket: UNMAPPED });
    const file = scratch.file('mapping.csv', [
      TICKET_HEADER,
      'a,P1,2026-10-05 08:00:00,,served',
      'b,P1,2026-10-05 08:01:00,,done',
      'c,P1,never,,done',
    ]);
    await load(source, file);
    const before = await entries('mapping');
    expect(before.map(({ line, reasons }) => [line, reasons])).toEqual([
      [3, ['outcome_unknown']],
      [4, ['issued_at_unreadable', 'outcome_unknown']],
    ]);
    writeFileSync(join(source, 'ticket.sql'), MAPPED);
    const { runs, withheld } = await replay('mapping');
    expect(withheld).toBe(0);
    expect(runs.map(({ counts }) => counts)).toMatchObject([[{ read: 2, loaded: 1, duplicate: 0, quarantined: 1 }]]);
    expect(await tickets('mapping')).toEqual([
      { id: 'a', file: 'mapping.csv', line: 2 },
      { id: 'b', file: 'mapping.csv', line: 3 },
    ]);
    const after = await entries('mapping');
    expect(after).toMatchObject([
      { line: 4, reasons: ['issued_at_unreadable'], firstSeenAt: before[1]?.firstSeenAt, firstRunId: before[1]?.runId },
    ]);
  });

  it('keeps of what it let in which entry it was, its point and its instants, to tell of earlier moments', async () => {
    const left = await stores.warehouse.rows<{ line: number; reasons: string[]; raw: string }>(
      sql`SELECT line, reasons, raw FROM left_quarantine WHERE source = 'mapping' ORDER BY line`,
    );
    // The fourth line is refused again for less: it has not left.
    expect(left).toEqual([{ line: 3, reasons: ['outcome_unknown'], raw: expect.any(String) }]);
    expect(JSON.parse(left[0]?.raw ?? '')).toEqual({ point_code: 'P1', issued_at: '2026-10-05 08:01:00', first_called_at: '' });
  });

  it('may be repeated: what is still bad stays as it is, once', async () => {
    const before = await entries('mapping');
    expect((await replay('mapping')).runs).toMatchObject([{ status: 'failed', counts: [{ read: 1, quarantined: 1 }] }]);
    expect(await entries('mapping')).toEqual(before);
  });

  it('tries the record that was kept when the file is gone', async () => {
    const source = scratch.source('gone', { ticket: UNMAPPED });
    const file = scratch.file('gone.csv', [
      TICKET_HEADER,
      'a,P9,2026-12-05 08:00:00,,served',
      'b,Nguyễn Văn An,2026-12-05 08:00:00,,served',
    ]);
    await load(source, file);
    rmSync(file);
    // In December both have happened; of the second one quarantine kept no more than the shape of a name.
    const { runs, withheld } = await replayQuarantine(stores, { source: 'gone' }, undefined, new Date('2026-12-24T00:00:00Z'));
    expect([withheld, runs[0]?.counts[0]?.loaded]).toEqual([1, 1]);
    expect(await tickets('gone')).toEqual([{ id: 'a', file: 'gone.csv', line: 2 }]);
    expect((await entries('gone')).map(({ line, raw }) => [line, JSON.parse(raw)])).toMatchObject([[3, { point_code: '‹xxxxxx xxx xx›' }]]);
  });

  it('does not take lines of a file that has changed since', async () => {
    const source = scratch.source('changed', { ticket: UNMAPPED });
    const file = scratch.file('changed.csv', [TICKET_HEADER, 'a,P1,2026-10-05 08:00:00,,gone']);
    await load(source, file);
    writeFileSync(file, [TICKET_HEADER, 'z,P1,2026-10-05 08:00:00,,served', ''].join('\n'));
    utimesSync(file, new Date(), new Date(Date.now() + 5_000));
    expect((await replay('changed')).runs).toMatchObject([{ counts: [{ read: 1, loaded: 0, quarantined: 1 }] }]);
    expect(await tickets('changed')).toEqual([]);
  });

  it('takes only what is asked for', async () => {
    const source = scratch.source('asked', { ticket: UNMAPPED });
    await load(source, scratch.file('asked.csv', [TICKET_HEADER, 'a,P1,2026-10-05 08:00:00,,done', ',P1,2026-10-05 08:00:00,,served']));
    writeFileSync(join(source, 'ticket.sql'), MAPPED);
    await replay('asked', { reason: 'ticket_id_missing' });
    expect(await countEntries(stores.warehouse, { source: 'asked' })).toBe(2);
    await replay('asked', { reason: 'outcome_unknown' });
    expect(await countByReason(stores.warehouse, { source: 'asked' })).toEqual([
      {
        source: 'asked',
        entity: 'ticket',
        reason: 'ticket_id_missing',
        entries: 1,
        label: { vi: 'Thiếu mã phiếu.', en: 'The ticket id is missing.' },
      },
    ]);
  });
});

describe('quarantine', () => {
  it('holds a record once, however often its file is read', async () => {
    const source = scratch.source('again', { ticket: UNMAPPED });
    const file = scratch.file('again.csv', [TICKET_HEADER, 'a,P1,2026-10-05 08:00:00,,gone', 'b,P1,2026-10-05 08:00:00,,served']);
    const first = await load(source, file);
    const second = await load(source, file);
    expect(second.counts).toMatchObject([{ read: 2, loaded: 0, duplicate: 1, quarantined: 1 }]);
    expect(await entries('again')).toMatchObject([{ line: 2, runId: second.id, firstRunId: first.id }]);
  });

  it('lets go of a record that a later reading of the same file accepts', async () => {
    const source = scratch.source('later', { ticket: UNMAPPED });
    const file = scratch.file('later.csv', [TICKET_HEADER, 'a,P1,2026-10-05 08:00:00,,done']);
    await load(source, file);
    writeFileSync(join(source, 'ticket.sql'), MAPPED);
    await load(source, file);
    expect([(await entries('later')).length, (await tickets('later')).length]).toEqual([0, 1]);
  });
});
