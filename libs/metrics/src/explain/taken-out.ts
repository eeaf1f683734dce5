import type { CitySettings, Filter, Scope } from '@evenhand/domain';
import { identifier, join, literal, param, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
import { isPlace } from '../compile/keys';
import { inScope } from '../compile/filters';
import { type Fact, ORIGIN } from '../facts/fact';
import { FACTS } from '../facts/facts';
import { feedsOf } from '../facts/feeds-of';
import { runsPublished } from '../facts/known';
import { type CasesRequest, chosenCases, type Selection } from '../rows-behind';
import type { Excluded, ExcludedRequest } from './excluded';

interface Place {
  readonly warehouse: Warehouse;
  readonly city: CitySettings;
}

type Counted = Pick<Excluded, 'detail' | 'rows'>;

/** The day by which a record would have fallen into the range. */
const dayOf = ({ term }: Selection, fact: Fact): string => (term.entity === fact.entity ? (term.day ?? fact.day) : fact.day);

/** The instant from which a day is cut, as a record told it. */
const instantOf = (day: string): string => day.replace(/_on$/, '_at');

/** A stock holds what came on any day before its moment. */
const inRange = (day: Sql, { term }: Selection, { from, to }: CasesRequest): Sql =>
  term.isStock ? sql`${day} < ${param('Date', to)}` : sql`${day} >= ${param('Date', from)} AND ${day} < ${param('Date', to)}`;

/**
 * Entries of quarantine as they stood at an instant: those that were seen by then, and had not left. A run counts from when it
 * is published, as with cases; one that refused all it read never is, and counts from when it read.
 */
function standingAt(asOf: string | undefined): Sql {
  if (asOf === undefined) return sql`quarantine`;
  const at = sql`fromUnixTimestamp64Milli(${param('Int64', Date.parse(asOf))}, 'UTC')`;
  const later = runsPublished('>', at);
  const isLater = (run: Sql, instant: Sql): Sql =>
    sql`(${run} IN ${later} OR (${run} NOT IN (SELECT run_id FROM publication) AND ${instant} > ${at}))`;
  const seen = sql`NOT ${isLater(sql`first_run_id`, sql`first_seen_at`)}`;
  return sql`(
    SELECT entity, entry_id, reasons, raw FROM quarantine WHERE ${seen}
    UNION ALL
    SELECT entity, entry_id, reasons, raw FROM left_quarantine WHERE ${seen} AND ${isLater(sql`left_run_id`, sql`left_at`)}
  )`;
}

/**
 * Records that broke a law of their contract, by the law. One that broke a law may have no readable day or point: then it may
 * belong here, and is counted.
 */
export async function quarantined({ warehouse, city }: Place, request: ExcludedRequest, scope: Scope): Promise<readonly Excluded[]> {
  const { selection } = chosenCases(city, request, scope);
  const points = request.where.flatMap(({ dimension, values }) => (dimension === 'point' ? values : []));
  const ofPoint = (codes: readonly string[]): Sql => sql`(point = '' OR point IN ${param('Array(String)', codes)})`;
  const found = await Promise.all(
    feedsOf(selection.term.entity).map(async (entity) => {
      const instant = literal(instantOf(dayOf(selection, FACTS[entity])));
      const where = [
        sql`(day IS NULL OR (${inRange(sql`day`, selection, request)}))`,
        ...(points.length === 0 ? [] : [ofPoint(points)]),
        ...(scope.points === 'all' ? [] : [ofPoint(scope.points)]),
      ];
      const rows = await warehouse.rows<Counted>(sql`
        WITH JSONExtractString(raw, 'point_code') AS point,
          toDate(parseDateTime64BestEffortOrNull(JSONExtractString(raw, ${instant}), 3, ${literal(city.zone)})) AS day
        SELECT arrayJoin(reasons) AS detail, uniqExact(entry_id) AS rows FROM ${standingAt(request.heldAt)}
        WHERE entity = ${literal(entity)} AND ${join(where, ' AND ')} GROUP BY detail ORDER BY rows DESC, detail`);
      return rows.map((row): Excluded => ({ why: 'quarantined', entity, ...row }));
    }),
  );
  return found.flat();
}

/** What a filter says of a record as it was told, where the record says anything about it. */
function ofFilter({ columns }: Fact, { dimension, values }: Filter): readonly Sql[] {
  const wanted = param('Array(String)', values);
  if (isPlace(dimension))
    return [sql`point_code IN (SELECT point_code FROM service_point WHERE ${identifier(`${dimension}_code`)} IN ${wanted})`];
  const column = dimension in columns ? columns[dimension as keyof typeof columns] : undefined;
  return column === undefined ? [] : [sql`toString(${identifier(column)}) IN ${wanted}`];
}

/** Records that their source took back. */
export async function withdrawn({ warehouse, city }: Place, request: CasesRequest, scope: Scope): Promise<readonly Excluded[]> {
  const { selection, asked } = chosenCases(city, request, scope);
  const found = await Promise.all(
    feedsOf(selection.term.entity).map(async (entity): Promise<readonly Excluded[]> => {
      const fact = FACTS[entity];
      if (!fact.detail.some(({ id }) => ORIGIN.some((column) => column.id === id))) return [];
      const versions = asked.known.versions(fact);
      const where = [
        inRange(identifier(dayOf(selection, fact)), selection, request),
        ...inScope(scope),
        ...request.where.flatMap((filter) => ofFilter(fact, filter)),
        sql`key_hash IN (SELECT key_hash FROM ${versions} WHERE is_withdrawn = 1)`,
        sql`key_hash NOT IN (SELECT key_hash FROM ${asked.known.rows(fact)})`,
      ];
      const [counted] = await warehouse.rows<{ rows: number }>(
        sql`SELECT uniqExact(key_hash) AS rows FROM ${versions} WHERE ${join(where, ' AND ')}`,
      );
      return counted && counted.rows > 0 ? [{ why: 'withdrawn', entity, detail: '', rows: counted.rows }] : [];
    }),
  );
  return found.flat();
}
