import type { Day } from '@evenhand/domain';
import { identifier, join, param, type Sql, sql, type Warehouse } from '@evenhand/warehouse';
import type { EntityContract } from '../contract/entity-contract';
import { CONTRACTS } from '../contract/contracts';
import { ENTITIES, type EntityName } from '../contract/entity-contract';

/** What holds until it is replaced, and what others published: its age says nothing. */
const HOLDS_ON: readonly EntityName[] = ['premises', 'point_setting', 'published_score'];
/** A case without such a day has not ended. */
const ENDS = ['finished_on', 'ended_on'];
/** What belongs to a dossier goes with it. */
const OF_DOSSIERS: readonly EntityName[] = ['dossier_event', 'dossier_copy'];

const OF_FACTS = { hash: sql`row_hash`, isApart: true } as const;

/** A table of facts, and which of its rows are to go. */
export interface Forgotten {
  readonly table: string;
  /** The month of a row, as a number like 202601. */
  readonly month: Sql;
  readonly goes: Sql;
  /** What a row says, as a number. */
  readonly hash: Sql;
  /** Whether the engine keeps the months of the table apart. */
  readonly isApart: boolean;
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
      { table: `${entity}_version`, month, goes: versions, ...OF_FACTS },
      { table: entity, month, goes, ...OF_FACTS },
    ];
    if (entity === 'dossier') tables.push(...own);
    else tables.unshift(...own);
  }
  return tables;
}

/** The column that says when a record happened: its day, or the instant from which that is cut. */
function happenedIn({ cohortDay, columns }: EntityContract): string {
  const told = columns.find(({ name }) => name === cohortDay) ?? columns.find(({ kind, required }) => kind === 'instant' && required);
  return told?.name ?? '';
}

/** A day as sources write it: 2026-10-05…, 20261005… or 05/10/2026…; unknown when it is written otherwise. */
const dayIn = (text: Sql): Sql => sql`coalesce(
  toDateOrNull(replaceRegexpOne(${text}, '^(\\d{4})-?(\\d{2})-?(\\d{2}).*$', '\\1-\\2-\\3')),
  toDateOrNull(replaceRegexpOne(${text}, '^(\\d{2})/(\\d{2})/(\\d{4}).*$', '\\3-\\2-\\1')))`;

/**
 * The records of quarantine that go, of those there are and of those that have left it. A refused record is no case, so nothing holds it: it goes with the month in which it was
 * seen first, or with its own month where that is older and can be read.
 */
export function forgottenQuarantine(before: Day, zone: string): readonly Forgotten[] {
  const fields = ENTITIES.map((entity) => happenedIn(CONTRACTS[entity]));
  const told = sql`JSONExtractString(raw, transform(toString(entity), ${param('Array(String)', ENTITIES)}, ${param('Array(String)', fields)}, ''))`;
  const seen = sql`toDate(first_seen_at, ${param('String', zone)})`;
  const day = sql`least(${seen}, ifNull(${dayIn(told)}, ${seen}))`;
  const month = sql`toYYYYMM(${day})`;
  return ['quarantine', 'left_quarantine'].map((table) => ({
    ...{ table, month, goes: sql`(${month} < toYYYYMM(${param('Date', before)}))` },
    ...{ hash: sql`cityHash64(source, entity, file, line, raw)`, isApart: false },
  }));
}
