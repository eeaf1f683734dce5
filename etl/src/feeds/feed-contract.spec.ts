import { openWarehouse, sql, type Warehouse } from '@evenhand/warehouse';
import { describeFeed, feedContracts } from './feed-contract';

describe('what a source promises', () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await openWarehouse('memory');
  });
  afterAll(() => warehouse.close());

  const written = async (): Promise<number> => {
    const [row] = await warehouse.rows<{ n: number }>(sql`SELECT count() AS n FROM feed_contract`);
    return row?.n ?? 0;
  };
  const daily = { every_hours: 24, thin_below: 0.7, per_point: false };

  it('is written when it changes and not at each load; what it promises no longer goes', async () => {
    await describeFeed(warehouse, 'queue', { ...daily, entities: ['ticket', 'rating'] });
    await describeFeed(warehouse, 'other', { ...daily, entities: ['ticket'] });
    expect(await written()).toBe(3);
    await describeFeed(warehouse, 'queue', { ...daily, entities: ['ticket', 'rating'] });
    expect(await written()).toBe(3);
    await describeFeed(warehouse, 'queue', { ...daily, every_hours: 1, entities: ['ticket'] });
    expect((await feedContracts(warehouse)).map(({ source, entity, everyHours }) => [source, entity, everyHours])).toEqual([
      ['other', 'ticket', 24],
      ['queue', 'ticket', 1],
    ]);
    await describeFeed(warehouse, 'queue', undefined);
    expect((await feedContracts(warehouse)).map(({ source }) => source)).toEqual(['other']);
  });
});
