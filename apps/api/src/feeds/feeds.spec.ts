import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { feedDaysSchema, feedsSchema, incidentsSchema, pointFeedsSchema } from '@evenhand/contracts';
import { addDays } from '@evenhand/domain';
import { loadSource } from '@evenhand/etl';
import { ownerOf } from '@evenhand/data-folder';
import { settleIncidents } from '@evenhand/records';
import { OwnerToken } from '../runs/owner-token';
import type { Client } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';

const SOURCE = `name: queue
title: { vi: Hàng đợi, en: Queue }
zone: Asia/Ho_Chi_Minh
read: { format: CSVWithNames }
feed: { every_hours: 24, entities: [ticket] }`;
const TICKET = `SELECT id AS ticket_id, point AS point_code, issued AS issued_at, 'served' AS outcome FROM input`;
const MONDAY = '2026-03-02';

describe('the feeds', () => {
  let server: StartedServer;
  let source = '';
  let ward: Client;
  beforeAll(async () => {
    server = await startServer();
    server.app.get(OwnerToken).publish(server.url);
    source = join(server.folder, 'queue');
    mkdirSync(source);
    writeFileSync(join(source, 'source.yml'), SOURCE);
    writeFileSync(join(source, 'ticket.sql'), TICKET);
    const days = Array.from({ length: 8 * 7 }, (_, index) => addDays(MONDAY, index)).filter((_, index) => index % 7 < 5);
    await load(
      'usual',
      days.flatMap((day) => rows(day, 100)),
      '2026-04-27',
    );
    await load('thin', rows('2026-04-27', 40), '2026-04-28');
    ward = await server.as({ role: 'ward_manager', units: ['00004'], branches: [] });
  }, 120_000);
  afterAll(() => server.stop());

  let ticket = 0;
  const rows = (day: string, count: number): string[] =>
    ['P1', 'P2'].flatMap((point) => Array.from({ length: count }, () => `${ticket++},${point},${day} 09:00:00`));
  const load = async (name: string, lines: readonly string[], day: string): Promise<void> => {
    const file = join(source, `${name}.csv`);
    writeFileSync(file, ['id,point,issued', ...lines, ''].join('\n'));
    await loadSource(server.stores, { source, files: [file] }, undefined, new Date(`${day}T06:00:00+07:00`));
  };
  const json = async (path: string): Promise<unknown> => (await server.get(path)).json();

  it('tell what was agreed, what arrived at each point, and since when it is complete', async () => {
    const { feeds } = feedsSchema.parse(await json('/api/feeds?from=2026-04-20&to=2026-04-28'));
    const point = { complete: 5, thin: 1, missing: 0, coverage: 5 / 6, lastCompleteDay: '2026-04-24' };
    expect(feeds).toMatchObject([
      { source: 'queue', entity: 'ticket', everyHours: 24, thinBelow: 0.75, complete: 10, thin: 2, coverage: 10 / 12, isLate: false },
    ]);
    expect(feeds[0]?.points).toEqual([
      { point: 'P1', ...point },
      { point: 'P2', ...point },
    ]);
  });

  it('tell why a day is held for what it is', async () => {
    const { days } = feedDaysSchema.parse(await json('/api/feeds/days?source=queue&entity=ticket&point=P1&from=2026-04-24&to=2026-04-28'));
    expect(days).toEqual([
      { point: 'P1', day: '2026-04-24', state: 'complete', expected: 100, arrived: 100 },
      { point: 'P1', day: '2026-04-27', state: 'thin', expected: 100, arrived: 40 },
    ]);
  });

  it('tell all of one point at once, and nothing of a point that there is not', async () => {
    const { feeds } = pointFeedsSchema.parse(await json('/api/points/P1/feeds?from=2026-04-27&to=2026-04-28'));
    expect(feeds).toEqual([
      { source: 'queue', entity: 'ticket', days: [{ day: '2026-04-27', state: 'thin', expected: 100, arrived: 40 }] },
    ]);
    expect(await json('/api/points/P9/feeds')).toMatchObject({ status: 404, detail: 'There is no service point "P9".' });
  });

  it('[B3] tell a ward manager of the own points only, sums included, and of others what they tell of a point that there is not', async () => {
    const own = async (path: string): Promise<unknown> => (await ward.get(path)).json();
    const { feeds } = feedsSchema.parse(await own('/api/feeds?from=2026-04-20&to=2026-04-28'));
    expect(feeds).toMatchObject([{ source: 'queue', complete: 5, thin: 1, coverage: 5 / 6 }]);
    expect(feeds[0]?.points.map(({ point }) => point)).toEqual(['P1']);
    const days = '/api/feeds/days?source=queue&entity=ticket&from=2026-04-24&to=2026-04-28';
    expect(feedDaysSchema.parse(await own(`${days}&point=P1`)).days).toHaveLength(2);
    expect(await own(`${days}&point=P2`)).toEqual(await own(`${days}&point=P9`));
    expect(await own(days)).toEqual({ days: [] });
    expect(await own('/api/reconciliation')).toMatchObject({ counts: [], days: [], dossiers: [] });
  });

  it('[B3] tell a ward manager of incidents that name an own point, and of these only that point', async () => {
    const noted = { source: 'kiosk', entity: 'ticket', kinds: ['missing'] } as const;
    const episodes = [
      { kind: 'missing', points: ['P1', 'P2'], fromDay: '2026-04-01', toDay: '2026-04-02', message: 'Nothing of 2 points.' },
      { kind: 'missing', points: ['P2'], fromDay: '2026-04-08', toDay: '2026-04-09' },
      { kind: 'missing', points: [], fromDay: '2026-04-15', toDay: '2026-04-16' },
    ] as const;
    await settleIncidents(server.stores.records, noted, episodes);
    const seen = async (client: Client) => incidentsSchema.parse(await (await client.get('/api/incidents?source=kiosk')).json()).incidents;
    expect((await seen(ward)).map(({ points, fromDay, message }) => ({ points, fromDay, message }))).toEqual([
      { points: ['P1'], fromDay: '2026-04-01', message: null },
    ]);
    expect(await seen(server)).toHaveLength(3);
    expect(await seen(await server.as({ role: 'ward_manager', units: [], branches: [] }))).toEqual([]);
  });

  it('have one incident for what failed at once, until somebody accepts the new volume', async () => {
    const open = async () => incidentsSchema.parse(await json('/api/incidents?open=true')).incidents;
    const [incident] = await open();
    expect(await open()).toEqual([
      expect.objectContaining({ source: 'queue', entity: 'ticket', kind: 'thin', points: [], fromDay: '2026-04-27', toDay: null }),
    ]);
    const path = `/api/incidents/${incident?.id}/accept`;
    expect((await server.anonymous.post(path, {})).status).toBe(401);
    const accepted = await server.post(path, {}, { authorization: `Bearer ${ownerOf(server.data)?.token ?? ''}` });
    expect(accepted.status).toBe(200);
    expect((await open()).filter(({ kind }) => kind === 'thin')).toEqual([]);
  });

  it.each([
    ['/api/feeds?from=yesterday', '"from" is "yesterday": must be a day such as 2026-10-05.'],
    ['/api/feeds/days?source=queue', '"entity" is missing.'],
    ['/api/incidents?open=maybe', '"open" is "maybe"; allowed: true, false.'],
  ])('answer %s with one sentence', async (path, detail) => {
    const response = await server.get(path);
    expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ detail })]);
  });
});
