import { QUANTILE_EXACT_UP_TO, twoSidedZ, USUAL_LEVEL } from '@evenhand/statistics';
import { sql, type Sql, trusted } from '@evenhand/warehouse';

const Z = trusted(String(twoSidedZ(USUAL_LEVEL)));
const TAIL = trusted(String((1 - USUAL_LEVEL) / 2));
const EXACT_UP_TO = trusted(String(QUANTILE_EXACT_UP_TO));

/** The two places, counted from 1, that enclose a quantile with 95 %, under a name. */
export interface PlacesName {
  readonly places: Sql;
}

/** P(X ≤ k) for k = 0…n of a binomial count of n cases. */
function atMost(n: Sql, p: Sql): Sql {
  const choices = sql`lgamma(${n} + 1) - lgamma(k + 1) - lgamma(${n} - k + 1)`;
  const term = sql`exp(${choices} + k * log(${p}) + (${n} - k) * log1p(-${p}))`;
  return sql`arrayCumSum(arrayMap(k -> ${term}, range(if(${n} > ${EXACT_UP_TO}, 0, ${n} + 1))))`;
}

/**
 * The places that enclose a quantile with 95 %: `quantileRanks` of the statistics, as SQL. Up to the same number of cases the
 * binomial's own, above it those of its normal approximation.
 */
export function placesOf(sorted: Sql, share: number, { places }: PlacesName): Sql {
  const [n, p] = [sql`length(${sorted})`, trusted(String(share))];
  const spread = sql`${Z} * sqrt(${n} * ${p} * (1 - ${p}))`;
  const near = sql`[floor(${n} * ${p} - ${spread}), ceil(${n} * ${p} + ${spread}) + 1]`;
  const exact = sql`arrayMap(f -> [toFloat64(arrayCount(one -> one <= ${TAIL}, f)), toFloat64(1 + arrayCount(one -> 1 - one > ${TAIL}, f))], [${atMost(n, p)}])[1]`;
  return sql`if(${n} > ${EXACT_UP_TO}, ${near}, ${exact}) AS ${places}`;
}

/** The quantile of type 7 and the values at its places; NULL where there is none, and for both places where one lies outside. */
export function quantileOf(sorted: Sql, share: number, { places }: PlacesName): Sql {
  const [n, p] = [sql`length(${sorted})`, trusted(String(share))];
  const place = sql`(${n} - 1) * ${p}`;
  const [below, above] = [sql`${sorted}[toInt64(floor(${place})) + 1]`, sql`${sorted}[toInt64(ceil(${place})) + 1]`];
  const value = sql`if(${n} = 0, NULL, ${below} + (${place} - floor(${place})) * (${above} - ${below}))`;
  const isInside = sql`${places}[1] >= 1 AND ${places}[2] <= ${n}`;
  const valueAt = (end: Sql): Sql => sql`if(${isInside}, toNullable(toFloat64(${sorted}[toInt64(${places}[${end}])])), NULL)`;
  return sql`[${value}, ${valueAt(sql`1`)}, ${valueAt(sql`2`)}]`;
}
