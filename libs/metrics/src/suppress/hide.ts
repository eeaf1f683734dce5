import { solved, type Solved } from './recoverable';

/** One cell of a table of figures. */
export interface Cell {
  readonly n: number;
  /** True when too few to be shown. */
  readonly isSmall: boolean;
  /** Of a share the cases that it counts, and those that it does not. */
  readonly sides: readonly number[];
}

/** Cells whose total is asked about, too. */
export interface Line {
  readonly cells: readonly number[];
  /** The least number that hidden cells may come to together. */
  readonly least: number;
  /** The same for each side of a share: that one person of two points waited long tells as much as of one. */
  readonly leastOfSide: number;
  /** True where the total itself is too small to be shown: nobody may work it out. */
  readonly isSmall: boolean;
}

interface Table {
  readonly cells: readonly Cell[];
  readonly lines: readonly Line[];
}

/** What may not be shown of a table: cells, and totals by their place among the lines. */
export interface Hidden {
  readonly cells: ReadonlySet<number>;
  readonly lines: ReadonlySet<number>;
}

interface Hiding {
  readonly cells: Set<number>;
  readonly lines: Set<number>;
}

const sumOf = ({ cells }: Table, of: readonly number[]): number => of.reduce((sum, index) => sum + (cells[index]?.n ?? 0), 0);

const hiddenIn = ({ cells }: Line, hidden: Hidden): readonly number[] => cells.filter((index) => hidden.cells.has(index));

/** The cell that costs least to hide: the smallest that holds anything, else one that says "none". */
function cheapest({ cells }: Table, among: readonly number[], hidden: Hidden): number | undefined {
  const costOf = (index: number): number => cells[index]?.n || Infinity;
  return among
    .filter((index) => !hidden.cells.has(index))
    .reduce<number | undefined>((best, index) => (best !== undefined && costOf(best) <= costOf(index) ? best : index), undefined);
}

/** The secrets, as hidden cells that are small by themselves or together, which follow from known totals. */
function givenAway(table: Table, hidden: Hidden, sums: Solved): readonly (readonly number[])[] {
  const single = sums.singles().filter((index) => table.cells[index]?.isSmall);
  const totals = table.lines.filter(({ isSmall }) => isSmall).map((line) => hiddenIn(line, hidden));
  return [...single.map((index) => [index]), ...totals.filter((cells) => sums.derivation(cells) !== null)];
}

/** Totals that are known and hold something hidden, by their places. */
const knownLines = ({ lines }: Table, hidden: Hidden): readonly number[] =>
  [...lines.keys()].filter((at) => !hidden.lines.has(at) && lines[at]?.cells.some((index) => hidden.cells.has(index)));

const isFew = (sum: number, least: number): boolean => sum > 0 && sum < least;

/** What cells come to together on each side of a share. */
const sidesOf = ({ cells }: Table, of: readonly number[]): readonly number[] =>
  of.reduce<readonly number[]>((sums, index) => {
    const sides = cells[index]?.sides ?? [];
    return sides.map((side, at) => side + (sums[at] ?? 0));
  }, []);

/** Totals whose hidden cells are few even together. */
const fewLines = (table: Table, known: readonly number[], hidden: Hidden): readonly number[] =>
  known.filter((at) => {
    const line = table.lines[at];
    if (line === undefined) return false;
    const within = hiddenIn(line, hidden);
    return isFew(sumOf(table, within), line.least) || sidesOf(table, within).some((sum) => isFew(sum, line.leastOfSide));
  });

/** Hides one more cell of a line, or the line where none is left. */
function closeLine(table: Table, at: number, hidden: Hiding): number | undefined {
  const next = cheapest(table, table.lines[at]?.cells ?? [], hidden);
  if (next === undefined) hidden.lines.add(at);
  else hidden.cells.add(next);
  return next;
}

const lengthOf = (table: Table, at: number): number => table.lines[at]?.cells.length ?? 0;

/** Closes lines, the shortest first: what closes them often closes the longer ones too. */
function closeLines(table: Table, lines: readonly number[], hidden: Hiding): void {
  const added = new Set<number>();
  for (const at of [...new Set(lines)].toSorted((a, b) => lengthOf(table, a) - lengthOf(table, b))) {
    if (table.lines[at]?.cells.some((index) => added.has(index))) continue;
    const next = closeLine(table, at, hidden);
    if (next !== undefined) added.add(next);
  }
}

/**
 * Breaks the ways in which secrets follow from totals. What one total tells needs another cell of it hidden; where several
 * tell it together, the smallest of them is not told.
 */
function breakWays(table: Table, ways: readonly (readonly number[])[], hidden: Hiding): void {
  closeLines(table, ways.filter(({ length }) => length === 1).flat(), hidden);
  for (const way of ways.filter(({ length }) => length > 1)) {
    if (way.some((at) => hidden.lines.has(at))) continue;
    const sizeOf = (at: number): number => sumOf(table, table.lines[at]?.cells ?? []);
    const [smallest] = way.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    if (smallest !== undefined) hidden.lines.add(smallest);
  }
}

/** Closes what gives something away as things stand; false when nothing does. */
function closeLeaks(table: Table, hidden: Hiding): boolean {
  const known = knownLines(table, hidden);
  const few = fewLines(table, known, hidden);
  if (few.length > 0) {
    closeLines(table, few, hidden);
    return true;
  }
  const sums = solved(known.map((at) => table.lines[at]).flatMap((line) => (line ? [hiddenIn(line, hidden)] : [])));
  const ways = givenAway(table, hidden, sums).flatMap((secret) => {
    const way = sums.derivation(secret);
    return way ? [way.flatMap((place) => known[place] ?? [])] : [];
  });
  breakWays(table, ways, hidden);
  return ways.length > 0;
}

/**
 * What must be hidden: the small cells and totals, and as many others as it takes that nothing small can be worked out. Every
 * other total counts as known, and every way of adding and subtracting them is allowed for.
 */
export function hiddenOf(table: Table): Hidden {
  const hidden: Hiding = {
    cells: new Set(table.cells.flatMap(({ isSmall }, index) => (isSmall ? [index] : []))),
    lines: new Set(table.lines.flatMap(({ isSmall }, index) => (isSmall ? [index] : []))),
  };
  while (closeLeaks(table, hidden));
  return hidden;
}
