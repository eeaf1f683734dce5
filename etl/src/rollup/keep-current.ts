import { identifier, sql, type Warehouse } from '@evenhand/warehouse';
import type { EntityName } from '../contract/entity-contract';
import { SourceProblem } from '../source/source-problem';
import { prepareRollups } from './prepare';
import { type Rollup, type RollupSettings, rootOf } from './rollup';
import { ROLLUPS } from './rollups';
import { dropRollupWork } from './work';

/** No load has this number. */
const REBUILD = 0;

async function builtWith(warehouse: Warehouse): Promise<ReadonlyMap<string, string>> {
  const rows = await warehouse.rows<{ name: string; value: string }>(sql`SELECT name, value FROM rollup_setting FINAL`);
  return new Map(rows.map(({ name, value }) => [name, value]));
}

const note = (warehouse: Warehouse, name: string, value: string): Promise<void> =>
  warehouse.insert('rollup_setting', [{ name, value, set_at: new Date().toISOString() }]);

/** Facts carry days that were cut in a zone; another zone would need them cut again. */
async function checkZone(warehouse: Warehouse, built: string | undefined, zone: string): Promise<void> {
  const hasFacts = (await warehouse.rows(sql`SELECT 1 FROM known_until LIMIT 1`)).length > 0;
  if (hasFacts && built !== undefined && built !== zone)
    throw new SourceProblem(
      `The days of this data folder are cut in ${built}, but the city says ${zone}. Give the city another data folder with EVENHAND_DATA.`,
    );
  if (built !== zone) await note(warehouse, 'zone', zone);
}

const nameOf = ({ table }: Rollup): string => `rollup ${table}`;
const stateOf = ({ version }: Rollup, { longWaitMinutes }: RollupSettings): string => `version ${version}, long wait ${longWaitMinutes}`;

/** Counts everything that an entity feeds anew. */
async function rebuild(warehouse: Warehouse, entity: EntityName, settings: RollupSettings): Promise<void> {
  await dropRollupWork(warehouse, (runId) => runId === REBUILD);
  for (const { table } of ROLLUPS.filter((rollup) => rootOf(rollup).entity === entity))
    await warehouse.run(sql`TRUNCATE TABLE ${identifier(table)}`);
  const swaps = await prepareRollups(warehouse, {
    runId: REBUILD,
    source: '',
    knownUntil: null,
    entity,
    months: [],
    relation: () => identifier(entity),
    changes: identifier(entity),
    settings,
  });
  for (const swap of swaps) await warehouse.run(swap);
  await dropRollupWork(warehouse, (runId) => runId === REBUILD);
}

/**
 * Rebuilds the rollups of an entity when one of them was built with another threshold, in another way or never.
 * Throws {@link SourceProblem} when the city cuts its days in another zone than the facts.
 */
export async function keepRollupsCurrent(warehouse: Warehouse, settings: RollupSettings): Promise<void> {
  const built = await builtWith(warehouse);
  await checkZone(warehouse, built.get('zone'), settings.zone);
  const isStale = (rollup: Rollup): boolean => built.get(nameOf(rollup)) !== stateOf(rollup, settings);
  for (const entity of new Set(ROLLUPS.filter(isStale).map((rollup) => rootOf(rollup).entity))) {
    await rebuild(warehouse, entity, settings);
    for (const rollup of ROLLUPS.filter((one) => rootOf(one).entity === entity))
      await note(warehouse, nameOf(rollup), stateOf(rollup, settings));
  }
}

/** Lets {@link keepRollupsCurrent} count every rollup anew, in this process or in the next. */
export async function noteRollupsStale(warehouse: Warehouse): Promise<void> {
  for (const rollup of ROLLUPS) await note(warehouse, nameOf(rollup), '');
}
