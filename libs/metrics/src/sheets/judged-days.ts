import type { TimeRange } from '@evenhand/domain';
import { SILENT_COLUMNS } from '../silence';
import type { ToldEntity } from '../facts/fact';
import type { ResultRow } from '../results';
import { dayNumber, type DayNumber, dayText } from './day-number';
import type { ColumnName, MonthSheet } from './month-sheet';
import type { Registers } from './registers';

/** What is known of one feed: the days and points with cases, and the judgement of what it sent. */
export interface FeedSheets {
  readonly told: readonly MonthSheet[];
  readonly judged: readonly MonthSheet[];
}

/** A number by day and point. */
type Cells = (day: DayNumber, point: number) => number;

/** Looks a cell up in sheets of different months; 0 where none has it. */
function lookup(sheets: readonly MonthSheet[], cellsOf: (sheet: MonthSheet) => ArrayLike<number> | undefined): Cells {
  const found = sheets.flatMap((sheet) => {
    const cells = cellsOf(sheet);
    return cells ? [{ sheet, cells }] : [];
  });
  let held = found[0];
  return (day, point) => {
    if (!held || day < held.sheet.first || day >= held.sheet.end) held = found.find(({ sheet }) => day >= sheet.first && day < sheet.end);
    if (!held || point >= held.sheet.width) return 0;
    return held.cells[(day - held.sheet.first) * held.sheet.width + point] ?? 0;
  };
}

const columnIn = (sheets: readonly MonthSheet[], name: string): Cells => lookup(sheets, ({ columns }) => columns.get(name)?.cells);

const summed = (name: string): ColumnName => ({ name, takes: 'sum' });

export const COVERAGE_COLUMNS: readonly ColumnName[] = ['expected', 'observed'].map(summed);
export const SILENCE_COLUMNS: readonly ColumnName[] = SILENT_COLUMNS.map(({ name }) => summed(name));

interface Judged extends FeedSheets {
  readonly entity: ToldEntity;
  readonly registers: Registers;
}

/** For each working day and each point that stood then: whether it was expected to tell, and whether it told enough. */
export function coverageDays({ entity, registers, told, judged }: Judged, range: TimeRange): readonly ResultRow[] {
  const [from, to] = [dayNumber(range.from), dayNumber(range.to)];
  const isTold = lookup(told, (sheet) => sheet.isTold);
  const [isUnawaited, isUnknown, isQuiet] = ['is_unawaited', 'is_unknown', 'is_quiet'].map((name) => columnIn(judged, name));
  const until = registers.knownUntil.get(entity) ?? -Infinity;
  const isExpected: Cells = (day, point) => Number(day <= until && isUnawaited?.(day, point) === 0);
  // The rule of `isObservedDay`.
  const isObserved: Cells = (day, point) =>
    Number((isTold(day, point) > 0 && isUnknown?.(day, point) === 0) || (isQuiet?.(day, point) ?? 0) > 0);
  return registers.workingDays
    .filter((day) => day >= from && day < to)
    .map((day) => {
      const there = registers.places.filter((place) => day >= place.from && day < place.to);
      const expected = there.map(({ point }) => isExpected(day, point));
      const observed = there.map(({ point }, index) => (expected[index] === 1 ? isObserved(day, point) : 0));
      return { day: dayText(day), codes: there.map(({ code }) => code), expected, observed };
    });
}

/** What a feed did not say, for each day and each point that stood then. */
export function silentDays({ registers, judged }: Pick<Judged, 'registers' | 'judged'>, range: TimeRange): readonly ResultRow[] {
  const [from, to] = [dayNumber(range.from), dayNumber(range.to)];
  const isJudged = lookup(judged, (sheet) => sheet.isTold);
  const columns = SILENCE_COLUMNS.map(({ name }) => ({ name, cells: columnIn(judged, name) }));
  return Array.from({ length: to - from }, (_, index) => from + index).map((day) => {
    const there = registers.places.filter(({ point, ...place }) => day >= place.from && day < place.to && isJudged(day, point) > 0);
    const numbers = columns.map(({ name, cells }) => [name, there.map(({ point }) => cells(day, point))] as const);
    return { day: dayText(day), codes: there.map(({ code }) => code), ...Object.fromEntries(numbers) };
  });
}
