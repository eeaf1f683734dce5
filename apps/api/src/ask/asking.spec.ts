import { insertTickets } from '../testing/handful-of-tickets';
import { startServer, type StartedServer } from '../testing/started-server';
import { askArguments } from './ask-arguments';
import { ownStores } from './own-stores';
import { runningServer } from './running-server';

const { question } =
  askArguments(['--metric', 'tickets,long_wait_rate', '--by', 'point', '--from', '2026-10-01', '--to', '2026-11-01', '--exact']) ?? {};

describe('a question from a terminal', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    await insertTickets(server.stores.warehouse);
  });
  afterAll(() => server.stop());

  const asked = () => {
    if (!question) throw new Error('the command line asked for help');
    return question;
  };

  it('gets the same answer from the stores and from the server that owns them', async () => {
    const own = await ownStores(server.stores).answer(asked());
    expect(own.rows.map(({ key }) => key.point)).toEqual(['P1', 'P2']);
    expect(await runningServer(server.url).answer(asked())).toEqual(own);
  });

  it('gets the same names and units from both', async () => {
    const [own, remote] = [ownStores(server.stores), runningServer(server.url)];
    expect((await remote.names()).point?.get('P1')).toBe('Điểm Ba Đình');
    expect(await remote.names()).toEqual(await own.names());
    expect(await remote.metrics()).toEqual(await own.metrics());
  });

  it('is refused with the sentence of the server', async () => {
    await expect(runningServer(server.url).answer({ ...asked(), metrics: ['long_wait'] })).rejects.toThrow('Unknown metric "long_wait"');
  });

  it('says when the owner does not answer', async () => {
    await expect(runningServer('http://127.0.0.1:9').metrics()).rejects.toThrow(
      'The server that owns the data folder does not answer at http://127.0.0.1:9.',
    );
  });
});
