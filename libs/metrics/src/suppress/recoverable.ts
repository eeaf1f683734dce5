/** A prime so small that products of two remainders stay exact. */
const PRIME = 67_108_859;

const power = (base: number, exponent: number): number => {
  let [result, square] = [1, base % PRIME];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
};

const inverse = (number: number): number => power(number, PRIME - 2);

/** One sum that is known: the coefficient of each unknown in it. */
type Row = Map<number, number>;

/** Takes so much of the other row away that the pivot's column becomes zero. */
function cleared(row: Row, pivotRow: Row, column: number): void {
  const factor = row.get(column) ?? 0;
  if (factor === 0) return;
  for (const [at, coefficient] of pivotRow) {
    const rest = ((row.get(at) ?? 0) + (PRIME - ((factor * coefficient) % PRIME))) % PRIME;
    if (rest === 0) row.delete(at);
    else row.set(at, rest);
  }
}

/**
 * Which unknowns follow from known sums of them, by adding and subtracting the sums in whatever way. Each sum names its
 * unknowns. Gauss and Jordan, in remainders, so that nothing is rounded.
 */
export function recoverable(sums: readonly (readonly number[])[]): ReadonlySet<number> {
  const pivots = new Map<number, Row>();
  for (const sum of sums) {
    const row: Row = new Map(sum.map((unknown) => [unknown, 1]));
    for (const [column, pivotRow] of pivots) cleared(row, pivotRow, column);
    const [first] = row;
    if (!first) continue;
    const [column, lead] = first;
    const scale = inverse(lead);
    for (const [at, coefficient] of row) row.set(at, (coefficient * scale) % PRIME);
    for (const pivotRow of pivots.values()) cleared(pivotRow, row, column);
    pivots.set(column, row);
  }
  return new Set([...pivots].filter(([, row]) => row.size === 1).map(([column]) => column));
}
