import { identifier, join, literal, param, sql, type Sql, trusted } from '@evenhand/warehouse';
import type { Entity, Fact, ToldEntity } from './fact';
import { feedsOf } from './feeds-of';

/** Whose feeds tell of an entity: a step of a dossier is news of the dossier. */
const TELLERS: Readonly<Partial<Record<ToldEntity, readonly ToldEntity[]>>> = { dossier: ['dossier', 'dossier_event'] };

const tellersOf = (entity: Entity): Sql =>
  join(
    feedsOf(entity)
      .flatMap((told) => TELLERS[told] ?? [told])
      .map(literal),
    ', ',
  );

/** What it takes to read the cases of a table as they were known. */
export type Kept = Pick<Fact, 'table' | 'keepFirst' | 'derived'>;

/** What was known at some instant, or is known at present. */
export interface Known {
  /** The cases of a fact, each as last told. */
  rows(fact: Kept): Sql;
  /** Everything that was told of the cases of a table, those that were taken back among them. */
  versions(fact: Kept): Sql;
  /** How far each source had told of each kind of record: a relation of `entity`, `source` and `latest_at`. */
  readonly told: Sql;
  /** The instant up to which the feeds of an entity have told us what happened; NULL before the first load. */
  until(entity: Entity): Sql;
  /** The same for several entities, a column each. */
  untilEach(entities: readonly Entity[]): Sql;
  /** The same for the source of each row: another source knowing more says nothing about this one. 1970 before the first load. */
  untilBySource(entity: Entity): Sql;
}

const tellings = (told: Sql): Omit<Known, 'rows' | 'versions'> => ({
  told,
  until: (entity) => sql`(SELECT maxOrNull(latest_at) FROM ${told} WHERE entity IN (${tellersOf(entity)}))`,
  untilEach: (entities) =>
    sql`SELECT ${join(
      entities.map((entity) => sql`maxOrNullIf(latest_at, entity IN (${tellersOf(entity)})) AS ${identifier(entity)}`),
      ', ',
    )} FROM ${told}`,
  untilBySource: (entity) =>
    sql`(SELECT CAST((groupArray(toString(source)), groupArray(latest_at)), 'Map(String, DateTime64(3, \\'UTC\\'))') FROM ${told} WHERE entity = ${literal(entity)})[toString(source)]`,
});

/** The rows of a fact, those of a derived one from the rows of the facts that it follows from. */
function rowsBy(told: (fact: Kept) => Sql): Known['rows'] {
  const rows = (fact: Kept): Sql => fact.derived?.(rows) ?? told(fact);
  return rows;
}

const versionsOf = (table: string): Sql => identifier(`${table}_version`);

const atPresent: Known = {
  rows: rowsBy(({ table }) => identifier(table)),
  versions: rowsBy(({ table }) => versionsOf(table)),
  ...tellings(sql`known_until FINAL`),
};

/** The greatest telling of a case is the one that counts. */
const ORDER = ['told_at', 'run_id', 'toString(file)', 'line', 'row_hash'] as const;

/** The runs that were published up to an instant, or after it. */
export const runsPublished = (comparison: '<=' | '>', at: Sql): Sql =>
  sql`(SELECT run_id FROM publication GROUP BY run_id HAVING max(published_at) ${trusted(comparison)} ${at})`;

/** Cases of which later runs told something. */
const touchedAfter = (versions: Sql, at: Sql): Sql => sql`(SELECT key_hash FROM ${versions} WHERE run_id IN ${runsPublished('>', at)})`;

/** Puts back what stays as it was first told, of what had been told by then. */
function withFirsts({ keepFirst = [] }: Kept, latest: Sql, told: Sql): Sql {
  if (keepFirst.length === 0) return latest;
  const columns = keepFirst.flatMap(({ column, day }) => [column, day].map((name) => ({ name, column })));
  const firsts = columns.map(({ name, column }) => `argMinIf(${name}, (${ORDER.join(', ')}), isNotNull(${column})) AS first_told_${name}`);
  const replaced = columns.map(({ name }) => `first_told_${name} AS ${name}`);
  return sql`SELECT latest.* REPLACE (${trusted(replaced.join(', '))}) FROM (${latest}) AS latest
    INNER JOIN (SELECT key_hash AS case_key, ${trusted(firsts.join(', '))} FROM ${told} GROUP BY key_hash) AS first ON latest.key_hash = first.case_key`;
}

/**
 * The cases as they were told by the runs published up to an instant. Most cases nobody has told of since: they are read
 * as they are, and only the others are looked up among their versions. A case withdrawn by then is none.
 */
function rowsAt(fact: Kept, at: Sql): Sql {
  const versions = versionsOf(fact.table);
  const touched = touchedAfter(versions, at);
  const told = sql`(SELECT * FROM ${versions} WHERE run_id IN ${runsPublished('<=', at)} AND key_hash IN ${touched})`;
  const latest = sql`SELECT * FROM ${told} ORDER BY ${trusted(ORDER.map((one) => `${one} DESC`).join(', '))} LIMIT 1 BY key_hash`;
  return sql`(
  SELECT * FROM ${identifier(fact.table)} WHERE key_hash NOT IN ${touched}
  UNION ALL
  SELECT * FROM (${withFirsts(fact, latest, told)}) WHERE is_withdrawn = 0
) AS ${identifier(fact.table)}`;
}

/** What was known at an instant (ISO 8601), as if runs published later had never been; without one, what is known. */
export function knownAt(asOf: string | undefined): Known {
  if (asOf === undefined) return atPresent;
  const at = sql`fromUnixTimestamp64Milli(${param('Int64', Date.parse(asOf))}, 'UTC')`;
  const told = sql`(SELECT entity, source, max(latest_at) AS latest_at FROM known_history WHERE run_id IN ${runsPublished('<=', at)} GROUP BY entity, source)`;
  const versions = rowsBy(
    ({ table }) => sql`(SELECT * FROM ${versionsOf(table)} WHERE run_id IN ${runsPublished('<=', at)}) AS ${identifier(table)}`,
  );
  return { rows: rowsBy((fact) => rowsAt(fact, at)), versions, ...tellings(told) };
}
