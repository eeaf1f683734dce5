import type { Day } from '@evenhand/domain';
import { addToAudit } from '@evenhand/records';
import { identifier, param, sql, trusted, type Warehouse } from '@evenhand/warehouse';
import { keepRollupsCurrent, noteRollupsStale } from '../rollup';
import type { Stores } from '../stores';
import { keptFilesThatGo, removeFiles } from './kept-files';
import { type Forgotten, forgottenQuarantine, forgottenTables } from './law';

/** What goes of one month of a table, or of a folder of kept files. */
export interface Going {
  /** The table; or the folder, from the data folder. */
  readonly table: string;
  /** Like 202601. */
  readonly month: number;
  /** Rows, or files. */
  readonly rows: number;
  /** Rows of the month that stay, because their cases go on. */
  readonly stays: number;
  /** SHA-256 over the hashes of what goes, in their order: proves what went without saying what stood in it. */
  readonly sha256: string;
}

const goingOf = (warehouse: Warehouse, { table, month, goes, hash }: Forgotten): Promise<Omit<Going, 'table'>[]> =>
  warehouse.rows<Omit<Going, 'table'>>(sql`
    SELECT ${month} AS month, countIf(${goes}) AS rows, count() - rows AS stays,
      lower(hex(SHA256(arrayStringConcat(arrayMap(one -> hex(one), arraySort(groupArrayIf(${hash}, ${goes}))), ',')))) AS sha256
    FROM ${identifier(table)} GROUP BY month HAVING rows > 0 ORDER BY month`);

const tablesOf = async ({ warehouse, city }: Stores, before: Day): Promise<readonly Forgotten[]> => [
  ...(await forgottenTables(warehouse, before)),
  ...forgottenQuarantine(before, city.settings.zone),
];

/** What would go if everything of whole months before a day were forgotten. Nothing changes. */
export async function whatWouldGo(stores: Stores, before: Day): Promise<readonly Going[]> {
  const all: Going[] = [];
  for (const forgotten of await tablesOf(stores, before))
    for (const going of await goingOf(stores.warehouse, forgotten)) all.push({ table: forgotten.table, ...going });
  for (const { place, month, paths, sha256 } of await keptFilesThatGo(stores, before))
    all.push({ table: place, month, rows: paths.length, stays: 0, sha256 });
  return all;
}

async function remove(warehouse: Warehouse, { table, month, goes, isApart }: Forgotten, going: Going): Promise<void> {
  const number = trusted(String(Math.trunc(going.month)));
  await warehouse.run(
    isApart && going.stays === 0
      ? sql`ALTER TABLE ${identifier(table)} DROP PARTITION ${number}`
      : sql`ALTER TABLE ${identifier(table)} DELETE WHERE ${month} = ${number} AND ${goes} SETTINGS mutations_sync = 2`,
  );
}

async function removeAll(stores: Stores, before: Day, all: readonly Going[]): Promise<void> {
  const { warehouse, city } = stores;
  for (const forgotten of await tablesOf(stores, before))
    for (const going of all.filter(({ table }) => table === forgotten.table)) await remove(warehouse, forgotten, going);
  await warehouse.run(sql`
    ALTER TABLE feed_day DELETE WHERE toYYYYMM(day) < toYYYYMM(${param('Date', before)}) SETTINGS mutations_sync = 2`);
  // A process that is killed before they are counted anew counts them at its next start.
  await noteRollupsStale(warehouse);
  await keepRollupsCurrent(warehouse, city.settings);
}

/**
 * Forgets all cases of whole months before a day, with all of their versions, the refused records and the kept files of these
 * months, and counts the rollups anew; people wait until it is done. The audit log holds before and after it what went, by its
 * number and a hash of it.
 */
export async function forget(stores: Stores, before: Day, now: () => Date = () => new Date()): Promise<readonly Going[]> {
  return stores.oneAtATime(async () => {
    const going = await whatWouldGo(stores, before);
    const tell = (did: string): Promise<void> =>
      addToAudit(stores.records, [{ at: now(), who: 'owner', did, what: { before, went: going } }]);
    await tell('retention begins');
    await stores.warehouse.swap(() => removeAll(stores, before, going));
    await removeFiles(await keptFilesThatGo(stores, before));
    const left = await whatWouldGo(stores, before);
    if (left.length > 0) throw new Error(`${left.length} months are still there after they were removed.`);
    await tell('retention ended');
    return going;
  });
}
