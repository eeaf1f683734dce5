import { sql } from '@evenhand/warehouse';
import { knownRow } from '../testing/case-rows';
import { TestWarehouse } from '../testing/test-warehouse';
import { FACTS } from './facts';
import { knownAt } from './known';

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
});
afterAll(() => test.close());

it.each(Object.values(FACTS).map((fact) => [fact.entity, fact] as const))(
  '%s has the columns it names, at present and as of a moment',
  async (_entity, fact) => {
    for (const asOf of [undefined, '2026-03-04T00:00:00Z']) {
      const names = [...fact.detail.map(({ id }) => id), ...Object.values(fact.columns), ...fact.order, fact.day, 'key_hash', 'point_code'];
      const columns = await test.warehouse.rows<{ name: string }>(sql`DESCRIBE (SELECT * FROM ${knownAt(asOf).rows(fact)})`);
      const known = columns.map(({ name }) => name);
      expect(names.filter((name) => !known.includes(name))).toEqual([]);
    }
  },
);

it('what follows from other facts follows from them as they were told then', async () => {
  const form = (id: string, seconds: number, run: number): object => ({
    source: 'survey',
    form_id: id,
    question: 'attitude',
    score: 100,
    point_code: 'P1',
    fill_seconds: seconds,
    answered_at: '2026-03-02T03:00:00.000Z',
    answered_on: '2026-03-02',
    run_id: run,
    key_hash: Number(id.slice(1)),
    row_hash: run,
  });
  const publication = (run: number, at: string): object => ({ run_id: run, entity: 'survey_answer', source: 'survey', published_at: at });
  await test.fill({
    survey_answer: [form('F1', 60, 2), form('F2', 60, 1)],
    known_until: [knownRow('survey_answer', 'survey', '2026-03-03T00:00:00.000Z')],
  });
  await test.warehouse.insert('survey_answer_version', [form('F1', 2, 1), form('F2', 60, 1), form('F1', 60, 2)]);
  await test.warehouse.insert('publication', [publication(1, '2026-03-04T00:00:00.000Z'), publication(2, '2026-03-08T00:00:00.000Z')]);
  expect(await test.ask('suspect_form_rate')).toMatchObject([{ cases: 0, n: 2 }]);
  expect(await test.ask('suspect_form_rate', { asOf: '2026-03-05T00:00:00Z' })).toMatchObject([{ cases: 1, n: 2 }]);
});
