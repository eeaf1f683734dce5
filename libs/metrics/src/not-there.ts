import type { Answer, AnswerRow, Dimension, Filter, NoValueReason, Question, Value } from '@evenhand/domain';
import { identifier, join, literal, param, sql, type Sql } from '@evenhand/warehouse';
import { feedsUnder } from './asking/findings';
import { toldFact } from './coverage';
import type { CodeDimension, Fact, ToldEntity } from './facts/fact';
import { FACTS } from './facts/facts';
import { knownAt } from './facts/known';
import { type MetricDefinition, termsOf } from './registry/definition';
import type { ResultRow } from './results';

/** The dimensions of what a point does at all. */
const KINDS: readonly CodeDimension[] = ['field', 'procedure', 'channel'];
const EMPTY: readonly NoValueReason[] = ['no_data', 'no_cases'];

type Read = (statement: Sql) => Promise<readonly ResultRow[]>;
type KindFilter = Filter & { readonly dimension: CodeDimension };

const isKind = (filter: Filter): filter is KindFilter => KINDS.some((kind) => kind === filter.dimension);

/** The points that a row is about; none where it is about more than points. */
function pointsOf({ where }: Question, { key }: AnswerRow): readonly string[] {
  if (key.point !== undefined) return key.point === null ? [] : [key.point];
  return where.find(({ dimension }) => dimension === 'point')?.values ?? [];
}

const isOfPlaces = (dimension: Dimension): boolean => dimension === 'ward' || dimension === 'branch';

/** Points that have ever told of cases of these kinds. */
function everTold(fact: Fact, condition: Sql, filters: readonly KindFilter[]): Sql {
  const kinds = filters.map(
    ({ dimension, values }) => sql`toString(${identifier(fact.columns[dimension] ?? '')}) IN ${param('Array(String)', values)}`,
  );
  return sql`SELECT DISTINCT toString(point_code) AS point FROM ${knownAt(undefined).rows(fact)} WHERE ${join([sql`1${condition}`, ...kinds], ' AND ')}`;
}

/** Points that no feed owes a kind of record and that never told of it; nobody knows before a feed says whom it owes. */
function without(entity: ToldEntity): Sql {
  const { fact, condition } = toldFact(entity);
  const contracts = sql`(SELECT points, is_every_point FROM feed_contract FINAL WHERE entity = ${literal(entity)})`;
  return sql`SELECT DISTINCT toString(point_code) AS point FROM service_point
    WHERE (SELECT count() FROM ${contracts}) > 0 AND (SELECT max(is_every_point) FROM ${contracts}) = 0
      AND toString(point_code) NOT IN (SELECT arrayJoin(points) FROM ${contracts}) AND toString(point_code) NOT IN (${everTold(fact, condition, [])})`;
}

const pointsIn = (rows: readonly ResultRow[]): ReadonlySet<string> => new Set(rows.map(({ point }) => String(point)));

/** True of a point where a metric cannot apply. */
type IsNotThere = (point: string, value: Value) => boolean;

async function notThere({ computation }: MetricDefinition, filters: readonly KindFilter[], read: Read): Promise<IsNotThere> {
  const feeds = feedsUnder(computation);
  const absent = await Promise.all(feeds.map(async (entity) => pointsIn(await read(without(entity)))));
  const [term, ...others] = termsOf(computation);
  const fact = term && FACTS[term.entity];
  const knowsKinds =
    fact && others.length === 0 && !fact.derived && filters.length > 0 && filters.every(({ dimension }) => dimension in fact.columns);
  const told = knowsKinds ? pointsIn(await read(everTold(fact, sql``, filters))) : null;
  return (point, { reason }) => absent.some((points) => points.has(point)) || (reason === 'no_cases' && told !== null && !told.has(point));
}

/** What no feed owes has no coverage either; a feed that told of everything but this has its own. */
const notApplicable = (value: Value): Value => ({
  ...value,
  ...{ value: null, reason: 'not_applicable', interval: null, bounds: null },
  coverage: value.reason === 'no_data' ? null : value.coverage,
});

/**
 * Says of points where a metric cannot apply that it does not: where no feed owes the records that it rests on and none ever
 * came, or where nothing of the field, procedure or channel asked about was ever told. That differs from silence, which is
 * unknown, and from a period without cases.
 */
export async function withApplicability(answer: Answer, metrics: readonly MetricDefinition[], read: Read): Promise<Answer> {
  const { question, rows } = answer;
  if (question.asOf !== undefined || [...question.by, ...question.where.map(({ dimension }) => dimension)].some(isOfPlaces)) return answer;
  const isEmpty = (row: AnswerRow, { id }: MetricDefinition): boolean => {
    const reason = row.values[id]?.reason ?? null;
    return reason !== null && EMPTY.includes(reason) && pointsOf(question, row).length > 0;
  };
  const doubtful = metrics.filter((metric) => rows.some((row) => isEmpty(row, metric)));
  const found = await Promise.all(
    doubtful.map(async (metric) => [metric, await notThere(metric, question.where.filter(isKind), read)] as const),
  );
  if (found.length === 0) return answer;
  const judged = (row: AnswerRow): AnswerRow => {
    const values = found.flatMap(([metric, isNotThere]) => {
      const value = row.values[metric.id];
      const isSo = value && isEmpty(row, metric) && pointsOf(question, row).every((point) => isNotThere(point, value));
      return isSo ? [[metric.id, notApplicable(value)] as const] : [];
    });
    return values.length === 0 ? row : { ...row, values: { ...row.values, ...Object.fromEntries(values) } };
  };
  return { ...answer, rows: rows.map(judged) };
}
