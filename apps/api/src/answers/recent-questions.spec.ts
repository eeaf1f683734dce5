import { MetricAnswers } from '@evenhand/metrics';
import { pino } from 'pino';
import { insertTickets } from '../testing/handful-of-tickets';
import { startServer, type StartedServer } from '../testing/started-server';
import { RecentQuestions } from './recent-questions';

const question = { metrics: ['tickets'], by: [], from: '2026-10-01', to: '2026-11-01', where: [], exact: false };
const scope = { points: 'all' } as const;
const HOUR = 3_600_000;

describe('questions asked lately', () => {
  let server: StartedServer;
  let recent: RecentQuestions;
  const addWorkingDay = (day: string) => server.stores.warehouse.insert('working_day', [{ day }]);

  beforeAll(async () => {
    server = await startServer();
    await insertTickets(server.stores.warehouse);
    recent = new RecentQuestions(new MetricAnswers(server.stores.warehouse, server.stores.city.settings), pino({ level: 'silent' }));
    recent.note(question, scope);
    await recent.askAgain();
  });
  afterAll(() => server.stop());

  it('are asked again once for each change of the data', async () => {
    expect(await recent.askAgain()).toBe(0);
    await addWorkingDay('2026-10-03');
    expect(await recent.askAgain()).toBe(1);
    expect(await recent.askAgain()).toBe(0);
  });

  it('are any that rest on the data, each by its name', async () => {
    let asked = 0;
    for (let time = 0; time < 2; time++) recent.noteAsking('verdicts of October', async () => void (await Promise.resolve(asked++)));
    await addWorkingDay('2026-10-05');
    await recent.askAgain();
    expect(asked).toBe(1);
  });

  it('are comparisons, unevenness and courses as well, those of an earlier moment apart', async () => {
    const asked = jest.spyOn(server.app.get(RecentQuestions), 'noteAsking');
    const of = 'metric=long_wait_rate&from=2026-10-01&to=2026-11-01';
    for (const path of [`comparisons?${of}`, `unevenness?${of}`, `trend?${of}`, `trend?${of}&asOf=2026-11-01T00:00:00Z`])
      expect((await server.get(`/api/${path}`)).status).toBe(200);
    expect(asked.mock.calls.map(([name]) => (JSON.parse(name) as unknown[])[0])).toEqual(['comparison', 'unevenness', 'trend']);
    asked.mockRestore();
  });

  it('are forgotten after an hour, and exact ones at once', async () => {
    recent.note({ ...question, metrics: ['long_waits'] }, scope, Date.now() - 2 * HOUR);
    recent.note({ ...question, exact: true }, scope);
    await addWorkingDay('2026-10-04');
    // The question of tickets, and that of verdicts.
    expect(await recent.askAgain()).toBe(2);
  });
});
