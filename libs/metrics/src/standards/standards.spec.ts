import { openWarehouse, type Warehouse } from '@evenhand/warehouse';
import { city } from '../testing/city';
import { STANDARDS } from './all-standards';
import { runExamples } from './run-example';

describe('the worked examples of the standards', () => {
  let warehouse: Warehouse;
  beforeAll(async () => (warehouse = await openWarehouse('memory')));
  afterAll(() => warehouse.close());

  it.each(STANDARDS.filter(({ judging }) => judging.kind !== 'missing').map((definition) => [definition.id, definition] as const))(
    '%s: come to what they say',
    async (_, definition) => {
      const outcomes = await runExamples(warehouse, city, definition);
      expect(outcomes.map(({ title, found }) => [title.en, found])).toEqual(outcomes.map(({ title, expected }) => [title.en, expected]));
    },
  );
});
