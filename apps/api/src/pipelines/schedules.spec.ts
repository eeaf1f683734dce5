import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerOf } from '@evenhand/data-folder';
import { runEventsSchema, runSchema, runsSchema, scheduleSchema, schedulesSchema } from '@evenhand/contracts';
import { OwnerToken } from '../runs/owner-token';
import { startServer, type StartedServer } from '../testing/started-server';

const SOURCE = (inbox: string): string => `name: queue
title: { vi: Hàng đợi, en: Queue }
zone: Asia/Ho_Chi_Minh
read: { format: CSVWithNames }
from: { kind: folder, path: ${inbox}, quiet_seconds: 0 }
schedule: { every_minutes: 1440 }`;
const TICKET = `SELECT id AS ticket_id, point AS point_code, issued AS issued_at, 'served' AS outcome FROM input`;

describe('a source with a schedule', () => {
  const place = mkdtempSync(join(tmpdir(), 'evenhand-schedule-'));
  const source = join(place, 'queue');
  let server: StartedServer;
  beforeAll(async () => {
    mkdirSync(source);
    mkdirSync(join(place, 'inbox'));
    writeFileSync(join(source, 'source.yml'), SOURCE(join(place, 'inbox')));
    writeFileSync(join(source, 'ticket.sql'), TICKET);
    writeFileSync(join(place, 'inbox', 'a.csv'), 'id,point,issued\n1,P1,2026-10-05 08:00:00\n');
    server = await startServer(undefined, { sources: [source] });
    server.app.get(OwnerToken).publish(server.url);
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    rmSync(place, { recursive: true });
  });

  const owner = () => ({ authorization: `Bearer ${ownerOf(server.data)?.token ?? ''}` });
  const schedule = async () => schedulesSchema.parse(await (await server.get('/api/schedules')).json()).schedules[0];
  const settled = async (slots: number): Promise<Awaited<ReturnType<typeof schedule>>> => {
    const one = await schedule();
    if (one?.slots.length === slots && one.slots.every(({ state }) => state === 'done')) return one;
    await new Promise((wait) => setTimeout(wait, 200));
    return settled(slots);
  };

  it('is pulled by the server itself when its slot is due, and its run can be followed', async () => {
    const one = await settled(1);
    expect(one).toMatchObject({ source: 'queue', schedule: { every_minutes: 1440 }, isPaused: false });
    expect(one?.slots).toMatchObject([{ state: 'done', attempts: 0, runs: [1], message: null }]);
    expect(Date.parse(one?.nextAt ?? '')).toBeGreaterThan(Date.now());
    const events = runEventsSchema.parse(await (await server.get('/api/runs/1/events')).json());
    expect(events.run).toMatchObject({ status: 'published', counts: [{ read: 1, loaded: 1 }], progress: null, canRetry: false });
    expect(events.lines.map(({ text }) => text)).toContain('Published');
    const rest = runEventsSchema.parse(await (await server.get(`/api/runs/1/events?after=${events.next}`)).json());
    expect(rest).toMatchObject({ lines: [], next: events.next });
  }, 60_000);

  it('is paused, resumed and pulled at once by its owner only', async () => {
    expect((await server.anonymous.post('/api/schedules/queue', { isPaused: true })).status).toBe(401);
    const paused = scheduleSchema.parse(await (await server.post('/api/schedules/queue', { isPaused: true }, owner())).json());
    expect([paused.isPaused, paused.nextAt]).toEqual([true, null]);
    expect((await server.post('/api/schedules/nobody', { isPaused: true }, owner())).status).toBe(404);
    writeFileSync(join(place, 'inbox', 'b.csv'), 'id,point,issued\n2,P1,2026-10-05 08:10:00\n');
    await server.post('/api/schedules/queue', { runNow: true, isPaused: false }, owner());
    expect((await settled(2))?.slots[0]).toMatchObject({ runs: [2] });
  }, 60_000);

  it('has runs that can be filtered, and only a failed one can be made again', async () => {
    const runs = async (query: string) => runsSchema.parse(await (await server.get(`/api/runs?${query}`)).json()).runs.map(({ id }) => id);
    expect([await runs('source=queue'), await runs('before=2'), await runs('status=failed'), await runs('limit=1')]).toEqual([
      [2, 1],
      [1],
      [],
      [2],
    ]);
    const refused = await server.post('/api/runs/1/retry', {}, owner());
    expect([refused.status, await refused.json()]).toEqual([
      400,
      expect.objectContaining({ detail: 'Run 1 is published; only a run that failed can be made again.' }),
    ]);
    const bad = join(place, 'bad.csv');
    writeFileSync(bad, 'id,point,issued\n3,P1,never\n');
    const failed = runSchema.parse(await (await server.post('/api/loads', { source, files: [bad] }, owner())).json());
    await until(failed.id, 'failed');
    writeFileSync(bad, 'id,point,issued\n3,P1,2026-10-05 08:20:00\n');
    const again = runSchema.parse(await (await server.post(`/api/runs/${failed.id}/retry`, {}, owner())).json());
    await until(again.id, 'published');
    expect(again.id).toBe(failed.id + 1);
  }, 60_000);

  const until = async (id: number, status: string): Promise<void> => {
    const run = runSchema.parse(await (await server.get(`/api/runs/${id}`)).json());
    if (run.status === status) return;
    await new Promise((wait) => setTimeout(wait, 100));
    await until(id, status);
  };
});
