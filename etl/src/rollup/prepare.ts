import { identifier, param, type Sql, sql, trusted, type Warehouse, withSettings } from '@evenhand/warehouse';
import type { FactRollup, Rollup, RollupSettings, Telling } from './rollup';
import { rollupsOf } from './rollups';
import { type ComingFacts, daysListed, isListed, listSlices, monthOf, rowsOfMonths } from './slices';
import { toldBefore, toldUntilSql } from './told-until';
import { daysOf, madeOf, makingOf, rollupWork } from './work';

/** A load about to be published: which facts it brings, and up to when its source will have told. */
export interface ComingLoad extends ComingFacts {
  readonly runId: number;
  readonly source: string;
  /** Up to when the source will have told of the entity; `null` when the load tells of no instant. */
  readonly knownUntil: Date | null;
  readonly settings: RollupSettings;
}

const ANY_MONTHS = { max_partitions_per_insert_block: 0 } as const;
/** Making machine code for these sums takes longer than it saves. Several statements count at a time, on one core each. */
const COUNTING = { ...ANY_MONTHS, compile_aggregate_expressions: 0, max_threads: 1 } as const;

/** A statement counts the slices of so many days: their sums are held until it ends. */
const DAYS_AT_ONCE = 31;

const SWAP = { allow_replace_partition_from_empty_source: 1 } as const;

interface Preparation {
  readonly warehouse: Warehouse;
  readonly coming: ComingLoad;
  readonly telling: Telling;
  /** The list of touched slices. */
  readonly list: Sql;
}

interface SomeDays {
  readonly months: readonly number[];
  readonly days: readonly string[];
}

/** Months with few days go together. */
function inPortions(listed: ReadonlyMap<number, readonly string[]>): readonly SomeDays[] {
  const portions: SomeDays[] = [];
  for (const [month, days] of listed) {
    const last = portions.at(-1);
    if (last && last.days.length + days.length <= DAYS_AT_ONCE)
      portions.splice(-1, 1, { months: [...last.months, month], days: [...last.days, ...days] });
    else portions.push({ months: [month], days });
  }
  return portions;
}

/** The statements that count the touched slices of a rollup. */
function countings({ coming, telling }: Preparation, rollup: FactRollup, listed: ReadonlyMap<number, readonly string[]>): readonly Sql[] {
  const counting = { ...coming.settings, toldUntil: toldUntilSql(coming.entity, telling) };
  return inPortions(listed).map(({ months, days }) => {
    const isWanted = (day: Sql): Sql => sql`${day} IN ${param('Array(Date)', days)}`;
    const counted = rollup.select(rowsOfMonths(rollup, coming, months), isWanted, counting);
    return withSettings(sql`INSERT INTO ${makingOf(coming.runId, rollup)} ${counted}`, COUNTING);
  });
}

/** Puts the slices that stay beside those to be counted; gives the statements that are left to run. */
async function begin(preparation: Preparation, rollup: Rollup): Promise<readonly Sql[]> {
  const { warehouse, coming, list } = preparation;
  const making = makingOf(coming.runId, rollup);
  const table = identifier(rollup.table);
  const listed = await daysListed(warehouse, list, rollup);
  await warehouse.run(sql`DROP TABLE IF EXISTS ${making} SYNC`);
  await warehouse.run(sql`CREATE TABLE ${making} AS ${table}`);
  if (listed.size === 0) return [];
  const ofMonths = sql`${monthOf(sql`day`)} IN (${trusted([...listed.keys()].join(', '))})`;
  const kept = sql`INSERT INTO ${making} SELECT * FROM ${table} WHERE ${ofMonths} AND NOT ${isListed(list, rollup, sql`day`)}`;
  await warehouse.run(withSettings(kept, ANY_MONTHS));
  if (!('of' in rollup)) return countings(preparation, rollup, listed);
  const finer = sql`(SELECT * FROM ${madeOf(coming.runId, rollup.of)} WHERE ${isListed(list, rollup, sql`day`)})`;
  return [withSettings(sql`INSERT INTO ${making} ${rollup.select(finer)}`, { ...ANY_MONTHS, compile_aggregate_expressions: 0 })];
}

/** Counts the touched slices of rollups that do not rest on one another. */
async function make(preparation: Preparation, rollups: readonly Rollup[]): Promise<void> {
  const { warehouse, coming } = preparation;
  const statements = [];
  for (const rollup of rollups) statements.push(...(await begin(preparation, rollup)));
  await warehouse.runTogether(statements);
  for (const rollup of rollups) await warehouse.run(sql`RENAME TABLE ${makingOf(coming.runId, rollup)} TO ${madeOf(coming.runId, rollup)}`);
}

async function swapOf({ warehouse, coming, list }: Preparation, rollup: Rollup): Promise<Sql[]> {
  const months = [...(await daysListed(warehouse, list, rollup)).keys()];
  if (months.length === 0) return [];
  const made = madeOf(coming.runId, rollup).render().text;
  const swaps = trusted(months.map((month) => `REPLACE PARTITION ${month} FROM ${made}`).join(', '));
  return [withSettings(sql`ALTER TABLE ${identifier(rollup.table)} ${swaps}`, SWAP)];
}

/**
 * Counts the slices of every rollup that a load touches, beside what readers see, and gives the statements that swap them in.
 * To be called before any fact of the entity changes, also when the load brings no row: a source that has told more makes
 * those still waiting wait longer. Calling it again, after a kill or after the swap, counts nothing anew: what was made
 * stays until `dropRollupWork`, and the statements may be run any number of times.
 */
export async function prepareRollups(warehouse: Warehouse, coming: ComingLoad): Promise<readonly Sql[]> {
  const rollups = rollupsOf(coming.entity);
  if (rollups.length === 0) return [];
  const list = daysOf(coming.runId, coming.entity);
  const standing = new Set((await rollupWork(warehouse)).map(({ name }) => name));
  const isMade = (rollup: Rollup): boolean => standing.has(madeOf(coming.runId, rollup).render().text);
  const before = await toldBefore(warehouse, coming.entity, coming.source);
  const telling: Telling = { source: coming.source, before, after: latest(before, coming.knownUntil) };
  const preparation: Preparation = { warehouse, coming, telling, list };
  if (!rollups.some(isMade)) {
    await warehouse.run(sql`DROP TABLE IF EXISTS ${list} SYNC`);
    await listSlices(warehouse, list, { rollups, coming, telling, settings: coming.settings });
  }
  const missing = rollups.filter((rollup) => !isMade(rollup));
  const isCoarser = (rollup: Rollup): boolean => 'of' in rollup;
  await make(
    preparation,
    missing.filter((rollup) => !isCoarser(rollup)),
  );
  await make(preparation, missing.filter(isCoarser));
  const swaps = [];
  for (const rollup of rollups) swaps.push(...(await swapOf(preparation, rollup)));
  return swaps;
}

const latest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b));
