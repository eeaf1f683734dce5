import type { DayNumber } from './day-number';
import type { MonthSheet } from './month-sheet';

/** What is known of one feed on the days of a question. */
export interface FeedSheets {
  readonly told: readonly MonthSheet[];
  readonly judged: readonly MonthSheet[];
}

/** Looks a cell up in sheets of different months; 0 where none has it. */
function lookup(sheets: readonly MonthSheet[], cellsOf: (sheet: MonthSheet) => ArrayLike<number> | undefined) {
  const found = sheets.flatMap((sheet) => {
    const cells = cellsOf(sheet);
    return cells ? [{ sheet, cells }] : [];
  });
  let held = found[0];
  return (day: DayNumber, point: number): number => {
    if (!held || day < held.sheet.first || day >= held.sheet.end) held = found.find(({ sheet }) => day >= sheet.first && day < sheet.end);
    if (!held || point >= held.sheet.width) return 0;
    return held.cells[(day - held.sheet.first) * held.sheet.width + point] ?? 0;
  };
}

/** Whether a day of a point was awaited, and whether enough was told of it. */
export interface DayOfFeed {
  isAwaited(day: DayNumber, point: number): boolean;
  isObserved(day: DayNumber, point: number): boolean;
}

/** The rules of `feed-days.ts`, by the cells of sheets. */
export function dayOfFeed({ told, judged }: FeedSheets): DayOfFeed {
  const isTold = lookup(told, (sheet) => sheet.isTold);
  const flag = (name: string) => lookup(judged, ({ columns }) => columns.get(name));
  const [isUnawaited, isUnknown, isQuiet] = [flag('is_unawaited'), flag('is_unknown'), flag('is_quiet')];
  return {
    isAwaited: (day, point) => isUnawaited(day, point) === 0,
    isObserved: (day, point) => (isTold(day, point) > 0 && isUnknown(day, point) === 0) || isQuiet(day, point) > 0,
  };
}
