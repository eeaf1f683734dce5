import type { MonthSheet } from './month-sheet';

/** Takes a cell of one sheet into a group. */
type Take = (group: number, cell: number) => void;

/** A number of an answer for each of its groups, in the making. */
export interface Total {
  readonly name: string;
  /** How cells of a sheet are taken. */
  over(sheet: MonthSheet): Take;
  valueOf(group: number): number | null | readonly (number | null)[];
}

interface Sum extends Total {
  valueOf(group: number): number;
}

const NOTHING: Take = () => undefined;

/** Numbers that are added up; their sums are whole numbers below 2^53, and so exact. */
export function sumOf(name: string, column: string): Sum {
  const sums: number[] = [];
  return {
    name,
    over: ({ columns }) => {
      const cells = columns.get(column)?.cells;
      return cells ? (group, cell) => (sums[group] = (sums[group] ?? 0) + (cells[cell] ?? 0)) : NOTHING;
    },
    valueOf: (group) => sums[group] ?? 0,
  };
}

/** The largest of numbers; `null` where there is none. */
export function largestOf(name: string, column: string): Total {
  const largest: number[] = [];
  return {
    name,
    over: ({ columns }) => {
      const cells = columns.get(column)?.cells;
      if (!cells) return NOTHING;
      return (group, cell) => {
        const value = cells[cell] ?? -Infinity;
        if (value > (largest[group] ?? -Infinity)) largest[group] = value;
      };
    },
    valueOf: (group) => largest[group] ?? null,
  };
}

/** Where a number too wide to be exact is cut in two. */
export const CUT = 4_294_967_296;

/** The two columns that hold a wide number. */
export const halvesOf = (column: string): readonly [high: string, low: string] => [`${column}_high`, `${column}_low`];

/** Sums beyond 2^53, in two halves so that no digit is lost before the last rounding. */
export function wideSumOf(name: string, column: string): Total {
  const [high, low] = halvesOf(column).map((half) => sumOf(name, half));
  return {
    name,
    over: (sheet) => {
      const [takeHigh, takeLow] = [high?.over(sheet), low?.over(sheet)];
      return (group, cell) => {
        takeHigh?.(group, cell);
        takeLow?.(group, cell);
      };
    },
    valueOf: (group) => Number(BigInt(high?.valueOf(group) ?? 0) * BigInt(CUT) + BigInt(low?.valueOf(group) ?? 0)),
  };
}

/** Several columns that are added up each by itself. */
export function listOf(name: string, columns: readonly string[]): Total {
  const sums = columns.map((column) => sumOf(name, column));
  return {
    name,
    over: (sheet) => {
      const takes = sums.map((sum) => sum.over(sheet));
      return (group, cell) => {
        for (const take of takes) take(group, cell);
      };
    },
    valueOf: (group) => sums.map((sum) => sum.valueOf(group)),
  };
}
