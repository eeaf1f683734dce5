import type { Day } from '@evenhand/domain';
import { identifier, join, param, type Sql, sql, type Warehouse } from '@evenhand/warehouse';
import { CONTRACTS } from '../contract/contracts';
import { ENTITIES, type EntityName } from '../contract/entity-contract';

/** What holds until it is replaced, and what others published: its age says nothing. */
const HOLDS_ON: readonly EntityName[] = ['premises', 'point_setting', 'published_score'];
/** A case without such a day has not ended. */
const ENDS = ['finished_on', 'ended_on'];
/** What belongs to a dossier goes with it. */
const OF_DOSSIERS: readonly EntityName[] = ['dossier_event', 'dossier_copy'];

/** A table of facts, and which of its rows are to go. */
export interface Forgotten {
  readonly table: string;
  /** The month of a row, as a number like 202601. */
  readonly month: Sql;
  readonly goes: Sql;
}

interface Columns {
  readonly partition: string;
  readonly laterDays: readonly string[];
}

async function columnsOf(warehouse: Warehouse, entity: EntityName): Promise<Columns> {
  const columns = await warehouse.rows<{ name: string }>(sql`
    SELECT name FROM system.columns
    WHERE database = currentDatabase() AND table = ${param('String', entity)} AND type = 'Nullable(Date)' ORDER BY position`);
  return { partition: CONTRACTS[entity].cohortDay, laterDays: columns.map(({ name }) => name) };
}

const monthBefore = (column: string, before: Day): Sql => sql`toYYYYMM(${identifier(column)}) < toYYYYMM(${param('Date', before)})`;

/** A case goes when its month is over and nothing of it happened, or may still happen, from the day on. */
function goesOf({ partition, laterDays }: Columns, before: Day): Sql {
  const day = param('Date', before);
  const over = laterDays.map((name) =>
    ENDS.includes(name) ? sql`ifNull(${identifier(name)} < ${day}, 0)` : sql`ifNull(${identifier(name)} < ${day}, 1)`,
  );
  return sql`(${join([monthBefore(partition, before), ...over], ' AND ')})`;
}

const monthOf = (column: string): Sql => sql`toYYYYMM(${identifier(column)})`;

/**
 * Every table of cases with the rows that go: cases of whole months before the day, and each case with all of its versions.
 * A case that goes on after that day stays, with all of its versions and steps: no figure of the months that stay changes.
 */
export async function forgottenTables(warehouse: Warehouse, before: Day): Promise<readonly Forgotten[]> {
  const dossiersThatGo = goesOf(await columnsOf(warehouse, 'dossier'), before);
  const tables: Forgotten[] = [];
  for (const entity of ENTITIES.filter((name) => !HOLDS_ON.includes(name))) {
    const columns = await columnsOf(warehouse, entity);
    const isOld = monthBefore(columns.partition, before);
    const goes = OF_DOSSIERS.includes(entity)
      ? sql`(${isOld} AND (source, dossier_code) NOT IN (SELECT source, dossier_code FROM dossier WHERE NOT ${dossiersThatGo}))`
      : goesOf(columns, before);
    const month = monthOf(columns.partition);
    const versions = sql`(${isOld} AND key_hash NOT IN (SELECT key_hash FROM ${identifier(entity)} WHERE NOT ${goes}))`;
    // Versions and what belongs to a dossier are found by the cases that stay: they go first.
    const own = [
      { table: `${entity}_version`, month, goes: versions },
      { table: entity, month, goes },
    ];
    if (entity === 'dossier') tables.push(...own);
    else tables.unshift(...own);
  }
  return tables;
}
