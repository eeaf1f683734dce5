import {
  calendarYearSchema,
  changeResultSchema,
  findingsSchema,
  pointHoursSchema,
  registerHistorySchema,
  registerSchema,
} from '@evenhand/contracts';
import { ownerOf } from '@evenhand/data-folder';
import { OwnerToken } from '../runs/owner-token';
import { startServer, type StartedServer } from '../testing/started-server';

const HOLIDAY = { kind: 'holiday', note: 'Quốc khánh', reason: 'Notice 12' };

describe('the calendar over HTTP', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    server.app.get(OwnerToken).publish(server.url);
  });
  afterAll(() => server.stop());

  const owner = () => ({ authorization: `Bearer ${ownerOf(server.data)?.token ?? ''}` });
  const put = (path: string, body: unknown, headers: Readonly<Record<string, string>> = owner()) =>
    server.anonymous.send(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const year = async () => calendarYearSchema.parse(await (await server.get('/api/calendar?year=2026')).json());
  const post = async (path: string, body: unknown) => server.post(path, body, owner());
  const problem = async (response: Response) => (await response.json()) as { readonly detail: string; readonly field?: string };

  it('counts the working days of a year', async () =>
    // 52 weeks of five days and Thursday 31 December
    expect(await year()).toEqual({ year: 2026, workingDays: 261, entries: [] }));

  it('is changed by nobody who is not signed in', async () => {
    expect((await put('/api/calendar/days/2026-09-02', HOLIDAY, {})).status).toBe(401);
    expect((await server.anonymous.post('/api/registers/calendar/changes', { reason: 'x' })).status).toBe(401);
    expect((await server.anonymous.post('/api/registers/calendar/import', { text: 'x' })).status).toBe(401);
    expect((await server.anonymous.post('/api/registers/calendar/changes/1/undo', { reason: 'x' })).status).toBe(401);
  });

  it('keeps a day with who said so and why, and takes it back', async () => {
    const { change } = changeResultSchema.parse(await (await put('/api/calendar/days/2026-09-02', HOLIDAY)).json());
    expect(await year()).toMatchObject({ workingDays: 260, entries: [{ key: '2026-09-02', origin: 'edit', changeId: change }] });
    const undone = await post(`/api/registers/calendar/changes/${change}/undo`, { reason: 'A mistake' });
    expect(undone.status).toBe(200);
    const { changes } = registerHistorySchema.parse(await (await server.get('/api/registers/calendar/changes?entry=2026-09-02')).json());
    expect(changes.map(({ origin, reason, madeBy, undoes }) => [origin, reason, madeBy, undoes])).toEqual([
      ['undo', 'A mistake', 'owner', change],
      ['edit', 'Notice 12', 'owner', null],
    ]);
    expect((await year()).workingDays).toBe(261);
  });

  it('[P4] takes no reason and no note with a number of a person, which everybody would read', async () => {
    for (const [field, words] of [
      ['reason', { ...HOLIDAY, reason: 'Gọi chị Lan 0912 345 678' }],
      ['note', { ...HOLIDAY, note: 'CCCD 001 099 012 345' }],
    ] as const) {
      const refused = await put('/api/calendar/days/2026-09-02', words);
      expect([refused.status, await problem(refused)]).toEqual([400, expect.objectContaining({ field })]);
    }
    expect((await post('/api/registers/calendar/changes', { reason: 'hỏi lan@example.vn', set: [] })).status).toBe(400);
    const day = { day: '2026-09-02', kind: 'holiday', note: 'Gọi chị Lan 0912 345 678' };
    const entry = await post('/api/registers/calendar/changes', { reason: 'Notice 12', set: [day] });
    expect([entry.status, await problem(entry)]).toEqual([400, expect.objectContaining({ field: 'note' })]);
    const text = `day,kind,note\n2026-09-02,holiday,${day.note}\n`;
    const file = await post('/api/registers/calendar/import', { text, reason: 'Notice 12' });
    expect([file.status, (await file.text()).includes('0912')]).toEqual([400, false]);
    expect((await year()).workingDays).toBe(261);
  });

  it('says what a file would change, refuses one with a bad line and takes a good one whole', async () => {
    const text = 'day,kind\n2026-09-01,holiday\n2026-09-02,party\n';
    const preview = changeResultSchema.parse(await (await post('/api/registers/calendar/import', { text, preview: true })).json());
    expect(preview).toMatchObject({ change: null, entries: [{ key: '2026-09-01', does: 'add', before: null }] });
    expect(preview.problems).toEqual([
      'Line 3: "kind" is "party" but must be one of working, weekly_rest, holiday, compensatory, swap_working.',
    ]);
    const refused = await post('/api/registers/calendar/import', { text });
    const reason = { code: 'bad_register_file', params: { problems: 1 } };
    expect([refused.status, await problem(refused)]).toMatchObject([400, { field: 'text', reason }]);
    expect((await year()).entries).toEqual([]);
    await post('/api/registers/calendar/import', { text: text.replace('party', 'holiday'), reason: 'The year' });
    expect((await year()).workingDays).toBe(259);
  });

  it('keeps opening hours and limits like the calendar', async () => {
    const hours = {
      pointCode: 'P1',
      weekday: 6,
      validFrom: '2026-01-01',
      validTo: null,
      stretches: [{ opensAt: '08:00', closesAt: '11:30' }],
    };
    const limit = { procedureCode: '1.012753', channel: null, validFrom: '2026-01-01', validTo: null, unit: 'working_days', count: 5 };
    expect((await post('/api/registers/opening_hours/changes', { reason: 'Saturdays', set: [hours] })).status).toBe(200);
    expect((await post('/api/registers/procedure_limits/changes', { reason: 'Decision', set: [limit] })).status).toBe(200);
    const { entries } = registerSchema.parse(await (await server.get('/api/registers/opening_hours')).json());
    expect(entries).toMatchObject([{ key: 'P1/6/2026-01-01', content: hours }]);
    // A Saturday, and the Sunday after it.
    const open = async (day: string) => pointHoursSchema.parse(await (await server.get(`/api/points/P1/hours?day=${day}`)).json());
    expect(await open('2026-10-10')).toEqual({
      ...{ point: 'P1', day: '2026-10-10', kind: 'weekly_rest', isKnown: true },
      stretches: hours.stretches,
    });
    expect(await open('2026-10-11')).toMatchObject({ isKnown: true, stretches: [] });
    await post('/api/registers/opening_hours/changes', { reason: 'Closed again', followFile: ['P1/6/2026-01-01'] });
    expect(registerSchema.parse(await (await server.get('/api/registers/opening_hours')).json()).entries).toEqual([]);
  });

  it.each([
    ['/api/calendar/days/2026-02-30', HOLIDAY, 'day'],
    ['/api/calendar/days/2026-09-02', { kind: 'party', reason: 'x' }, 'kind'],
    ['/api/calendar/days/2026-09-02', { kind: 'holiday' }, 'reason'],
  ])('refuses to set %s to %j', async (path, body, field) => {
    const response = await put(path, body);
    expect([response.status, (await problem(response)).field]).toEqual([400, field]);
  });

  it('refuses an entry of another register, an unknown register and an unknown change', async () => {
    const day = { day: '2026-09-02', kind: 'holiday' };
    const wrong = await post('/api/registers/opening_hours/changes', { reason: 'x', set: [day] });
    expect([wrong.status, (await problem(wrong)).detail]).toEqual([
      400,
      expect.stringContaining('An entry of "opening_hours" cannot be read'),
    ]);
    expect((await server.get('/api/registers/weather')).status).toBe(400);
    expect((await post('/api/registers/calendar/changes/99/undo', { reason: 'x' })).status).toBe(404);
    expect((await post('/api/registers/calendar/changes', { reason: 'x' })).status).toBe(400);
  });

  it('counts findings about the clocks of dossiers', async () => {
    const { counts, dossiers } = findingsSchema.parse(
      await (await server.get('/api/deadlines/findings?from=2026-01-01&to=2026-02-01&finding=acceptance_late')).json(),
    );
    expect([counts.length, dossiers]).toEqual([6, []]);
    const unknown = await server.get('/api/deadlines/findings?from=2026-01-01&to=2026-02-01&finding=luck');
    expect([unknown.status, (await problem(unknown)).field]).toEqual([400, 'finding']);
  });
});
