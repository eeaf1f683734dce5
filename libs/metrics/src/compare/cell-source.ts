import type { Adjustment, Filter, StratumKey } from '@evenhand/domain';
import { identifier, sql, type Sql } from '@evenhand/warehouse';
import { type Part, rollupColumn, rollupFor } from '../compile/part';
import type { Entity } from '../facts/fact';
import { FACTS } from '../facts/facts';
import { ticketStratum } from '../facts/rollups';
import type { Computation, MetricDefinition, Term } from '../registry/definition';
import { metricNamed } from '../registry/registry';

/** A metric whose cases add up: a share of them, or a sum over them. */
export type Counted = Extract<Computation, { readonly kind: 'rate' | 'mean' }>;

/** The computation, where cases of it can be put into strata; `null` for others, which are compared by their intervals. */
export const countedOf = ({ computation }: MetricDefinition): Counted | null =>
  (computation.kind === 'rate' || computation.kind === 'mean') && !computation.of.isStock && !computation.of.distinct ? computation : null;

/** Something countable whose days scatter as those of the metric do: of percentiles and of offered waits, the mean of the cases. */
export function likeCounted(metric: MetricDefinition): Counted | null {
  const { computation } = metric;
  if (computation.kind === 'quantile' && computation.of.isStock) return null;
  if (computation.kind === 'quantile' && computation.of.amount) return { kind: 'mean', of: computation.of, scale: computation.scale };
  if (computation.kind === 'survival' && computation.of.entity === 'ticket') return countedOf(metricNamed('wait_mean'));
  return countedOf(metric);
}

type CaseKey = Exclude<StratumKey, 'hour_band'>;

/** From the coarsest to the finest; what an entity does not know is left out. */
const CASE_KEYS: readonly CaseKey[] = ['field', 'channel', 'procedure'];
/** Rollups of tickets do not tell procedures apart: the field is what people queue for. */
const LEFT_OUT: Readonly<Partial<Record<Entity, readonly CaseKey[]>>> = { ticket: ['procedure'] };

/** A key of a stratum as the statement groups by it. */
interface StratumColumn {
  readonly key: StratumKey;
  readonly column: Sql;
}

/** Where the cases of a comparison are counted, and what makes them alike. */
export interface CellSource {
  readonly part: Part;
  readonly strata: readonly StratumColumn[];
}

interface Asking {
  readonly computation: Counted;
  readonly adjust: Adjustment;
  readonly where: readonly Filter[];
  readonly asOf?: string | undefined;
}

const aggregatesOf = ({ kind }: Counted) => (kind === 'rate' ? (['hits'] as const) : (['sum', 'squares'] as const));

const wanted = (computation: Counted): Part['wanted'] => [{ term: computation.of, aggregates: new Set(aggregatesOf(computation)) }];

const raw = (computation: Counted): Part => {
  const fact = FACTS[computation.of.entity];
  return { fact, from: 'raw', day: computation.of.day ?? fact.day, isStock: false, wanted: wanted(computation) };
};

/** The keys by which cases of an entity can be told apart at all. */
export const strataOf = (entity: Entity): readonly CaseKey[] =>
  CASE_KEYS.filter((key) => key in FACTS[entity].columns && !LEFT_OUT[entity]?.includes(key));

const hasAll = (numbers: readonly string[], term: Term, computation: Counted): boolean =>
  (['n', ...aggregatesOf(computation)] as const).every((name) => {
    const column = rollupColumn(term, name);
    return column !== undefined && numbers.includes(column);
  });

const HOURS_KNOW: readonly string[] = ['field', 'channel', 'point', 'day', 'week', 'month', 'weekday'];

const rollupPart = (asking: Asking, by: readonly ('point' | 'day' | CaseKey)[]): Part | null => {
  const { computation, where, asOf } = asking;
  const question = { metrics: [], by, from: '', to: '', where, exact: false, ...(asOf === undefined ? {} : { asOf }) };
  const fact = rollupFor({ question, readsBins: true }, computation, computation.of);
  return fact ? { fact, from: 'rollup', day: fact.day, isStock: false, wanted: wanted(computation) } : null;
};

const columnsOf = ({ fact }: Part, keys: readonly CaseKey[]): StratumColumn[] =>
  keys.map((key) => ({ key, column: identifier(fact.columns[key] ?? '') }));

/** Bands of two hours: rollups keep them ready, raw tickets know their half-hour. */
function withHours(asking: Asking): CellSource | null {
  const { computation, where, asOf } = asking;
  const term = computation.of;
  if (term.entity !== 'ticket') return null;
  const keys = strataOf('ticket');
  const isReady = asOf === undefined && where.every(({ dimension }) => HOURS_KNOW.includes(dimension));
  if (isReady && hasAll(ticketStratum.numbers, term, computation)) {
    const part: Part = { fact: ticketStratum, from: 'rollup', day: ticketStratum.day, isStock: false, wanted: wanted(computation) };
    return { part, strata: [...columnsOf(part, keys), { key: 'hour_band', column: sql`hour_band` }] };
  }
  if (isReady) return null;
  const part = raw(computation);
  return { part, strata: [...columnsOf(part, keys), { key: 'hour_band', column: sql`intDiv(half_hour, 4)` }] };
}

/** Finds the smallest table that can put the cases into the strata asked for. */
export function cellSource(asking: Asking): CellSource {
  const { computation, adjust } = asking;
  const hours = adjust === 'casemix' ? withHours(asking) : null;
  if (hours) return hours;
  const keys = adjust === 'none' ? [] : strataOf(computation.of.entity);
  const part = rollupPart(asking, ['point', ...keys]) ?? raw(computation);
  return { part, strata: columnsOf(part, keys) };
}

/** The smallest table that knows the cases of each point and day. */
export const dailySource = (asking: Asking): Part => rollupPart(asking, ['point', 'day']) ?? raw(asking.computation);

/** The smallest table that knows how many cases of which field a point has. */
export function mixSource(asking: Asking): CellSource {
  const keys = strataOf(asking.computation.of.entity).filter((key) => key === 'field');
  const part = rollupPart(asking, ['point', ...keys]) ?? raw(asking.computation);
  return { part, strata: columnsOf(part, keys) };
}
