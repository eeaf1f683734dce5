import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { wholeCity } from '@evenhand/domain';
import { MetricAnswers } from '@evenhand/metrics';
import { endFile, searchAudit, takeFile, verifyAudit } from '@evenhand/records';
import { identifier, sql } from '@evenhand/warehouse';
import { loadSource } from '../load/load-source';
import { Scratch, TICKET_HEADER, TICKETS } from '../load/scratch-stores';
import { verifyRollups } from '../rollup';
import type { Stores } from '../stores';
import { forget, whatWouldGo } from './forget';

const BEFORE = '2026-03-15';
const DOSSIERS = `SELECT code AS dossier_code, point AS point_code, received AS received_at, due AS due_at, finished AS finished_at,
  if(finished = '', '4', '9') AS status FROM input`;

const scratch = new Scratch();
let stores: Stores;
let [old, younger, elsewhere]: [string[], string[], string] = [[], [], ''];
let proof: unknown[] = [];

const ticket = (id: string, day: string): string => `${id},P1,${day} 08:00:00,${day} 08:10:00,served`;

const countOf = async (table: string): Promise<number> =>
  (await stores.warehouse.rows<{ rows: number }>(sql`SELECT count() AS rows FROM ${identifier(table)}`))[0]?.rows ?? -1;

/** A file of the data folder as it was left on a day. */
function left(path: string, day: string): string {
  const whole = join(stores.folder.path, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, path);
  utimesSync(whole, new Date(day), new Date(day));
  return whole;
}

const figure = async (metric: string, from: string, to: string) => {
  const answers = new MetricAnswers(stores.warehouse, stores.city.settings);
  const { rows } = await answers.answer({ metrics: [metric], by: [], from, to, where: [], exact: false }, wholeCity);
  return rows[0]?.values[metric];
};

describe('forgetting', () => {
  beforeAll(async () => {
    stores = await scratch.open();
    const tickets = [ticket('T1', '2026-01-05'), ticket('T2', '2026-02-05'), ticket('T3', '2026-02-06'), ticket('T4', '2026-03-05')];
    await loadSource(stores, {
      source: scratch.source('queue', { ticket: TICKETS }),
      files: [scratch.file('tickets.csv', [TICKET_HEADER, ...tickets])],
    });
    // A correction of T2: a second version of the same case.
    await loadSource(stores, {
      source: scratch.source('queue', { ticket: TICKETS }),
      files: [scratch.file('again.csv', [TICKET_HEADER, 'T2,P1,2026-02-05 08:00:00,2026-02-05 08:20:00,served'])],
    });
    // Refused: one of January, one whose day nobody can read.
    await loadSource(stores, {
      source: scratch.source('queue', { ticket: TICKETS }),
      files: [scratch.file('refused.csv', [TICKET_HEADER, 'T8,P1,2026-01-20 08:00:00,never,served', 'T9,P1,never,,served'])],
    });
    old = [left('drop/queue/done/old.csv', '2026-01-31T10:00:00Z'), left('landing/national-dossiers/failed/old.json', '2026-02-01')];
    younger = [left('drop/queue/done/young.csv', '2026-03-02'), left('landing/national-dossiers/waits.json', '2026-01-31')];
    elsewhere = scratch.file('kept.csv', ['x']);
    const taken = { source: 'queue', address: 'kept.csv', fingerprint: '', readFrom: '/loading/kept.csv' };
    const { id } = await takeFile(stores.records, taken, new Date('2026-01-10'));
    await endFile(stores.records, id, { status: 'loaded', runId: 1, standsAt: elsewhere });
    const dossiers = [
      'D1,P1,2026-02-02 08:00:00,2026-02-10 10:00:00,2026-02-09 10:00:00', // over in February
      'D2,P1,2026-02-03 08:00:00,2026-03-20 10:00:00,2026-03-19 10:00:00', // finished in the month of the day and after it
      'D3,P1,2026-02-04 08:00:00,2026-02-20 10:00:00,', // open
    ];
    await loadSource(stores, {
      source: scratch.source('files', { dossier: DOSSIERS }),
      files: [scratch.file('dossiers.csv', ['code,point,received,due,finished', ...dossiers])],
    });
  });
  afterAll(async () => {
    await stores.close();
    scratch.remove();
  });

  it('says first what would go, and changes nothing', async () => {
    const going = await whatWouldGo(stores, BEFORE);
    const counts = going.map(({ table, month, rows, stays }) => [table, month, rows, stays]);
    expect(counts).toEqual(
      expect.arrayContaining([
        ['ticket', 202601, 1, 0],
        ['ticket', 202602, 2, 0],
        ['ticket_version', 202602, 3, 0],
        ['dossier', 202602, 1, 2],
        ['dossier_version', 202602, 1, 2],
      ]),
    );
    expect(going.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
    expect(await countOf('ticket')).toBe(4);
  });

  it('[P5] removes whole months with all versions, keeps cases that go on, and leaves the proof in the audit log', async () => {
    const march = await figure('tickets', '2026-03-01', '2026-04-01');
    const finished = await figure('on_time_rate', '2026-03-01', '2026-04-01');
    const went = await forget(stores, BEFORE);
    proof = went.map(({ table, month, rows, stays }) => [table, month, rows, stays]);
    expect([await countOf('ticket'), await countOf('ticket_version')]).toEqual([1, 1]);
    expect([await countOf('dossier'), await countOf('dossier_version')]).toEqual([2, 2]);
    expect(await figure('tickets', '2026-03-01', '2026-04-01')).toEqual(march);
    expect(await figure('on_time_rate', '2026-03-01', '2026-04-01')).toEqual(finished);
    const { entries } = await searchAudit(stores.records, { did: 'retention' }, { page: 1, size: 10 });
    expect(entries.map(({ did }) => did)).toEqual(['retention ended', 'retention begins']);
    expect(JSON.parse(entries[0]?.what ?? '')).toEqual({ before: BEFORE, went });
    expect((await verifyAudit(stores.records)).broken).toBeNull();
  });

  it('[P5] takes refused records and kept files of those months along, and leaves what waits or is younger', async () => {
    expect(proof).toEqual(
      expect.arrayContaining([
        ['quarantine', 202601, 1, 0],
        ['drop/queue/done', 202601, 1, 0],
        ['landing/national-dossiers/failed', 202602, 1, 0],
        [dirname(elsewhere), 202601, 1, 0],
      ]),
    );
    expect(await stores.warehouse.rows(sql`SELECT JSONExtractString(raw, 'ticket_id') AS id FROM quarantine`)).toEqual([{ id: 'T9' }]);
    expect([...old, elsewhere].filter((path) => existsSync(path))).toEqual([]);
    expect(younger.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('leaves rollups that equal the rows, and nothing more to go', async () => {
    expect(await verifyRollups(stores.warehouse, stores.city.settings)).toEqual([]);
    expect(await whatWouldGo(stores, BEFORE)).toEqual([]);
  });

  it('never shows a forgotten month as zero', async () => {
    expect(await figure('tickets', '2026-01-01', '2026-02-01')).toMatchObject({ value: null });
  });
});
