/** One unit, such as a service point; its weight is 1 unless it counts as many people. */
export interface Weighted {
  readonly value: number;
  readonly weight?: number;
}

/** A unit of a group, such as a point of a branch. */
export interface Grouped extends Weighted {
  readonly group: string;
}

const weightOf = ({ weight = 1 }: Weighted): number => weight;
const weightIn = (units: readonly Weighted[]): number => units.reduce((sum, unit) => sum + weightOf(unit), 0);
const meanOf = (units: readonly Weighted[]): number => units.reduce((sum, unit) => sum + weightOf(unit) * unit.value, 0) / weightIn(units);

/** Indices compare amounts of one kind: not below 0, and not all 0. */
function isComparable(units: readonly Weighted[]): boolean {
  if (units.some(({ value, weight = 1 }) => !(value >= 0 && weight >= 0)))
    throw new RangeError('Inequality is measured of values and weights that are not below 0');
  return weightIn(units) > 0 && meanOf(units) > 0;
}

/**
 * Gini's coefficient: 0 when all are equal, towards 1 when one has everything; `null` when there is nothing to share.
 * Source: A. Sen, On Economic Inequality (1973) §2.10.
 */
export function giniOf(units: readonly Weighted[]): number | null {
  if (!isComparable(units)) return null;
  const ascending = [...units].sort((a, b) => a.value - b.value);
  let sum = 0;
  let before = 0;
  let area = 0;
  for (const unit of ascending) {
    sum += weightOf(unit) * unit.value;
    area += weightOf(unit) * (before + sum);
    before = sum;
  }
  return 1 - area / (weightIn(units) * sum);
}

/** Standard deviation over mean; `null` when there is nothing to compare. */
export function variationOf(units: readonly Weighted[]): number | null {
  if (!isComparable(units)) return null;
  const mean = meanOf(units);
  const variance = units.reduce((sum, unit) => sum + weightOf(unit) * (unit.value - mean) ** 2, 0) / weightIn(units);
  return Math.sqrt(variance) / mean;
}

/** Values of units that count the same each, none of them below 0, in ascending order. */
type Ascending = ArrayLike<number>;

function sumIn(values: Ascending): number {
  let sum = 0;
  for (let place = 0; place < values.length; place++) sum += values[place] ?? 0;
  if (!((values[0] ?? 0) >= 0)) throw new RangeError('Inequality is measured of values that are not below 0');
  return sum;
}

/** The same as {@link giniOf} of units that count the same each. */
export function giniWithin(ascending: Ascending): number | null {
  const sum = sumIn(ascending);
  if (!(sum > 0)) return null;
  let [before, area] = [0, 0];
  for (let place = 0; place < ascending.length; place++) {
    const after = before + (ascending[place] ?? 0);
    area += before + after;
    before = after;
  }
  return 1 - area / (ascending.length * sum);
}

/** The same as {@link variationOf} of units that count the same each. */
export function variationWithin(ascending: Ascending): number | null {
  const mean = sumIn(ascending) / ascending.length;
  if (!(mean > 0)) return null;
  let squares = 0;
  for (let place = 0; place < ascending.length; place++) squares += ((ascending[place] ?? 0) - mean) ** 2;
  return Math.sqrt(squares / ascending.length) / mean;
}

/** `t`: Theil's T, by shares of the amount. `l`: Theil's L, by shares of the people; it has no value when somebody has nothing. */
export type TheilIndex = 't' | 'l';

const SCORE: Readonly<Record<TheilIndex, (relative: number) => number>> = {
  t: (relative) => (relative === 0 ? 0 : relative * Math.log(relative)),
  l: (relative) => -Math.log(relative),
};

/** Theil's index: 0 when all are equal. `null` when there is nothing to share, or for L when somebody has nothing. */
export function theilOf(units: readonly Weighted[], index: TheilIndex = 't'): number | null {
  if (!isComparable(units) || (index === 'l' && units.some(({ value }) => value === 0))) return null;
  const mean = meanOf(units);
  const total = weightIn(units);
  return units.reduce((sum, unit) => sum + (weightOf(unit) / total) * SCORE[index](unit.value / mean), 0);
}

/** Theil's index in two parts that add up to it. */
export interface TheilSplit {
  readonly total: number;
  /** What differs inside the groups. */
  readonly within: number;
  /** What differs between the means of the groups. */
  readonly between: number;
}

/**
 * Splits Theil's index exactly into what lies within groups and what lies between them; `null` as for {@link theilOf}.
 * Source: H. Theil, Economics and Information Theory (1967) ch. 4; F. Bourguignon, Econometrica 47 (1979) 901–920.
 */
export function theilSplit(units: readonly Grouped[], index: TheilIndex = 't'): TheilSplit | null {
  const total = theilOf(units, index);
  if (total === null) return null;
  const [mean, people] = [meanOf(units), weightIn(units)];
  const groups = [...new Set(units.map(({ group }) => group))];
  const parts = groups.map((name) => units.filter(({ group }) => group === name)).filter((members) => weightIn(members) > 0);
  let [within, between] = [0, 0];
  for (const members of parts) {
    const share = weightIn(members) / people;
    const relative = meanOf(members) / mean;
    within += share * (index === 't' ? relative : 1) * (theilOf(members, index) ?? 0);
    between += share * SCORE[index](relative);
  }
  return { total, within, between };
}
