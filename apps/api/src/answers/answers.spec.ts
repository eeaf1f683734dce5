import { answerSchema, pageAnswerSchema, type PageAnswer } from '@evenhand/contracts';
import { trusted } from '@evenhand/warehouse';
import { insertTickets } from '../testing/handful-of-tickets';
import { startServer, type StartedServer } from '../testing/started-server';

const OCTOBER = { from: '2026-10-01', to: '2026-11-01', exact: true };
const QUERY = 'from=2026-10-01&to=2026-11-01&exact=true';

describe('answers over HTTP', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    await insertTickets(server.stores.warehouse);
  });
  afterAll(() => server.stop());

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

  it('refuses a page of more than 40 questions', async () => {
    const question = { metrics: ['tickets'], ...OCTOBER };
    const questions = Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`q${index}`, question]));
    const response = await server.post('/api/answers', { questions });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ field: 'questions', detail: expect.stringContaining('at most 40 questions') });
  });

  it.each(["' OR 1=1 --", ') UNION SELECT name FROM system.tables --', '{p0:Identifier}', '\u0000', 'url(file)'])(
    'takes %j as a value that no case has',
    async (hostile) => {
      const answers = await page({ asked: { metrics: ['tickets'], where: [{ dimension: 'field', values: [hostile] }], ...OCTOBER } });
      expect(answerIn(answers, 'asked').rows[0]?.values['tickets']?.n).toBe(0);
    },
  );

  it('answers equal questions of one page alike', async () => {
    const question = { metrics: ['wait_median'], by: ['point'], ...OCTOBER };
    const answers = await page({ first: question, second: question });
    expect(answerIn(answers, 'first')).toEqual(answerIn(answers, 'second'));
  });

  it('says that the warehouse is unavailable without its words when the engine fails', async () => {
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
