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

/** One sum that is known: the coefficient of each unknown in it, and below zero those of the given sums it is made of. */
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

const isUnknown = (column: number): boolean => column >= 0;
const nameOfSum = (place: number): number => -1 - place;

/** What follows from known sums of unknowns, by adding and subtracting the sums in whatever way. */
export interface Solved {
  /** The unknowns that follow each by itself. */
  readonly singles: () => readonly number[];
  /** The places of the sums from which the sum of some unknowns follows; `null` where it does not. */
  readonly derivation: (unknowns: readonly number[]) => readonly number[] | null;
}

/** Solves known sums, each of which names its unknowns. Gauss and Jordan, in remainders, so that nothing is rounded. */
export function solved(sums: readonly (readonly number[])[]): Solved {
  const pivots = new Map<number, Row>();
  const reduced = (row: Row): Row => {
    for (const column of [...row.keys()].filter(isUnknown)) {
      const pivotRow = pivots.get(column);
      if (pivotRow) cleared(row, pivotRow, column);
    }
    return row;
  };
  const rowOf = (unknowns: readonly number[]): Row => new Map(unknowns.map((unknown) => [unknown, 1]));
  for (const [place, sum] of sums.entries()) {
    const row = reduced(rowOf(sum).set(nameOfSum(place), PRIME - 1));
    const column = [...row.keys()].find(isUnknown);
    if (column === undefined) continue;
    const scale = inverse(row.get(column) ?? 1);
    for (const [at, coefficient] of row) row.set(at, (coefficient * scale) % PRIME);
    for (const pivotRow of pivots.values()) cleared(pivotRow, row, column);
    pivots.set(column, row);
  }
  const unknownsIn = (row: Row): readonly number[] => [...row.keys()].filter(isUnknown);
  return {
    singles: () => [...pivots].filter(([, row]) => unknownsIn(row).length === 1).map(([column]) => column),
    derivation: (unknowns) => {
      const rest = reduced(rowOf(unknowns));
      return unknowns.length === 0 || unknownsIn(rest).length > 0 ? null : [...rest.keys()].map(nameOfSum);
    },
  };
}
