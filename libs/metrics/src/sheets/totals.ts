import type { Cells, Column, MonthSheet } from './month-sheet';
import { runningSums } from './running-sums';

/**
 * The cells of some codes on some days of a sheet, one after another, and the group of each code; −1 where it belongs to none.
 * Those of the first day begin with the first, and those of every other day `width` after those of the day before.
 */
export interface DayCells {
  readonly first: number;
  readonly days: number;
  readonly width: number;
  readonly codes: Int32Array;
  readonly groupOf: Int32Array;
}

/** Takes cells of a sheet into their groups. */
type Take = (cells: DayCells) => void;

/** A number of an answer for each of its groups, in the making. */
export interface Total {
  readonly name: string;
  /** How cells of a sheet are taken into so many groups. */
  over(sheet: MonthSheet, groups: number): Take;
  valueOf(group: number): number | null | readonly (number | null)[];
}

interface Sum extends Total {
  valueOf(group: number): number;
}

const NOTHING: Take = () => undefined;

/** Of more days than these sums are taken from running ones. */
const FEW_DAYS = 3;

/** Numbers that are added up; their sums are whole numbers below 2^53, and so exact. */
export function sumOf(name: string, column: string): Sum {
  let sums: Float64Array = new Float64Array();
  return {
    name,
    over: (sheet, groups) => {
      const found = sheet.columns.get(column);
      if (!found) return NOTHING;
      if (sums.length === 0) sums = new Float64Array(groups);
      return (asked) => {
        const running = asked.days > FEW_DAYS ? runningSums(sheet, found) : null;
        if (running) addBetween(sums, running, asked);
        else addEachDay(sums, found, asked);
      };
    },
    valueOf: (group) => sums[group] ?? 0,
  };
}

/** Adds what running sums grew by over the days. */
function addBetween(sums: Float64Array, running: Cells, { first, days, width, codes, groupOf }: DayCells): void {
  const last = first + days * width;
  for (let place = 0; place < groupOf.length; place++) {
    const group = groupOf[place] ?? -1;
    const code = codes[place] ?? 0;
    if (group >= 0) sums[group] = (sums[group] ?? 0) + (running[last + code] ?? 0) - (running[first + code] ?? 0);
  }
}

function addEachDay(sums: Float64Array, { cells }: Column, { first, days, width, codes, groupOf }: DayCells): void {
  for (let start = first; start < first + days * width; start += width)
    for (let place = 0; place < groupOf.length; place++) {
      const group = groupOf[place] ?? -1;
      if (group >= 0) sums[group] = (sums[group] ?? 0) + (cells[start + (codes[place] ?? 0)] ?? 0);
    }
}

/** The largest of numbers; `null` where there is none. */
export function largestOf(name: string, column: string): Total {
  let largest: Float64Array = new Float64Array();
  return {
    name,
    over: ({ columns }, groups) => {
      const cells = columns.get(column)?.cells;
      if (!cells) return NOTHING;
      if (largest.length === 0) largest = new Float64Array(groups).fill(-Infinity);
      return ({ first, days, width, codes, groupOf }) => {
        for (let start = first; start < first + days * width; start += width)
          for (let place = 0; place < groupOf.length; place++) {
            const group = groupOf[place] ?? -1;
            const value = cells[start + (codes[place] ?? 0)] ?? -Infinity;
            if (group >= 0 && value > (largest[group] ?? -Infinity)) largest[group] = value;
          }
      };
    },
    valueOf: (group) => {
      const value = largest[group] ?? -Infinity;
      return value === -Infinity ? null : value;
    },
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
    over: (sheet, groups) => {
      const [takeHigh, takeLow] = [high?.over(sheet, groups), low?.over(sheet, groups)];
      return (cells) => {
        takeHigh?.(cells);
        takeLow?.(cells);
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
    over: (sheet, groups) => {
      const takes = sums.map((sum) => sum.over(sheet, groups));
      return (cells) => {
        for (const take of takes) take(cells);
      };
    },
    valueOf: (group) => {
      const values = new Array<number>(sums.length);
      for (let at = 0; at < sums.length; at++) values[at] = sums[at]?.valueOf(group) ?? 0;
      return values;
    },
  };
}
