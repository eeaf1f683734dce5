import { setTimeout as wait } from 'node:timers/promises';
import { MetricAnswers } from '@evenhand/metrics';
import { trusted } from '@evenhand/warehouse';
import { insertTickets } from '../testing/handful-of-tickets';
import { startServer, type StartedServer } from '../testing/started-server';
import { ReadingAhead } from './reading-ahead';

describe('reading ahead', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    const { warehouse } = server.stores;
    await insertTickets(warehouse);
    await warehouse.run(
      trusted(
        'INSERT INTO ticket SELECT ticket.* REPLACE (toString(more.number) AS ticket_id, more.number + 10 AS key_hash) FROM ticket, numbers(100000) AS more WHERE line = 0',
      ),
    );
  });
  afterAll(() => server.stop());

  it('waits while somebody asks, and ends when nothing is left of what most people look at first', async () => {
    const ahead = server.app.get(ReadingAhead);
    const asked = jest.spyOn(server.app.get(MetricAnswers), 'answer');
    for (let time = 0; time < 20; time++) {
      ahead.noteAsking();
      await wait(100);
    }
    expect([asked.mock.calls.length, ahead.isDone]).toEqual([0, false]);
    while (!ahead.isDone) await wait(50);
    expect(asked.mock.calls.map(([{ metrics, by }]) => [metrics, by])).toContainEqual([['long_wait_rate'], ['week']]);
    asked.mockRestore();
  });
});
