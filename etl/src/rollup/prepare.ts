import { identifier, param, type Sql, sql, trusted, type Warehouse, withSettings } from '@evenhand/warehouse';
import type { FactRollup, Rollup, RollupSettings, Telling } from './rollup';
import { rollupsOf } from './rollups';
import { type ComingFacts, daysListed, isListed, listSlices, monthOf, rowsOfMonth } from './slices';
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

/** Making machine code for these sums takes longer than it saves. */
const COUNTING = { compile_aggregate_expressions: 0, max_partitions_per_insert_block: 0 } as const;

const SWAP = { allow_replace_partition_from_empty_source: 1 } as const;

interface Preparation {
  readonly warehouse: Warehouse;
  readonly coming: ComingLoad;
  readonly telling: Telling;
  /** The list of touched slices. */
  readonly list: Sql;
}

type Days = ReadonlyMap<number, readonly string[]>;

async function countSlices({ warehouse, coming, telling }: Preparation, rollup: FactRollup, months: Days): Promise<void> {
  const counting = { ...coming.settings, toldUntil: toldUntilSql(coming.entity, telling) };
  for (const [month, days] of months) {
    const isWanted = (day: Sql): Sql => sql`${day} IN ${param('Array(Date)', days)}`;
    const counted = rollup.select(rowsOfMonth(rollup, coming, month), isWanted, counting);
    await warehouse.run(withSettings(sql`INSERT INTO ${makingOf(coming.runId, rollup)} ${counted}`, COUNTING));
  }
}

/** Counts the touched slices of a rollup and puts the untouched ones of the same months beside them. */
async function make(preparation: Preparation, rollup: Rollup): Promise<void> {
  const { warehouse, coming, list } = preparation;
  const making = makingOf(coming.runId, rollup);
  const table = identifier(rollup.table);
  const months = await daysListed(warehouse, list, rollup);
  await warehouse.run(sql`DROP TABLE IF EXISTS ${making} SYNC`);
  await warehouse.run(sql`CREATE TABLE ${making} AS ${table}`);
  if (months.size > 0) {
    const ofMonths = sql`${monthOf(sql`day`)} IN (${trusted([...months.keys()].join(', '))})`;
    const kept = sql`INSERT INTO ${making} SELECT * FROM ${table} WHERE ${ofMonths} AND NOT ${isListed(list, rollup, sql`day`)}`;
    await warehouse.run(withSettings(kept, COUNTING));
    if ('of' in rollup) {
      const finer = sql`(SELECT * FROM ${madeOf(coming.runId, rollup.of)} WHERE ${isListed(list, rollup, sql`day`)})`;
      await warehouse.run(withSettings(sql`INSERT INTO ${making} ${rollup.select(finer)}`, COUNTING));
    } else await countSlices(preparation, rollup, months);
  }
  await warehouse.run(sql`RENAME TABLE ${making} TO ${madeOf(coming.runId, rollup)}`);
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
  for (const rollup of rollups.filter((one) => !isMade(one))) await make(preparation, rollup);
  const swaps = [];
  for (const rollup of rollups) swaps.push(...(await swapOf(preparation, rollup)));
  return swaps;
}

const latest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b));
