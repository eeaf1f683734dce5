import { answerSchema, diffSchema, pageAnswerSchema, type PageAnswer, rowsSchema, type RowsPage } from '@evenhand/contracts';
import { trusted } from '@evenhand/warehouse';
import { askArguments } from '../ask/ask-arguments';
import { ownStores } from '../ask/own-stores';
import { runningServer } from '../ask/running-server';
import { insertTickets } from '../testing/handful-of-tickets';
import { startServer, type StartedServer } from '../testing/started-server';

const OCTOBER = { from: '2026-10-01', to: '2026-11-01', exact: true };
const QUERY = 'from=2026-10-01&to=2026-11-01&exact=true';
const RANGE = 'from=2026-10-01&to=2026-11-01';
const { question } =
  askArguments(['--metric', 'tickets,long_wait_rate', '--by', 'point', '--from', '2026-10-01', '--to', '2026-11-01', '--exact']) ?? {};

describe('five tickets', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    await insertTickets(server.stores.warehouse);
  });
  afterAll(() => server.stop());

  describe('answers over HTTP', () => {
    const page = async (questions: object): Promise<PageAnswer['answers']> => {
      const response = await server.post('/api/answers', { questions });
      expect(response.status).toBe(200);
      return pageAnswerSchema.parse(await response.json()).answers;
    };
    const answerIn = (answers: PageAnswer['answers'], name: string) => {
      const slot = answers[name];
      if (!slot || !('answer' in slot)) throw new Error(`"${name}" was not answered: ${JSON.stringify(slot)}`);
      return slot.answer;
    };
    const problemIn = (answers: PageAnswer['answers'], name: string) => {
      const slot = answers[name];
      if (!slot || !('problem' in slot)) throw new Error(`"${name}" was answered`);
      return slot.problem;
    };

    it('answers one question by its query string', async () => {
      const response = await server.get(`/api/answer?metrics=tickets,long_wait_rate&by=point&where=channel:direct&${QUERY}`);
      const { rows, question } = answerSchema.parse(await response.json());
      expect(question).toMatchObject({
        metrics: ['tickets', 'long_wait_rate'],
        by: ['point'],
        where: [{ dimension: 'channel', values: ['direct'] }],
      });
      // P1: of 4 people one waited longer than 20 minutes; P2: the only one did.
      expect(
        rows.map(({ key, values }) => [key.point, values['tickets']?.value, values['long_wait_rate']?.cases, values['long_wait_rate']?.n]),
      ).toEqual([
        ['P1', 4, 1, 4],
        ['P2', 1, 1, 1],
      ]);
    });

    it('holds a point against its peers, of which five tickets have none', async () => {
      const response = await server.get(`/api/answer?metrics=long_wait_rate&where=point:P1&compare=peers&${QUERY}`);
      const [row] = answerSchema.parse(await response.json()).rows;
      expect(row?.values['long_wait_rate']?.against?.peers).toMatchObject({
        value: { value: null, reason: 'not_applicable' },
        difference: null,
        alike: null,
      });
      const refused = await server.get(`/api/answer?metrics=long_wait_rate&compare=peers&${QUERY}`);
      expect([refused.status, await refused.json()]).toMatchObject([
        400,
        { field: 'compare', detail: expect.stringContaining('one point') },
      ]);
    });

    it('answers a page in one call, each question under its name', async () => {
      const answers = await page({
        cards: { metrics: ['tickets', 'tickets_abandoned'], ...OCTOBER },
        ranking: { metrics: ['wait_mean'], by: ['point'], ...OCTOBER },
      });
      expect(Object.keys(answers)).toEqual(['cards', 'ranking']);
      expect(answerIn(answers, 'cards').rows[0]?.values).toMatchObject({ tickets: { value: 5 }, tickets_abandoned: { value: 1 } });
      // (5 + 10 + 25) ÷ 3 and 30
      expect(answerIn(answers, 'ranking').rows.map(({ values }) => values['wait_mean']?.value)).toEqual([40 / 3, 30]);
    });

    it('refuses what it cannot answer in its own place and answers the others', async () => {
      const answers = await page({
        good: { metrics: ['tickets'], ...OCTOBER },
        unknownMetric: { metrics: ['long_wait'], ...OCTOBER },
        unknownDimension: { metrics: ['tickets'], by: ['citizen'], ...OCTOBER },
        endless: { metrics: ['tickets'], from: '2026-10-01', to: '2026-10-01' },
        noQuestion: 'tickets',
      });
      expect(answerIn(answers, 'good').rows[0]?.values['tickets']?.value).toBe(5);
      expect(problemIn(answers, 'unknownMetric')).toMatchObject({ status: 400, field: 'metrics' });
      expect(problemIn(answers, 'unknownMetric').detail).toContain('Unknown metric "long_wait"');
      expect(problemIn(answers, 'unknownDimension')).toMatchObject({ status: 400, field: 'by.0' });
      expect(problemIn(answers, 'endless')).toMatchObject({ status: 400, field: 'to' });
      expect(problemIn(answers, 'noQuestion')).toMatchObject({ status: 400 });
    });

    it('[Q3] refuses a page of more than 40 questions', async () => {
      const question = { metrics: ['tickets'], ...OCTOBER };
      const questions = Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`q${index}`, question]));
      const response = await server.post('/api/answers', { questions });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ field: 'questions', detail: expect.stringContaining('at most 40 questions') });
    });

    it.each(["' OR 1=1 --", ') UNION SELECT name FROM system.tables --', '{p0:Identifier}', 'url(file)'])(
      '[Q1] takes %j as a value that no case has',
      async (hostile) => {
        const answers = await page({ asked: { metrics: ['tickets'], where: [{ dimension: 'field', values: [hostile] }], ...OCTOBER } });
        expect(answerIn(answers, 'asked').rows[0]?.values['tickets']?.n).toBe(0);
      },
    );

    it('[R4] answers three hundred people who open their page at once, all of them alike', async () => {
      const questions = {
        cards: { metrics: ['tickets', 'long_wait_rate'], ...OCTOBER },
        points: { metrics: ['tickets'], by: ['point'], ...OCTOBER },
      };
      const opened = await Promise.all(
        Array.from({ length: 300 }, async () => {
          const started = performance.now();
          const response = await server.post('/api/answers', { questions });
          return { status: response.status, text: await response.text(), ms: performance.now() - started };
        }),
      );
      expect(opened.filter(({ status }) => status !== 200)).toEqual([]);
      expect(new Set(opened.map(({ text }) => text)).size).toBe(1);
      expect(opened.map(({ ms }) => ms).toSorted((a, b) => a - b)[285]).toBeLessThan(15_000);
    });

    it('answers equal questions of one page alike', async () => {
      const question = { metrics: ['wait_median'], by: ['point'], ...OCTOBER };
      const answers = await page({ first: question, second: question });
      expect(answerIn(answers, 'first')).toEqual(answerIn(answers, 'second'));
    });

    it('[R7] says that the warehouse is unavailable without its words when the engine fails', async () => {
      await server.stores.warehouse.run(trusted('RENAME TABLE rating TO rating_gone'));
      const answers = await page({
        tickets: { metrics: ['tickets'], ...OCTOBER },
        ratings: { metrics: ['satisfaction_rate'], ...OCTOBER },
      });
      await server.stores.warehouse.run(trusted('RENAME TABLE rating_gone TO rating'));
      expect(answerIn(answers, 'tickets').rows).toHaveLength(1);
      const problem = problemIn(answers, 'ratings');
      expect(problem).toMatchObject({ status: 503, title: 'The warehouse cannot answer' });
      expect(JSON.stringify(problem)).not.toMatch(/rating_gone|SELECT|UNKNOWN_TABLE|evenhand-api|at .*\.ts/);
    });
  });

  describe('the rows behind a figure', () => {
    const rowsAt = async (query: string): Promise<RowsPage> =>
      rowsSchema.parse(await (await server.get(`/api/rows?${query}&${RANGE}`)).json());
    const idsIn = ({ rows }: RowsPage) => rows.map((row) => row['ticket_id']);

    it.each(['tickets', 'tickets_served', 'wait_p90', 'long_wait_rate', 'abandonment_rate', 'service_mean'])(
      'are as many as the n of %s',
      async (metric) => {
        const { rows } = answerSchema.parse(await (await server.get(`/api/answer?metrics=${metric}&exact=true&${RANGE}`)).json());
        expect((await rowsAt(`metric=${metric}`)).total).toBe(rows[0]?.values[metric]?.n);
      },
    );

    it('are the cases that a share counts when these are asked for', async () => {
      const { total, entity, ...page } = await rowsAt('metric=long_wait_rate&part=cases');
      expect([entity, total]).toEqual(['ticket', 2]);
      expect(idsIn({ total, entity, ...page })).toEqual(['A3', 'B1']);
    });

    it('follow the key of a row of an answer', async () => {
      expect(idsIn(await rowsAt('metric=tickets&where=point:P2'))).toEqual(['B1']);
    });

    it('come page by page, and the pages hold all of them once', async () => {
      const pages = await Promise.all([1, 2, 3].map((page) => rowsAt(`metric=tickets&size=2&page=${page}`)));
      expect(pages.map(({ page, size, total, rows }) => [page, size, total, rows.length])).toEqual([
        [1, 2, 5, 2],
        [2, 2, 5, 2],
        [3, 2, 5, 1],
      ]);
      expect(pages.flatMap(idsIn).toSorted()).toEqual(['A1', 'A2', 'A3', 'A4', 'B1']);
    });

    it('say how to read each column', async () => {
      const { columns, rows } = await rowsAt('metric=tickets&size=1');
      expect(Object.keys(rows[0] ?? {})).toEqual(columns.map(({ id }) => id));
      expect(columns).toContainEqual({ id: 'issued_at', type: 'instant' });
    });
  });

  describe('as known at an instant', () => {
    it('says as of when it was asked', async () => {
      const response = await server.get(`/api/answer?metrics=tickets&${RANGE}&asOf=2026-10-31`);
      const { question, rows } = answerSchema.parse(await response.json());
      // The end of that day in the city.
      expect(question.asOf).toBe('2026-10-31T16:59:59.999Z');
      expect(rows).toHaveLength(1);
    });

    it('tells which cases moved a figure since then', async () => {
      const response = await server.get(`/api/diff?metric=tickets&${RANGE}&then=2026-11-01T00:00:00Z`);
      expect(response.status).toBe(200);
      expect(diffSchema.parse(await response.json())).toMatchObject({
        entity: 'ticket',
        asOf: { then: '2026-11-01T00:00:00.000Z', now: null },
      });
    });

    it.each(['asOf=soon', 'asOf=2026-13-01T00:00:00Z'])('refuses %s with a sentence', async (asked) => {
      const response = await server.get(`/api/answer?metrics=tickets&${RANGE}&${asked}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ field: 'asOf', detail: expect.stringContaining('is no instant') });
    });
  });

  describe('a question from a terminal', () => {
    const asked = () => {
      if (!question) throw new Error('the command line asked for help');
      return question;
    };

    it('gets the same answer from the stores and from the server that owns them', async () => {
      const own = await ownStores(server.stores).answer(asked());
      expect(own.rows.map(({ key }) => key.point)).toEqual(['P1', 'P2']);
      expect(await runningServer(server.owner()).answer(asked())).toEqual(own);
    });

    it('gets the same names and units from both', async () => {
      const [own, remote] = [ownStores(server.stores), runningServer(server.owner())];
      expect((await remote.names()).point?.get('P1')).toBe('Điểm Ba Đình');
      expect(await remote.names()).toEqual(await own.names());
      expect(await remote.metrics()).toEqual(await own.metrics());
    });

    it('is refused with the sentence of the server', async () => {
      await expect(runningServer(server.owner()).answer({ ...asked(), metrics: ['long_wait'] })).rejects.toThrow(
        'Unknown metric "long_wait"',
      );
    });

    it('says when the owner does not answer', async () => {
      await expect(runningServer({ ...server.owner(), url: 'http://127.0.0.1:9' }).metrics()).rejects.toThrow(
        'The server that owns the data folder does not answer at http://127.0.0.1:9.',
      );
    });
  });
});
