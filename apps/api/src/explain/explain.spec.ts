import { setTimeout as wait } from 'node:timers/promises';
import { type AnswerTask, explanationSchema, problemSchema, taskSchema } from '@evenhand/contracts';
import { type Question, wholeCity } from '@evenhand/domain';
import { sql } from '@evenhand/warehouse';
import { AnswerTasks } from '../tasks/answer-tasks';
import { insertTickets } from '../testing/handful-of-tickets';
import { startServer, type StartedServer } from '../testing/started-server';

const RANGE = 'from=2026-10-01&to=2026-11-01';
const OCTOBER = { from: '2026-10-01', to: '2026-11-01' };

describe('five tickets', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    await insertTickets(server.stores.warehouse);
  });
  afterAll(() => server.stop());

  const explained = async (query: string) => explanationSchema.parse(await (await server.get(`/api/explain?${query}&${RANGE}`)).json());

  describe('an explained number', () => {
    it('has its definition, the statement as it was sent with its values apart, and the rows behind it', async () => {
      const { metric, value, statements, rows } = await explained('metric=long_wait_rate&where=point:P1&exact=true');
      expect(metric).toMatchObject({ id: 'long_wait_rate', version: value.version, label: { vi: expect.any(String) } });
      expect(value).toMatchObject({ value: 0.25, n: 4, cases: 1 });
      expect(statements).toEqual([
        expect.objectContaining({ from: 'raw', table: 'ticket', text: expect.stringMatching(/point_code IN \{p\d+:Array\(String\)\}/) }),
      ]);
      expect(Object.values(statements[0]?.values ?? {})).toContainEqual(['P1']);
      expect(rows.n).toBe(4);
      expect(await (await server.get(rows.list)).json()).toMatchObject({ total: 4 });
    });

    it('says what it leaves out and why', async () => {
      await server.stores.warehouse.insert('quarantine', [
        {
          run_id: 1,
          source: 'queue',
          entity: 'ticket',
          file: 'tickets.csv',
          line: 9,
          reasons: ['known_point'],
          raw: JSON.stringify({ point_code: 'P1', issued_at: '2026-10-05T02:00:00Z' }),
        },
        {
          run_id: 1,
          source: 'queue',
          entity: 'ticket',
          file: 'tickets.csv',
          line: 10,
          reasons: ['known_point'],
          raw: '{"point_code":"P2"}',
        },
      ]);
      const { excluded, feeds } = await explained('metric=wait_mean&where=point:P1');
      // One of four left before anybody called, the fifth ticket is of another point; of that point's broken record nothing is said.
      expect(excluded.map(({ why, detail, rows }) => [why, detail, rows])).toEqual([
        ['not_a_case', 'abandoned', 1],
        ['filtered_out', '', 1],
        ['quarantined', 'known_point', 1],
      ]);
      expect(excluded[2]?.label?.vi).toMatch(/\S/);
      expect(feeds).toMatchObject([{ entity: 'ticket', source: 'queue', latestAt: '2026-10-05T10:00:00.000Z' }]);
      await server.stores.warehouse.run(sql`TRUNCATE TABLE quarantine`);
    });

    it('is refused with a sentence when there is no such metric', async () => {
      const response = await server.get(`/api/explain?metric=long_wait&${RANGE}`);
      expect(response.status).toBe(400);
      expect(problemSchema.parse(await response.json()).detail).toContain('Unknown metric "long_wait"');
    });
  });

  describe('the rows behind a figure as a file', () => {
    const file = (query: string): Promise<Response> => server.get(`/api/rows/export?metric=tickets&${RANGE}&${query}`);

    it('are CSV that a spreadsheet shows in Vietnamese and computes nothing of', async () => {
      await server.stores.warehouse.run(
        sql`ALTER TABLE ticket UPDATE agent = '=HYPERLINK("x")' WHERE ticket_id = 'A1' SETTINGS mutations_sync = 1`,
      );
      const response = await file('where=point:P1');
      const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
      expect(response.headers.get('content-disposition')).toMatch(
        /^attachment; filename="\d{8}_thanh-pho-thu_so-phieu-da-cap\.csv"; filename\*=UTF-8''/,
      );
      expect(response.headers.get('x-rows')).toBe('4 of 4');
      const [head, first, ...others] = text.slice(0, text.indexOf('\r\n\r\n')).split('\r\n');
      expect(head?.startsWith('\ufeff"Mã phiếu","Điểm phục vụ","Lấy số lúc"')).toBe(true);
      expect(first).toContain(`"'=HYPERLINK(""x"")"`);
      expect(first).toContain('2026-10-05T01:00:00.000Z');
      expect(others).toHaveLength(3);
    });

    it('are JSON lines, the cases alone when these are asked for', async () => {
      const response = await server.get(`/api/rows/export?metric=long_wait_rate&part=cases&format=jsonl&${RANGE}`);
      const lines = (await response.text()).trimEnd().split('\n');
      expect(lines.map((line) => (JSON.parse(line) as { ticket_id: string }).ticket_id)).toEqual(['A3', 'B1']);
    });

    it('are refused with a sentence when the range is none', async () => {
      const response = await server.get('/api/rows/export?metric=tickets&from=2026-10-01&to=2026-10-01');
      expect(response.status).toBe(400);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    });
  });

  describe('a question for the public, and against other periods', () => {
    it('hides what rests on few cases', async () => {
      const response = await server.get(`/api/answer?metrics=tickets&by=point&view=public&exact=true&${RANGE}`);
      const body = JSON.stringify(await response.json());
      expect(response.status).toBe(200);
      expect(body).toContain('"reason":"suppressed","n":null');
      expect(body).not.toContain('"reason":null');
    });

    it('carries what each figure is held against', async () => {
      const response = await server.get(`/api/answer?metrics=tickets&compare=previous,last_year&exact=true&${RANGE}`);
      expect(await response.json()).toMatchObject({
        rows: [
          {
            values: { tickets: { against: { previous: { range: { from: '2026-09-01' } }, last_year: { range: { from: '2025-10-01' } } } } },
          },
        ],
      });
      expect((await server.get(`/api/answer?metrics=tickets&compare=always&${RANGE}`)).status).toBe(400);
    });
  });

  describe('a question asked as a task', () => {
    const task = async (response: Response): Promise<AnswerTask> => taskSchema.parse(await response.json());
    const remove = (id: string): Promise<Response> => server.send(`/api/tasks/${id}`, { method: 'DELETE' });
    const until = async (id: string, isThere: (one: AnswerTask) => boolean): Promise<AnswerTask> => {
      let one = await task(await server.get(`/api/tasks/${id}`));
      for (; !isThere(one); one = await task(await server.get(`/api/tasks/${id}`))) await wait(20);
      return one;
    };

    it('is answered from the rows, and its answer waits to be fetched', async () => {
      const started = await server.post('/api/tasks/answers', { metrics: ['tickets'], ...OCTOBER });
      expect(started.status).toBe(202);
      const { answer, problem } = await until((await task(started)).id, ({ state }) => state === 'done');
      expect(answer?.rows[0]?.values['tickets']).toMatchObject({ value: 5, from: 'raw' });
      expect(problem).toBeNull();
    });

    it('is taken back, whether it runs or waits', async () => {
      const two = await Promise.all(
        [1, 2].map(async () => task(await server.post('/api/tasks/answers', { metrics: ['wait_p90', 'wait_mean'], ...OCTOBER }))),
      );
      const ended = await Promise.all(two.map(async ({ id }) => task(await remove(id))));
      for (const { state } of ended) expect(['cancelled', 'done']).toContain(state);
    });

    it('fails with the sentence that the question deserves', async () => {
      const { id } = await task(await server.post('/api/tasks/answers', { metrics: ['long_wait'], ...OCTOBER }));
      const { problem } = await until(id, ({ state }) => state === 'failed');
      expect(problem).toMatchObject({ status: 400, field: 'metrics' });
    });

    it('[Q3] waits for others of the same person once five are under way, and for nobody else’s', async () => {
      const tasks = server.app.get(AnswerTasks);
      const question: Question = { metrics: ['tickets'], by: [], where: [], ...OCTOBER, exact: true };
      const start = (id: string) => tasks.start(question, { id, scope: wholeCity, requestId: 'test' });
      const five = Array.from({ length: 5 }, () => start('one'));
      expect(() => start('one')).toThrow('5 of your tasks are under way');
      const begun = await Promise.all([...five, start('another')]);
      for (const { id } of begun.slice(0, 5)) await tasks.cancel(id, 'one');
      expect((await tasks.cancel(begun[5]?.id ?? '', 'another')).problem).toBeNull();
    });

    it('is not known by another name', async () => {
      expect((await server.get('/api/tasks/nobody')).status).toBe(404);
    });
  });
});
