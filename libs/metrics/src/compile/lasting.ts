import { param, sql, type Sql, trusted } from '@evenhand/warehouse';

/** The z of the intervals, 95 %. */
const Z = trusted('1.959963984540054');

/** The names of what is worked out once for a term: its lives in ascending order, how far ln S has fallen, Greenwood's sum. */
export interface LivesNames {
  readonly lives: Sql;
  readonly fallen: Sql;
  readonly greenwood: Sql;
}

interface LifeSql {
  readonly cases: Sql;
  readonly hits: Sql;
  readonly amount: Sql;
}

/**
 * Each case as (how long, whether it was not seen to end), and after each −ln S and Greenwood's sum. Cases of one time follow
 * each other with the ended first: their steps add up to the step of the time, so that no grouping is needed.
 */
export function livesOf({ cases, hits, amount }: LifeSql, { lives, fallen, greenwood }: LivesNames): readonly Sql[] {
  const atRisk = sql`arrayReverse(arrayEnumerate(${lives}))`;
  return [
    sql`arraySort(groupArrayIf((${amount}, NOT (${hits})), ${cases})) AS ${lives}`,
    sql`arrayCumSum((life, there) -> if(life.2 = 0, -log1p(-1 / there), 0), ${lives}, ${atRisk}) AS ${fallen}`,
    // Where the last one ends the share is 0 and needs no spread.
    sql`arrayCumSum((life, there) -> if(life.2 = 0 AND there > 1, 1 / (toFloat64(there) * (there - 1)), 0), ${lives}, ${atRisk}) AS ${greenwood}`,
  ];
}

/** The share that lasts longer than the limit and Greenwood's sum there; empty where nobody was followed so long. */
export function shareBeyond({ lives, fallen, greenwood }: LivesNames, limit: Sql): Sql {
  const early = sql`arrayCount(life -> life.1 <= ${limit}, ${lives})`;
  const isUnseen = sql`${early} = length(${lives}) AND ${lives}[-1].1 < ${limit} AND isFinite(${fallen}[-1])`;
  return sql`if(empty(${lives}) OR (${isUnseen}), [], [exp(-${fallen}[${early}]), ${greenwood}[${early}]])`;
}

/**
 * The time by which a share has ended, and the times at which the bounds on ln(−ln S) come down to it (Brookmeyer and Crowley);
 * NULL where the curve or a bound never does.
 */
export function lastingQuantile({ lives, fallen, greenwood }: LivesNames, share: number): Sql {
  // A sum of logarithms may miss its exact value by a rounding.
  const sought = sql`${param('Float64', -Math.log(1 - share) - 1e-12)}`;
  const timeAt = (index: Sql): Sql => sql`if(${index} = 0, NULL, toNullable(toFloat64(${lives}[${index}].1)))`;
  const boundDown = (sign: '' | '-'): Sql =>
    sql`arrayFirstIndex((f, g) -> f > 0 AND f * exp(${trusted(sign)}${Z} * sqrt(g) / f) >= ${sought}, ${fallen}, ${greenwood})`;
  return sql`[${timeAt(sql`arrayFirstIndex(f -> f >= ${sought}, ${fallen})`)}, ${timeAt(boundDown(''))}, ${timeAt(boundDown('-'))}]`;
}
