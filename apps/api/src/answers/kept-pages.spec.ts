import { pageAnswerSchema, type PageAnswer, pageColumnsSchema } from '@evenhand/contracts';
import { COLUMNS_TYPE, fromColumns } from '@evenhand/domain';
import { searchAudit } from '@evenhand/records';
import { trusted } from '@evenhand/warehouse';
import { SeenFigures } from '../access/seen-figures';
import { insertTickets } from '../testing/handful-of-tickets';
import { type Client, role } from '../testing/signed-in';
import { startServer, type StartedServer } from '../testing/started-server';
import { KeptPages, type SentPage } from './kept-pages';

const OCTOBER = { from: '2026-10-01', to: '2026-11-01', exact: true };
const QUESTIONS = { tickets: { metrics: ['tickets'], ...OCTOBER }, points: { metrics: ['tickets'], by: ['point'], ...OCTOBER } };
const QUARTER_MS = 900_000;
const FAKE_NOTHING_ELSE = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
  ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
];
const PUBLIC = { public: { metrics: ['tickets'], by: ['point'], view: 'public', ...OCTOBER } };

describe('a page that is asked again', () => {
  let server: StartedServer;
  let made: jest.SpyInstance;
  beforeAll(async () => {
    server = await startServer();
    await insertTickets(server.stores.warehouse);
  });
  beforeEach(() => (made = jest.spyOn(server.app.get(KeptPages), 'of')));
  afterEach(() => {
    jest.useRealTimers();
    made.mockRestore();
  });
  afterAll(() => server.stop());

  const ask = async (client: Pick<Client, 'post'> = server, questions: object = QUESTIONS): Promise<PageAnswer['answers']> =>
    pageAnswerSchema.parse(await (await client.post('/api/answers', { questions })).json()).answers;
  const rowsOf = (answers: PageAnswer['answers'], name: string) => {
    const slot = answers[name];
    if (!slot || !('answer' in slot)) throw new Error(`"${name}" was not answered: ${JSON.stringify(slot)}`);
    return slot.answer.rows;
  };
  /** The pages given so far, each once. */
  const given = async (): Promise<number> =>
    new Set(await Promise.all(made.mock.results.map(({ value }) => value as Promise<SentPage>))).size;

  it('is the one that was sent before, also to whoever reads no compressed text', async () => {
    const first = await ask();
    expect(await ask()).toEqual(first);
    const plain = await server.post('/api/answers', { questions: QUESTIONS }, { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(pageAnswerSchema.parse(await plain.json()).answers).toEqual(first);
    expect([made.mock.calls.length, await given()]).toEqual([3, 1]);
  });

  it('is kept by form, and says the same by column as by row', async () => {
    const { tickets, points } = QUESTIONS;
    const compared = { ...points, metrics: ['tickets', 'long_wait_rate', 'wait_median'], compare: ['previous', 'city'] };
    const questions = { tickets, compared, ...PUBLIC };
    const byColumn = await server.post('/api/answers', { questions }, { accept: `${COLUMNS_TYPE}, application/json;q=0.9` });
    const byRow = await server.post('/api/answers', { questions }, { accept: '*/*' });
    expect([byColumn, byRow].map(({ headers }) => headers.get('content-type'))).toEqual([
      'application/vnd.evenhand.columns+json; charset=utf-8',
      'application/json; charset=utf-8',
    ]);
    expect(byRow.headers.get('vary')).toContain('Accept');
    const { answers } = pageColumnsSchema.parse(await byColumn.json());
    const decoded = Object.entries(answers).map(([name, slot]) => {
      if (!('columns' in slot)) throw new Error(`"${name}" was not answered: ${JSON.stringify(slot)}`);
      return [name, { answer: fromColumns(slot.columns) }] as const;
    });
    expect(Object.fromEntries(decoded)).toEqual(((await byRow.json()) as PageAnswer).answers);
    expect(decoded.map(([, { answer }]) => answer.rows.length)).toEqual([1, 2, 2]);
    expect(await given()).toBe(2);
  });

  it('[B4] is made for each scope by itself', async () => {
    const ward = await server.as({ role: 'ward_manager', units: ['00004'], branches: [] });
    const [all, own] = [await ask(), await ask(ward)];
    expect([all, own].map((answers) => rowsOf(answers, 'points').map(({ key }) => key.point))).toEqual([['P1', 'P2'], ['P1']]);
    expect(await ask()).toEqual(all);
    expect(await ask(ward)).toEqual(own);
    expect(await given()).toBe(2);
  });

  it('[P1] leaves a trace of everybody who saw it, and hides from the public what it hid', async () => {
    const hidden = await ask(server, PUBLIC);
    const other = await server.as(role('administrator'), role('city_manager'));
    expect(await ask(other, PUBLIC)).toEqual(hidden);
    expect(await given()).toBe(1);
    expect(JSON.stringify(hidden)).not.toContain('"value":4');
    await server.app.get(SeenFigures).flush();
    const { entries } = await searchAudit(server.stores.records, { did: 'POST /api/answers' }, { page: 1, size: 20 });
    const saw = entries.filter(({ what }) => JSON.stringify(what).includes('public'));
    expect(new Set(saw.map(({ who }) => who)).size).toBe(2);
  });

  it('is made again once a ticket was loaded, and once the calendar is another', async () => {
    const tickets = async () => rowsOf(await ask(), 'tickets')[0]?.values['tickets']?.value;
    const { warehouse } = server.stores;
    expect(await tickets()).toBe(5);
    await warehouse.run(trusted("INSERT INTO ticket SELECT * REPLACE ('A5' AS ticket_id, 5 AS key_hash) FROM ticket WHERE line = 0"));
    expect(await tickets()).toBe(6);
    await warehouse.insert('working_day', [{ day: '2026-10-04' }]);
    expect([await tickets(), await given()]).toEqual([6, 3]);
  });

  it('is made again a quarter of an hour later, as the public may have been told of another month', async () => {
    const first = await ask(server, PUBLIC);
    jest.useFakeTimers({ doNotFake: FAKE_NOTHING_ELSE, now: Date.now() + QUARTER_MS });
    expect(await ask(server, PUBLIC)).toEqual(first);
    expect(await given()).toBe(2);
  });

  it('is never one of which something was refused: who asks reads the name of their own request', async () => {
    const questions = { ...QUESTIONS, wrong: { metrics: ['long_wait'], ...OCTOBER } };
    const [one, other] = await Promise.all([ask(server, questions), ask(server, questions)]);
    expect([one, other, await ask(server, questions)].map(({ wrong }) => wrong)).toEqual(
      Array.from({ length: 3 }, () => ({ problem: expect.objectContaining({ status: 400 }) })),
    );
    expect(await given()).toBe(3);
  });
});
