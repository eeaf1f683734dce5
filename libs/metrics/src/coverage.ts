import type { Dimension, Question } from '@evenhand/domain';
import { identifier, join, literal, param, sql, type Sql } from '@evenhand/warehouse';
import { keyColumn } from './compile/compile';
import { isGrain } from './compile/buckets';
import type { Asked } from './compile/draft';
import { inScope } from './compile/filters';
import type { Counted } from './counted';
import { keyFromText, keyTypeOf } from './facts/dimension-text';
import type { Entity, Fact } from './facts/fact';
import { FACTS } from './facts/facts';
import { dossierPointDay, type RollupFact, ticketPointDay } from './facts/rollups';
import { isAwaitedDay, isObservedDay } from './feed-days';

/** The columns by which feeds are told apart. */
export const KEYS: Readonly<Partial<Record<Dimension, Sql>>> = {
  point: sql`point_code`,
  ward: sql`ward_code`,
  branch: sql`branch_code`,
  day: sql`day`,
  week: sql`toMonday(day)`,
  month: sql`toStartOfMonth(day)`,
  weekday: sql`toDayOfWeek(day)`,
};

/** The dimensions of a question along which feeds are expected. */
export const coverable = (by: readonly Dimension[]): readonly Dimension[] =>
  by.filter((dimension) => dimension in KEYS && dimension !== 'weekday');

const isDayFilter = (dimension: Dimension): boolean => isGrain(dimension) || dimension === 'weekday';

const filters = ({ where }: Question, isWanted: (dimension: Dimension) => boolean): readonly Sql[] =>
  where.flatMap(({ dimension, values }) => {
    const key = KEYS[dimension];
    if (!key || !isWanted(dimension)) return [];
    const keys = values.map((value) => keyFromText(dimension, value));
    return [sql`${key} IN ${param(`Array(${keyTypeOf(dimension)})`, keys)}`];
  });

/** All filters of a question along which feeds are expected. */
export const keyFilters = (question: Question): readonly Sql[] => filters(question, () => true);

type Coverable = Omit<Asked, 'part'>;

const DAYS_TOLD: Readonly<Partial<Record<Entity, RollupFact>>> = { ticket: ticketPointDay, dossier: dossierPointDay };

/** The smallest table that knows on which days an entity has cases, and which of its rows are such days. */
export function toldFact(entity: Entity, asOf?: string): { readonly fact: Fact; readonly condition: Sql } {
  const rollup = asOf === undefined ? DAYS_TOLD[entity] : undefined;
  // A dossier also counts for the days on which it falls due and ends; these tell of no reception.
  return { fact: rollup ?? FACTS[entity], condition: rollup === dossierPointDay ? sql` AND received > 0` : sql`` };
}

function toldOn(entity: Entity, { question: { from, to, asOf }, known }: Coverable): Sql {
  const { fact, condition } = toldFact(entity, asOf);
  const day = identifier(fact.day);
  const range = sql`${day} >= ${param('Date', from)} AND ${day} < ${param('Date', to)}${condition}`;
  return sql`(point_code, day) IN (SELECT point_code, ${day} FROM ${known.rows(fact)} WHERE ${range})`;
}

/** Names by entity, each put together once: they are asked for in every row. */
function named(prefix: string): (entity: Entity) => string {
  const names = new Map<Entity, string>();
  return (entity) => {
    const name = names.get(entity) ?? `${prefix}_${entity}`;
    names.set(entity, name);
    return name;
  };
}

/** The columns of how many days were expected of an entity, and of how many of them enough was told. */
export const expectedName = named('expected');
export const observedName = named('observed');

function columnsFor(entity: Entity, asked: Coverable): readonly Sql[] {
  const isKnown = sql`day <= toDate(${asked.known.until(entity)}, ${literal(asked.city.zone)})`;
  // What was known at an earlier instant is not judged by what is known of the feed today.
  const isCurrent = asked.question.asOf === undefined;
  const awaited = isCurrent ? [isAwaitedDay(entity, asked.question)] : [];
  const isExpected = join([sql`is_expected`, isKnown, ...awaited], ' AND ');
  const told = toldOn(entity, asked);
  const isObserved = isCurrent ? isObservedDay(entity, asked.question, told) : told;
  return [
    sql`countIf(${isExpected}) AS ${identifier(expectedName(entity))}`,
    sql`countIf(${isExpected} AND ${isObserved}) AS ${identifier(observedName(entity))}`,
  ];
}

/**
 * Expected: every working day of the range, up to the latest known one of the entity, on which a point of the scope existed
 * and was open, as far as its feed could have told of it. Observed: those of which enough was told.
 */
export function coverageOf(entities: readonly Entity[], asked: Coverable): Sql {
  const { question, scope } = asked;
  const { from, to } = question;
  const keys = coverable(question.by);
  const names = keys.map((dimension) => identifier(keyColumn(dimension)));
  const keyColumns = keys.map((dimension) => sql`${KEYS[dimension] ?? sql`NULL`} AS ${identifier(keyColumn(dimension))}`);
  // A point without any working day in the range stands there once, with the day 1970-01-01.
  const isExpected = [sql`day >= ${param('Date', from)}`, sql`day >= valid_from`, sql`day < valid_to`, ...filters(question, isDayFilter)];
  const where = [
    sql`valid_from < ${param('Date', to)}`,
    sql`valid_to > ${param('Date', from)}`,
    ...inScope(scope),
    ...filters(question, (dimension) => !isDayFilter(dimension)),
  ];
  const group = names.length === 0 ? sql`` : sql`\nGROUP BY ${join(names, ', ')}`;
  const bucketsOnly = keys.some(isGrain) ? sql`\nHAVING countIf(is_expected) > 0` : sql``;
  return sql`WITH ${join(isExpected, ' AND ')} AS is_expected
SELECT ${join([...keyColumns, ...entities.flatMap((entity) => columnsFor(entity, asked))], ', ')}
FROM service_point LEFT ARRAY JOIN (
  SELECT groupArray(day) FROM working_day WHERE day >= ${param('Date', from)} AND day < ${param('Date', to)}
) AS day
WHERE ${join(where, ' AND ')}${group}${bucketsOnly}`;
}

type OfEntity<Said> = (entity: Entity, told: Counted) => (row: number) => Said;

const expectedAndObserved = (entity: Entity, told: Counted) => {
  const [expected, observed] = [told.cellOf(expectedName(entity)), told.cellOf(observedName(entity))];
  return {
    expected: (row: number): number => (row < 0 ? 0 : Number(expected(row) ?? 0)),
    observed: (row: number): number => (row < 0 ? 0 : Number(observed(row) ?? 0)),
  };
};

/** The share of what was expected of an entity, at most 1; `null` where nothing was expected, or nothing day by day. */
export const coverageShare: OfEntity<number | null> = (entity, told) => {
  if (FACTS[entity].isToldRarely) return () => null;
  const { expected, observed } = expectedAndObserved(entity, told);
  return (row) => (expected(row) === 0 ? null : Math.min(1, observed(row) / expected(row)));
};

/** Whether some of what was expected of an entity did not arrive. */
export const isIncomplete: OfEntity<boolean> = (entity, told) => {
  const { expected, observed } = expectedAndObserved(entity, told);
  return (row) => observed(row) < expected(row);
};

/** Whether anything was expected of an entity for this key; buckets that nobody can know of yet were not. */
export const isAwaited: OfEntity<boolean> = (entity, told) => {
  const { expected } = expectedAndObserved(entity, told);
  return (row) => expected(row) > 0;
};
