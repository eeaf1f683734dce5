import { type Exclusion, identifier, param, type Sql, sql, trusted, type Warehouse, withSettings } from '@evenhand/warehouse';
import { isEntityName } from '../contract/contracts';
import type { EntityName } from '../contract/entity-contract';
import { cityNow, prepareFeedDays } from '../feeds';
import { prepareRollups, type RollupSettings } from '../rollup';
import { noteLeaving, prepareQuarantine, quarantineSwap } from '../quarantine/coming-quarantine';
import { attachment, MOVING } from './attach';
import { type ComingRows, comingRows } from './coming-facts';
import { noteKnownUntil, tellsUntil } from './known-until';
import { type Work, type WorkPart, workTable, workTables } from './work-tables';

/** The run whose work tables are to be published. */
export interface PublishedRun {
  readonly id: number;
  readonly source: string;
  /** Instants well after it were told wrongly. */
  readonly startedAt: Date;
}

/** What publishing depends on. */
export interface PublishSettings extends RollupSettings {
  /** Time stands still in a simulated city. */
  readonly isSimulated: boolean;
}

/** One entity of a run, ready to be swapped in. */
export interface Prepared {
  readonly work: Work;
  readonly parts: readonly WorkPart[];
  readonly coming: ComingRows;
  /** Swap in what is counted from the facts: rollups, and what is known of the days of the feed. */
  readonly derived: readonly Sql[];
  readonly knownUntil: Date | null;
}

/** Counts everything that readers will see beside what they see; nothing that they see changes. It may be repeated. */
export async function prepare(
  warehouse: Warehouse,
  { id: runId, source, startedAt }: PublishedRun,
  settings: PublishSettings,
): Promise<readonly Prepared[]> {
  const tables = (await workTables(warehouse)).filter((table) => table.runId === runId);
  const entities = [...new Set(tables.filter(({ part }) => part === 'batch').map(({ entity }) => entity))].filter(isEntityName);
  const prepared: Prepared[] = [];
  for (const entity of entities) {
    const work: Work = { runId, entity, source };
    const parts = tables.filter((table) => table.entity === entity).map(({ part }) => part);
    const coming = await comingRows(warehouse, work, parts);
    const knownUntil = await tellsUntil(warehouse, work, { cityZone: settings.zone, now: startedAt });
    const { months, relation, all, changes } = coming;
    const rollups = await prepareRollups(warehouse, { ...work, settings, knownUntil, months, relation, all, changes });
    const now = await cityNow(warehouse, { isSimulated: settings.isSimulated, now: startedAt, knownUntil });
    const feed = await prepareFeedDays(warehouse, { ...work, coming, knownUntil, heardAt: startedAt, zone: settings.zone, now });
    prepared.push({ work, parts, coming, derived: [...rollups, ...feed], knownUntil });
  }
  await prepareQuarantine(warehouse, runId);
  return prepared;
}

/** How to publish. */
export interface Publishing {
  /** True when an earlier attempt may have got half-way. */
  readonly isRepeated: boolean;
  /** Called between the steps. */
  readonly tell?: (entity: EntityName) => void;
}

const present = (statements: readonly (Sql | undefined)[]): readonly Sql[] => statements.filter((statement) => statement !== undefined);

/** Versions and rejected rows count only once their run is published: they are attached ahead of the swap. */
async function attachHistory(warehouse: Warehouse, { work, parts }: Prepared, isRepeated: boolean): Promise<void> {
  const { runId, entity } = work;
  const told = (['batch', 'kept'] as const).filter((part) => parts.includes(part)).map((part) => workTable(work, part));
  const quarantine = { runId, from: [workTable(work, 'rejected')], to: identifier('quarantine'), isRepeated };
  const statements = [
    // Where entries leave, quarantine is swapped with the facts: a record stands in one of the two.
    (await quarantineSwap(warehouse, runId)) === undefined ? await attachment(warehouse, quarantine) : undefined,
    await attachment(warehouse, { runId, from: told, to: identifier(`${entity}_version`), isRepeated }),
  ];
  for (const statement of present(statements)) await warehouse.run(statement);
}

async function factSwaps(warehouse: Warehouse, { work, coming }: Prepared, isRepeated: boolean): Promise<readonly Sql[]> {
  const { runId, entity } = work;
  const fact = identifier(entity);
  const except = coming.replaced.map(String);
  const commands = except.map((month) => `REPLACE PARTITION ${month} FROM ${workTable(work, 'current').render().text}`);
  const replace = commands.length === 0 ? undefined : withSettings(sql`ALTER TABLE ${fact} ${trusted(commands.join(', '))}`, MOVING);
  return present([replace, await attachment(warehouse, { runId, from: coming.added, to: fact, except, isRepeated })]);
}

const notePublished = ({ runId, entity, source }: Work): Sql => sql`
  INSERT INTO publication
  SELECT ${param('UInt64', runId)} AS run_id, ${param('String', entity)} AS entity, ${param('String', source)} AS source, now64(3) AS published_at
  WHERE (run_id, entity) NOT IN (SELECT run_id, entity FROM publication)`;

/** The statements that change what readers see: facts, rollups, how far the source has told, and that the run counts. */
async function swapsOf(warehouse: Warehouse, one: Prepared, isRepeated: boolean): Promise<readonly Sql[]> {
  const facts = await factSwaps(warehouse, one, isRepeated);
  const note = one.knownUntil ? [noteKnownUntil(one.work, one.knownUntil), notePublished(one.work)] : [];
  return [...facts, ...one.derived, ...note];
}

async function runAll(warehouse: Warehouse, statements: readonly Sql[]): Promise<void> {
  for (const statement of statements) await warehouse.run(statement);
}

async function allSwaps(warehouse: Warehouse, prepared: readonly Prepared[], isRepeated: boolean): Promise<readonly Sql[]> {
  const swaps: Sql[] = [];
  for (const one of prepared) swaps.push(...(await swapsOf(warehouse, one, isRepeated)));
  const [first] = prepared;
  return present([...swaps, first && (await quarantineSwap(warehouse, first.work.runId))]);
}

/**
 * Swaps in what was prepared, all entities at once, and tells how long readers stood before the gate. It may be repeated,
 * so a run that was killed here, or met an error, is finished by doing it again; readers do not return before the second
 * try.
 */
export async function publish(warehouse: Warehouse, prepared: readonly Prepared[], { isRepeated, tell }: Publishing): Promise<Exclusion> {
  for (const one of prepared) {
    await attachHistory(warehouse, one, isRepeated);
    tell?.(one.work.entity);
  }
  const [first] = prepared;
  await runAll(warehouse, present([first && (await noteLeaving(warehouse, first.work.runId))]));
  const swaps = await allSwaps(warehouse, prepared, isRepeated);
  return warehouse.swap(async () => {
    await runAll(warehouse, swaps).catch(async () => runAll(warehouse, await allSwaps(warehouse, prepared, true)));
  });
}
