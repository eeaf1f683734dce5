import { setTimeout as wait } from 'node:timers/promises';
import { problemSchema } from '@evenhand/contracts';
import { type Client, clientOf, role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';
import { MOST_A_MINUTE, MOST_UNDER_WAY, QuestionBounds } from './question-bounds';

describe('what one person may ask', () => {
  let nowMs: number;
  let bounds: QuestionBounds;
  beforeEach(() => {
    nowMs = Date.UTC(2026, 9, 5);
    bounds = new QuestionBounds(() => new Date(nowMs));
  });
  const answered = (person: string, questions: number): void => bounds.admit(person, questions)();

  it('[Q3] is so many questions within a minute, then as many as are given back a second', () => {
    for (let asked = 0; asked < MOST_A_MINUTE; asked += 40) answered('anna', 40);
    expect(() => answered('anna', 40)).toThrow('within a minute; ask again in 1 s');
    expect(() => answered('binh', 40)).not.toThrow();
    nowMs += 1_000; // 2400 a minute are 40 a second
    answered('anna', 40);
    expect(() => answered('anna', 1)).toThrow('within a minute');
    nowMs -= 3_600_000; // a clock that goes back gives nothing back, and takes nothing
    expect(() => answered('anna', 1)).toThrow('within a minute');
  });

  it('[Q3] is so many at once, and more as soon as some are answered', () => {
    const [first, ...others] = Array.from({ length: MOST_UNDER_WAY / 40 }, () => bounds.admit('anna', 40));
    expect(() => bounds.admit('anna', 1)).toThrow('have no answer yet');
    first?.();
    expect(() => bounds.admit('anna', 40)).not.toThrow();
    expect(others).toHaveLength(3);
  });

  it('[Q3] is never less than one call, however large', () => {
    expect(() => bounds.admit('anna', MOST_UNDER_WAY + 1)).not.toThrow();
  });
});

describe('a server that somebody asks too much', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer(undefined, { city: 'simulated: true\n' });
  });
  afterAll(() => server.stop());

  let asked = 0;
  /** A page of forty questions that nobody has asked before. */
  const page = (client: Pick<Client, 'post'>): Promise<Response> => {
    const [year, month] = [2000 + Math.floor(asked / 12), String((asked++ % 12) + 1).padStart(2, '0')];
    const days = Array.from({ length: 20 }, (_, at) => `${year}-${month}-${String(at + 2).padStart(2, '0')}`);
    const all = days.flatMap((to) => ['tickets', 'wait_p90'].map((metric) => ({ metrics: [metric], from: `${year}-${month}-01`, to })));
    return client.post('/api/answers', { questions: Object.fromEntries(all.map((question, at) => [`q${at}`, question])) });
  };

  /** The statuses of twelve pages at once, of which none is answered before all are asked. */
  async function twelve(clients: readonly Pick<Client, 'post'>[], refused: number): Promise<readonly Response[]> {
    let pages: readonly Promise<Response>[] = [];
    await server.stores.warehouse.swap(async () => {
      let early = 0;
      pages = Array.from({ length: 12 }, (_, at) => page(clients[at % clients.length] ?? server));
      for (const one of pages) void one.then(() => early++);
      while (early < refused) await wait(5);
    });
    return Promise.all(pages);
  }
  const statusesOf = (answers: readonly Response[]) => [200, 429].map((wanted) => answers.filter(({ status }) => status === wanted).length);

  it('[Q3] refuses them with 429, a sentence and when to come back, and answers everybody else', async () => {
    const [greedy, other] = [await server.as(role('leader')), await server.as(role('leader'))];
    const answers = await twelve([greedy, greedy, greedy, greedy, greedy, other], 6);
    expect(statusesOf(answers)).toEqual([6, 6]);
    expect(answers.filter((_, at) => at % 6 === 5).map(({ status }) => status)).toEqual([200, 200]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('retry-after')).toBe('2');
    expect(problemSchema.parse(await refused?.json())).toMatchObject({
      title: 'Too many questions',
      detail: '160 of your questions have no answer yet; ask again when they have.',
    });
    expect((await page(greedy)).status).toBe(200);
  });

  it('[Q3] counts people that share an account of the simulated city by their browsers', async () => {
    const reader = async (): Promise<Client> => {
      const { headers } = await server.anonymous.post('/api/session/simulated', { reader: 'leader' });
      return clientOf(server.url, { cookie: (headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' });
    };
    const people = [await reader(), await reader(), await reader()];
    expect(statusesOf(await twelve(people, 0))).toEqual([12, 0]);
    expect(statusesOf(await twelve(people.slice(0, 1), 8))).toEqual([4, 8]);
  });

  it('does not count what is asked by whoever holds the data folder', async () => {
    const owner = clientOf(server.url, { authorization: `Bearer ${server.owner().token}` });
    expect(statusesOf(await twelve([owner], 0))).toEqual([12, 0]);
  });
});
