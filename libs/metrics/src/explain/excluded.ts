import type { CitySettings, Scope } from '@evenhand/domain';
import { identifier, join, literal, param, sql, type Sql, type Warehouse } from '@evenhand/warehouse';
import { CHOOSING, draftBy } from '../compile/compile';
import { whereOf, withOf } from '../compile/draft';
import { inScope } from '../compile/filters';
import { type Fact, ORIGIN } from '../facts/fact';
import { feedsOf } from '../facts/feeds-of';
import { FACTS } from '../facts/facts';
import { type CasesRequest, chosenCases, conditionOf } from '../rows-behind';

/** Rows of the same days and places that a figure does not rest on, and why. */
export interface Excluded {
  /**
   * `not_a_case`: the definition leaves them out; `quarantined`: they broke a law of their contract; `withdrawn`: their source
   * took them back.
   */
  readonly why: 'not_a_case' | 'quarantined' | 'withdrawn';
  readonly entity: string;
  /** The outcome or status of rows that are no cases, the law that quarantined ones broke; empty where nothing more is known. */
  readonly detail: string;
  readonly rows: number;
}

type Counted = Pick<Excluded, 'detail' | 'rows'>;

interface Place {
  readonly warehouse: Warehouse;
  readonly city: CitySettings;
}

/** What tells rows that count from rows that do not: how a ticket ended, how far a dossier has come. */
const tellingColumn = ({ columns, detail }: Fact): Sql =>
  columns.outcome ? identifier(columns.outcome) : detail.some(({ id }) => id === 'status') ? identifier('status') : literal('');

async function notCases({ warehouse, city }: Place, request: CasesRequest, scope: Scope): Promise<readonly Excluded[]> {
  const { selection, asked } = chosenCases(city, request, scope);
  if (selection.term.isStock || selection.term.distinct) return [];
  const chosen = draftBy(CHOOSING, asked);
  const condition = conditionOf({ ...selection, isHits: false }, asked, chosen);
  const where = whereOf({ ...chosen, where: [...chosen.where, sql`NOT ifNull(${condition}, false)`] });
  const rows = await warehouse.rows<Counted>(sql`
    ${withOf(chosen)}SELECT toString(${tellingColumn(asked.part.fact)}) AS detail, count() AS rows
    FROM ${chosen.from}${where} GROUP BY detail ORDER BY rows DESC, detail`);
  return rows.map((row) => ({ why: 'not_a_case', entity: selection.term.entity, ...row }));
}

/** The instant from which the day of a fact is cut, as a record told it. */
const instantOf = ({ day }: Fact): string => day.replace(/_on$/, '_at');

// A record that broke a law may have no readable day or point: then it may belong here, and is counted.
async function quarantined({ warehouse, city }: Place, request: CasesRequest, scope: Scope): Promise<readonly Excluded[]> {
  const { selection } = chosenCases(city, request, scope);
  const points = request.where.flatMap(({ dimension, values }) => (dimension === 'point' ? values : []));
  const ofPoint = (codes: readonly string[]): Sql => sql`(point = '' OR point IN ${param('Array(String)', codes)})`;
  const found = await Promise.all(
    feedsOf(selection.term.entity).map(async (entity) => {
      const instant = literal(instantOf(FACTS[entity]));
      const where = [
        sql`(day IS NULL OR (day >= ${param('Date', request.from)} AND day < ${param('Date', request.to)}))`,
        ...(points.length === 0 ? [] : [ofPoint(points)]),
        ...(scope.points === 'all' ? [] : [ofPoint(scope.points)]),
      ];
      const rows = await warehouse.rows<Counted>(sql`
        WITH JSONExtractString(raw, 'point_code') AS point,
          toDate(parseDateTime64BestEffortOrNull(JSONExtractString(raw, ${instant}), 3, ${literal(city.zone)})) AS day
        SELECT arrayJoin(reasons) AS detail, uniqExact(entry_id) AS rows FROM quarantine
        WHERE entity = ${literal(entity)} AND ${join(where, ' AND ')} GROUP BY detail ORDER BY rows DESC, detail`);
      return rows.map((row): Excluded => ({ why: 'quarantined', entity, ...row }));
    }),
  );
  return found.flat();
}

async function withdrawn({ warehouse, city }: Place, request: CasesRequest, scope: Scope): Promise<readonly Excluded[]> {
  const { selection } = chosenCases(city, request, scope);
  const points = request.where.flatMap(({ dimension, values }) => (dimension === 'point' ? values : []));
  const found = await Promise.all(
    feedsOf(selection.term.entity).map(async (entity): Promise<readonly Excluded[]> => {
      const fact = FACTS[entity];
      if (!fact.detail.some(({ id }) => ORIGIN.some((column) => column.id === id))) return [];
      const versions = identifier(`${fact.table}_version`);
      const where = [
        sql`${identifier(fact.day)} >= ${param('Date', request.from)}`,
        sql`${identifier(fact.day)} < ${param('Date', request.to)}`,
        ...inScope(scope),
        ...(points.length === 0 ? [] : [sql`point_code IN ${param('Array(String)', points)}`]),
        sql`key_hash IN (SELECT key_hash FROM ${versions} WHERE is_withdrawn = 1)`,
        sql`key_hash NOT IN (SELECT key_hash FROM ${identifier(fact.table)})`,
      ];
      const [counted] = await warehouse.rows<{ rows: number }>(
        sql`SELECT uniqExact(key_hash) AS rows FROM ${versions} WHERE ${join(where, ' AND ')}`,
      );
      return counted && counted.rows > 0 ? [{ why: 'withdrawn', entity, detail: '', rows: counted.rows }] : [];
    }),
  );
  return found.flat();
}

/** Everything of the same days and places that a figure does not rest on, and why. */
export async function excludedFrom(place: Place, request: CasesRequest, scope: Scope): Promise<readonly Excluded[]> {
  return (await Promise.all([notCases, quarantined, withdrawn].map((look) => look(place, request, scope)))).flat();
}
