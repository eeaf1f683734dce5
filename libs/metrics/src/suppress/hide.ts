import { recoverable } from './recoverable';

/** One cell of a table of figures. */
export interface Cell {
  readonly n: number;
  /** True when too few to be shown. */
  readonly isSmall: boolean;
}

/** Cells whose total somebody may know, from another answer. */
export interface Line {
  readonly cells: readonly number[];
  /** The least number that hidden cells may come to together. */
  readonly least: number;
}

interface Table {
  readonly cells: readonly Cell[];
  readonly lines: readonly Line[];
}

const sumOf = ({ cells }: Table, of: readonly number[]): number => of.reduce((sum, index) => sum + (cells[index]?.n ?? 0), 0);

const hiddenIn = ({ cells }: Line, hidden: ReadonlySet<number>): readonly number[] => cells.filter((index) => hidden.has(index));

/** The cell that costs least to hide: the smallest that holds anything, else one that says "none". */
function cheapest({ cells }: Table, among: readonly number[], hidden: ReadonlySet<number>): number | undefined {
  const costOf = (index: number): number => cells[index]?.n || Infinity;
  return among
    .filter((index) => !hidden.has(index))
    .reduce<number | undefined>((best, index) => (best !== undefined && costOf(best) <= costOf(index) ? best : index), undefined);
}

/** The lines that give something away: hidden cells that are few even together, and those by which a small one can be worked out. */
function leaks(table: Table, hidden: ReadonlySet<number>): readonly Line[] {
  const touched = table.lines.filter((line) => line.cells.some((index) => hidden.has(index)));
  const few = touched.filter((line) => {
    const sum = sumOf(table, hiddenIn(line, hidden));
    return sum > 0 && sum < line.least;
  });
  if (few.length > 0) return few;
  const known = recoverable(touched.map((line) => hiddenIn(line, hidden)));
  const given = [...known].filter((index) => table.cells[index]?.isSmall);
  return given.flatMap((index) => {
    const lines = touched.filter((line) => line.cells.includes(index) && hiddenIn(line, hidden).length < line.cells.length);
    const [shortest] = lines.toSorted((a, b) => hiddenIn(a, hidden).length - hiddenIn(b, hidden).length);
    return [shortest ?? { cells: table.cells.map((_, at) => at), least: 0 }];
  });
}

/**
 * The cells that must be hidden: the small ones, and as many others as it takes that no total gives a small one away. Every
 * line's total counts as known, and every way of adding and subtracting them is allowed for.
 */
export function hiddenCells(table: Table): ReadonlySet<number> {
  const hidden = new Set(table.cells.flatMap(({ isSmall }, index) => (isSmall ? [index] : [])));
  for (let open = hidden.size > 0; open;) {
    const added = new Set<number>();
    // The shortest totals first: what closes them often closes the longer ones too.
    for (const line of leaks(table, hidden).toSorted((a, b) => a.cells.length - b.cells.length)) {
      if (line.cells.some((index) => added.has(index))) continue;
      const next = cheapest(table, line.cells, hidden);
      if (next === undefined) continue;
      hidden.add(next);
      added.add(next);
    }
    open = added.size > 0;
  }
  return hidden;
}
