import { identifier, param, type Sql, sql, trusted, type Warehouse, withSettings } from '@evenhand/warehouse';
import { isEntityName } from '../contract/contracts';
import type { EntityName } from '../contract/entity-contract';
import { dropRollupWork, prepareRollups, type RollupSettings } from '../rollup';
import { CONTRACTS } from '../contract/contracts';
import { noteKnownUntil, tellsUntil } from './known-until';
import { type Work, workTable, workTables } from './work-tables';

const SWAP = { allow_replace_partition_from_empty_source: 1, mutations_sync: 1 } as const;

interface Slice {
  readonly partition: string;
  readonly n: number;
}

const slices = (warehouse: Warehouse, table: Sql, where: Sql): Promise<Slice[]> =>
  warehouse.rows(sql`SELECT _partition_id AS partition, count() AS n FROM ${table} WHERE ${where} GROUP BY partition ORDER BY partition`);

/**
 * Gives `to` the rows of `from` by hard link, month by month. Safe to repeat: months that already hold all rows of the run
 * are left alone, and what a killed process left half-way is taken out first.
 */
async function attach(warehouse: Warehouse, runId: number, [from, to]: readonly [Sql, Sql], except: readonly string[] = []): Promise<void> {
  const there = await slices(warehouse, to, sql`run_id = ${param('UInt64', runId)}`);
  const heldIn = (partition: string): number => there.find((slice) => slice.partition === partition)?.n ?? 0;
  const missing = (await slices(warehouse, from, trusted('1'))).filter(
    ({ partition, n }) => !except.includes(partition) && heldIn(partition) !== n,
  );
  for (const { partition } of missing.filter((slice) => heldIn(slice.partition) > 0))
    await warehouse.run(
      withSettings(sql`ALTER TABLE ${to} DELETE IN PARTITION ID ${quoted(partition)} WHERE run_id = ${trusted(String(runId))}`, SWAP),
    );
  if (missing.length === 0) return;
  const commands = missing.map(({ partition }) => sql`ATTACH PARTITION ID ${quoted(partition)} FROM ${from}`);
  await warehouse.run(withSettings(sql`ALTER TABLE ${to} ${commas(commands)}`, SWAP));
}

const quoted = (partition: string): Sql => trusted(`'${partition}'`);
const commas = (pieces: readonly Sql[]): Sql => pieces.reduce((all, piece) => sql`${all}, ${piece}`);

/** Makes the months in which rows were replaced what they will be. Repeating it changes nothing. */
async function replaceTouched(warehouse: Warehouse, work: Work): Promise<string[]> {
  const months = await warehouse.rows<{ month: number }>(sql`SELECT DISTINCT month FROM ${workTable(work, 'touched')} ORDER BY month`);
  const swaps = months.map(({ month }) => sql`REPLACE PARTITION ${trusted(String(month))} FROM ${workTable(work, 'current')}`);
  if (swaps.length > 0) await warehouse.run(withSettings(sql`ALTER TABLE ${identifier(work.entity)} ${commas(swaps)}`, SWAP));
  return months.map(({ month }) => String(month));
}

async function publishEntity(warehouse: Warehouse, work: Work, parts: readonly string[], tell: () => void): Promise<string[]> {
  const batch = workTable(work, 'batch');
  await attach(warehouse, work.runId, [workTable(work, 'rejected'), identifier('quarantine')]);
  tell();
  await attach(warehouse, work.runId, [batch, identifier(`${work.entity}_version`)]);
  tell();
  const replaced = parts.includes('current') ? await replaceTouched(warehouse, work) : [];
  tell();
  await attach(warehouse, work.runId, [batch, identifier(work.entity)], replaced);
  const added = await slices(warehouse, batch, trusted('1'));
  return [...replaced, ...added.map(({ partition }) => partition)];
}

/** Lets the parts that were attached wait until the rest is done: merging them takes the cores from it. */
async function withoutMerges(warehouse: Warehouse, entity: EntityName, step: () => Promise<void>): Promise<void> {
  const tables = [identifier(entity), identifier(`${entity}_version`)];
  for (const table of tables) await warehouse.run(sql`SYSTEM STOP MERGES ${table}`);
  try {
    await step();
  } finally {
    for (const table of tables) await warehouse.run(sql`SYSTEM START MERGES ${table}`);
  }
}

/** What publishing depends on besides the work tables. */
export interface PublishSettings extends RollupSettings {
  readonly now: Date;
  /** Called between the steps. */
  readonly tell?: (entity: EntityName) => void;
}

/**
 * Swaps in what a run prepared. Every step may be repeated, so a run that was killed here is finished by doing it again.
 */
export async function publish(warehouse: Warehouse, runId: number, source: string, settings: PublishSettings): Promise<void> {
  const tables = (await workTables(warehouse)).filter((table) => table.runId === runId);
  const entities = [...new Set(tables.filter(({ part }) => part === 'batch').map(({ entity }) => entity))].filter(isEntityName);
  for (const entity of entities) {
    const parts = tables.filter((table) => table.entity === entity).map(({ part }) => part);
    const work: Work = { runId, entity, source };
    const months = await publishEntity(warehouse, work, parts, () => settings.tell?.(entity));
    settings.tell?.(entity);
    await withoutMerges(warehouse, entity, async () => {
      const clock = { cityZone: settings.zone, now: settings.now };
      const swaps = await prepareRollups(warehouse, {
        ...work,
        settings,
        knownUntil: await tellsUntil(warehouse, work, clock),
        months: [...new Set(months.map(Number))],
        relation: (month) =>
          sql`(SELECT * FROM ${identifier(entity)} WHERE toYYYYMM(${identifier(CONTRACTS[entity].cohortDay)}) = ${trusted(String(month))})`,
      });
      await noteKnownUntil(warehouse, work, clock);
      for (const swap of swaps) await warehouse.run(swap);
      await dropRollupWork(warehouse, (id) => id === runId);
    });
  }
}
