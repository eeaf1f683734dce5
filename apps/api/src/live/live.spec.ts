import { liveSchema, problemSchema } from '@evenhand/contracts';
import { startServer, type StartedServer } from '../testing/started-server';

const NOW = '2026-10-05T02:00:00.000Z';

let server: StartedServer;
beforeAll(async () => {
  server = await startServer();
  // Only the date is set: Monday, 09:00 in the city. Timers run on.
  jest.useFakeTimers({
    now: new Date(NOW),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
});
afterAll(async () => {
  jest.useRealTimers();
  await server.stop();
});

const live = async () => liveSchema.parse(await (await server.get('/api/live')).json());

it('knows nothing before any feed has told of the day', async () => {
  const { now, limitMinutes, city } = await live();
  expect([now, limitMinutes]).toEqual([NOW, 20]);
  expect(city).toMatchObject({ waiting: null, expectedOver: null, asOf: null });
});

it('says who stands in line, and whom it knows nothing of', async () => {
  const ticket = (id: string, minutes: number) => ({
    source: 'queue',
    ticket_id: id,
    point_code: 'P1',
    issued_at: new Date(Date.parse(NOW) - minutes * 60_000).toISOString(),
    issued_on: '2026-10-05',
    outcome: 'waiting',
  });
  await server.stores.warehouse.insert('ticket', [ticket('a', 26), ticket('b', 6)]);
  await server.stores.warehouse.insert('known_until', [
    { entity: 'ticket', source: 'queue', run_id: 1, latest_at: new Date(Date.parse(NOW) - 60_000).toISOString(), published_at: NOW },
  ]);
  const { points, city } = await live();
  expect(points.find(({ point }) => point === 'P1')).toMatchObject({
    state: 'known',
    waiting: 2,
    overNow: 1,
    longestMinutes: 25,
    ageMinutes: 1,
  });
  expect(city).toMatchObject({ waiting: 2, overNow: 1 });
});

it('is told once to all who ask within five seconds, until something is published', async () => {
  const at = (seconds: number): string => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
  const toldAt = async (seconds: number): Promise<string> => {
    jest.setSystemTime(new Date(at(seconds)));
    return (await live()).now;
  };
  expect(await toldAt(10)).toBe(at(10));
  expect(await toldAt(14.9)).toBe(at(10));
  expect(await toldAt(15)).toBe(at(15));
  await server.stores.warehouse.insert('known_until', [
    { entity: 'ticket', source: 'queue', run_id: 2, latest_at: NOW, published_at: at(16) },
  ]);
  expect(await toldAt(16)).toBe(at(16));
});

it('is read, not written', async () => {
  const refused = await server.post('/api/live', {});
  expect(refused.status).toBe(404);
  expect(problemSchema.parse(await refused.json()).detail).toContain('nothing at this address');
});
