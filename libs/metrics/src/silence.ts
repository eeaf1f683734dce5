import type { Dimension, Interval, Question } from '@evenhand/domain';
import { identifier, join, literal, param, sql, type Sql } from '@evenhand/warehouse';
import { keyColumn } from './compile/compile';
import type { Asked } from './compile/draft';
import { inScope } from './compile/filters';
import { coverable, KEYS, keyFilters } from './coverage';
import { UNKNOWN } from './feed-days';
import type { ToldEntity } from './facts/fact';
import type { Figure } from './figure';
import type { Computation } from './registry/definition';
import { type Key, keyIn, keyText, type ResultRow } from './results';

/** What the feeds of one entity did not say about one row of an answer. */
export interface Silence {
  /** Days × points of which too little or nothing was told. */
  readonly days: number;
  /** The cases that these would have told of, had they told as many as usual. */
  readonly missing: number;
  /** The cases that were told. */
  readonly told: number;
}

export const NO_SILENCE: Silence = { days: 0, missing: 0, told: 0 };

/** What is counted of each feed, over the rows of `feed_day`. */
export const SILENT_COLUMNS: readonly { readonly name: string; readonly value: Sql }[] = [
  { name: 'days', value: sql`countIf(${UNKNOWN})` },
  { name: 'missing', value: sql`sumIf(greatest(ifNull(expected, 0) - arrived, 0), ${UNKNOWN})` },
  { name: 'unmeasured', value: sql`countIf(${UNKNOWN} AND expected IS NULL)` },
  { name: 'told', value: sql`sum(arrived)` },
  { name: 'told_days', value: sql`countIf(NOT ${UNKNOWN} AND arrived > 0)` },
];

/** Days, missing and told cases of each entity and key, from the judgement of the feeds. */
export function silenceOf(entities: readonly ToldEntity[], { question, scope }: Pick<Asked, 'question' | 'scope'>): Sql {
  const keys = coverable(question.by);
  const names = keys.map((dimension) => identifier(keyColumn(dimension)));
  const columns = keys.map((dimension) => sql`${KEYS[dimension] ?? sql`NULL`} AS ${identifier(keyColumn(dimension))}`);
  const where = [
    sql`entity IN (${join(entities.map(literal), ', ')})`,
    sql`day >= ${param('Date', question.from)}`,
    sql`day < ${param('Date', question.to)}`,
    sql`day >= valid_from`,
    sql`day < valid_to`,
    ...inScope(scope),
    ...keyFilters(question),
  ];
  return sql`SELECT ${join(
    [...columns, sql`toString(entity) AS feed`, ...SILENT_COLUMNS.map(({ name, value }) => sql`${value} AS ${identifier(name)}`)],
    ', ',
  )}
FROM feed_day INNER JOIN service_point USING (point_code)
WHERE ${join(where, ' AND ')}
GROUP BY ${join([...names, sql`feed`], ', ')}
HAVING days > 0`;
}

/** Looks up what a feed did not say of the row with a key. */
export type Silences = (entity: ToldEntity, key: Key) => Silence;

/** Reads the rows of {@link silenceOf}. A silent day whose usual count nobody knows yet is taken for an average one. */
export function silencesIn(rows: readonly ResultRow[], by: readonly Dimension[]): Silences {
  const keys = coverable(by);
  const nameOf = (entity: string, key: Key): string => `${entity} ${keyText(key, keys)}`;
  const found = new Map(
    rows.map((row): [string, Silence] => {
      const at = (column: string): number => Number(row[column] ?? 0);
      const usual = at('told') / Math.max(1, at('told_days'));
      return [
        nameOf(String(row['feed']), keyIn(row, keys)),
        { days: at('days'), missing: at('missing') + at('unmeasured') * usual, told: at('told') },
      ];
    }),
  );
  return (entity, key) => found.get(nameOf(entity, key)) ?? NO_SILENCE;
}

/** How many cases a share counts; of one that is read off a curve, as many as it would be of. `null` for what is no share. */
function countedOf(computation: Computation, { value, n, cases }: Figure): number | null {
  if (computation.kind === 'rate') return cases;
  return computation.kind === 'survival' && computation.asks === 'share_beyond' && value !== null ? value * n : null;
}

/**
 * Between what a figure lies had the silent feeds told as many cases as usual, whatever these cases were: a share between none
 * and all of them counted, a count between none of them and all of them its own. `null` where nothing is missing, or for
 * figures that nothing bounds (a mean, a percentile, a ratio) and stocks, which no single day tells.
 * Source: C. F. Manski, Partial Identification of Probability Distributions (2003) ch. 1.
 */
export function boundsOf(computation: Computation, figure: Figure, { missing, told }: Silence): Interval | null {
  if (missing === 0 || figure.value === null) return null;
  if (computation.kind === 'count') return computation.of.isStock ? null : { low: figure.n, high: figure.n + missing };
  const counted = countedOf(computation, figure);
  if (counted === null || computation.kind === 'ratio' || computation.of.isStock || told === 0) return null;
  // Of the missing cases as many belong to the figure as of those told.
  const mine = (figure.n * missing) / told;
  return { low: counted / (figure.n + mine), high: (counted + mine) / (figure.n + mine) };
}

/** Whether anything of a question may be silent: no feed is judged by what was known at an earlier instant. */
export const mayBeSilent = ({ asOf }: Question): boolean => asOf === undefined;
