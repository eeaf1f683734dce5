import { beyondWall, param, sql, type Sql } from '@evenhand/warehouse';
import { FACTS } from '../facts/facts';
import { isPlausibleService } from '../facts/work';
import type { KindOfCase, RuleContext } from '../registry/definition';

/** Fewer services of a field say nothing about how long one takes. */
const FEWEST_SERVICES = 5;

const during = ({ range }: RuleContext, day: Sql): Sql =>
  range ? sql`${day} >= ${param('Date', range.from)} AND ${day} < ${param('Date', range.to)}` : sql`1`;

/** How long a service takes in each field, over the whole city: its mean, or that of all fields where there are few. */
const meanByField = (context: RuleContext): Sql =>
  sql`(${beyondWall(sql`
    SELECT toString(field_code) AS field, countIf(outcome = 'served') AS served, countIf(${isPlausibleService}) AS services,
      sumIf(assumeNotNull(service_ms), ${isPlausibleService}) AS serving_ms, sum(serving_ms) OVER () / sum(services) OVER () AS mean_of_all,
      if(services < ${param('UInt32', FEWEST_SERVICES)}, mean_of_all, serving_ms / services) AS mean_ms
    FROM ${context.known.rows(FACTS.ticket)} WHERE ${during(context, sql`issued_on`)} GROUP BY field_code
  `)})`;

const asMap = (weights: Sql): Sql =>
  sql`(SELECT CAST((groupArray(field), groupArray(weight)), 'Map(String, Float64)') FROM (${weights}))[toString(field_code)]`;

/** In millionths, as whole numbers, so that they add up exactly. */
const millionths = (weight: Sql): Sql => sql`toInt64(round(1000000 * ifNotFinite(${weight}, 1)))`;
export const MILLIONTHS = 1_000_000;

/**
 * How much work a ticket is, in tickets of the city's mean: 1.5 takes half as long again. Over all tickets that the city
 * served in the days asked about, these weights come to 1.
 */
export const ticketWeight = (context: RuleContext): Sql =>
  millionths(
    asMap(sql`SELECT field, mean_ms * sum(served) OVER () / sum(mean_ms * served) OVER () AS weight FROM ${meanByField(context)}`),
  );

/** The same weights, from what the city had of each field. */
export function ticketWeights(fields: readonly KindOfCase[]): ReadonlyMap<string, number> {
  const total = (numberOf: (field: KindOfCase) => number): number => fields.reduce((sum, field) => sum + numberOf(field), 0);
  const meanOfAll = total(({ amount }) => amount) / total(({ measured }) => measured);
  const meanOf = ({ measured, amount }: KindOfCase): number => (measured < FEWEST_SERVICES ? meanOfAll : amount / measured);
  const cases = total((field) => field.cases);
  const work = total((field) => meanOf(field) * field.cases);
  return new Map(
    fields.map((field) => {
      const weight = (meanOf(field) * cases) / work;
      return [field.kind, Math.round(MILLIONTHS * (Number.isFinite(weight) ? weight : 1))];
    }),
  );
}

/** How much work a dossier is, by how long people of its field are served, in dossiers of the city's mean. */
export const dossierWeight = (context: RuleContext): Sql => {
  const settled = sql`(${beyondWall(sql`
    SELECT toString(field_code) AS field, count() AS dossiers FROM ${context.known.rows(FACTS.dossier)}
    WHERE finished_on IS NOT NULL AND ${during(context, sql`finished_on`)} GROUP BY field_code
  `)})`;
  const weighed = sql`SELECT settled.field AS field, dossiers, if(means.mean_ms > 0, means.mean_ms, any_mean) AS took
      FROM ${settled} AS settled LEFT JOIN ${meanByField(context)} AS means ON settled.field = means.field
      CROSS JOIN (SELECT any(mean_of_all) AS any_mean FROM ${meanByField(context)}) AS city`;
  return millionths(asMap(sql`SELECT field, took * sum(dossiers) OVER () / sum(took * dossiers) OVER () AS weight FROM (${weighed})`));
};
