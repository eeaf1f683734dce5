import { sql } from '@evenhand/warehouse';
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
