import { openStores } from '@evenhand/etl';
import { trusted } from '@evenhand/warehouse';
import type { Place } from '../product/commands';

/** Asks the facts of a place in SQL, where no figure of the product says what a published truth says. */
export async function storedRows<Row>(place: Place, queries: readonly string[]): Promise<Row[][]> {
  const stores = await openStores({ EVENHAND_DATA: place.data, EVENHAND_CITY: place.city }, 'a test of public logs');
  try {
    const answers: Row[][] = [];
    for (const query of queries) answers.push(await stores.warehouse.rows<Row>(trusted(query)));
    return answers;
  } finally {
    await stores.close();
  }
}
