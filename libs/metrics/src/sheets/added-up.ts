import type { Question, Scope } from '@evenhand/domain';
import type { Cell, Counted } from '../counted';
import type { BucketDays, Calendar } from './calendar';
import type { DayNumber } from './day-number';
import { Groups } from './groups';
import { type MonthSheet, wholeDays, wholeMonth } from './month-sheet';
import type { CodeNumbers } from './code-numbers';
import type { Place } from './registers';
import type { Across } from './sheet-statement';
import type { DayCells, Total } from './totals';
import { codesIn, unitsOf } from './kept-units';

/** Sheets of one table, and what is added up from them. */
export interface Stack {
  readonly sheets: readonly MonthSheet[];
  readonly totals: readonly Total[];
}

/** What all sheets of a question are added up by. */
export interface Adding {
  readonly question: Pick<Question, 'by' | 'where'>;
  readonly calendar: Calendar;
  readonly scope: Scope;
  readonly places: readonly Place[];
  readonly codes: CodeNumbers;
  /** What the codes are of. */
  readonly across: Across;
}

/** Cells of a sheet that belong to groups, and who takes them. */
interface Taking {
  readonly sheet: MonthSheet;
  readonly totals: readonly Total[];
  readonly cells: readonly DayCells[];
}

/** Adds cells up to what a statement over the table would give. */
export function addedUp(stacks: readonly Stack[], { question, calendar, scope, places, codes, across }: Adding): Counted {
  const { units, unitsOn } = unitsOf({ question, scope, across, codes, places });
  const groups = new Groups();
  const grouped = (told: MonthSheet, totals: readonly Total[]): Taking => {
    const { sheet, stretches } = looked(units.isOne ? wholeDays(told) : told, calendar, unitsOn);
    const cells = stretches.map((stretch) => cellsOn(sheet, stretch, { unitOf: unitsOn(stretch.first), groups }));
    return { sheet, totals, cells };
  };
  const takings = stacks.flatMap(({ sheets, totals }) => sheets.map((sheet) => grouped(sheet, totals)));
  // Without a breakdown there is one row, also of nothing.
  if (question.by.length === 0 && groups.size === 0) groups.of(0, 0);
  for (const { sheet, totals, cells } of takings)
    for (const total of totals) {
      const take = total.over(sheet, groups.size);
      for (const ofStretch of cells) take(ofStretch);
    }
  const { keys, groups: groupAt } = groups.ordered(question.by, units.met, calendar.buckets);
  const all = new Map(stacks.flatMap(({ totals }) => totals.map((total) => [total.name, total])));
  const cellOf = (column: string): Cell => {
    const total = all.get(column);
    return total ? (row) => total.valueOf(groupAt[row] ?? -1) : () => undefined;
  };
  return { keys, cellOf };
}

/** The cells of a stretch, each in its group. */
function cellsOn(sheet: MonthSheet, { first: day, end, bucket }: BucketDays, { unitOf, groups }: Grouping): DayCells {
  const { width } = sheet;
  const [first, days, codes] = [(day - sheet.first) * width, end - day, codesIn(unitOf)];
  const groupOf = new Int32Array(codes.length);
  for (let place = 0; place < codes.length; place++) {
    const code = codes[place] ?? 0;
    // Of codes that were met later a sheet tells nothing.
    const isTold = code < width && isToldOn(sheet, first + code, days);
    groupOf[place] = isTold ? groups.of(unitOf[code] ?? 0, bucket) : -1;
  }
  return { first, days, width, codes, groupOf };
}

interface Grouping {
  readonly unitOf: Int32Array;
  readonly groups: Groups;
}

/** Whether anything was told on some days, the first of which has this cell. */
function isToldOn({ isTold, width }: MonthSheet, cell: number, days: number): boolean {
  for (let at = cell; at < cell + days * width; at += width) if (isTold[at] === 1) return true;
  return false;
}

/** A sheet, and its days that a question looks at, in stretches on which no code moves from one unit to another. */
interface Looked {
  readonly sheet: MonthSheet;
  readonly stretches: readonly BucketDays[];
}

/** A month that lies in one bucket and in which nothing moves is taken as a day of its own: its days were added up once. */
function looked(sheet: MonthSheet, calendar: Calendar, unitsOn: (day: DayNumber) => Int32Array): Looked {
  const stretches = calendar.within(sheet).flatMap((stretch) => unmoved(stretch, unitsOn));
  const [{ first, end, bucket } = { first: 0, end: 0, bucket: 0 }] = stretches;
  if (end - first < sheet.end - sheet.first || sheet.lists.size > 0) return { sheet, stretches };
  return { sheet: wholeMonth(sheet), stretches: [{ first, end: first + 1, bucket }] };
}

function unmoved({ first, end, bucket }: BucketDays, unitsOn: (day: DayNumber) => Int32Array): readonly BucketDays[] {
  const found: BucketDays[] = [];
  for (let from = first, to = first; from < end; from = to) {
    const units = unitsOn(from);
    do to++;
    while (to < end && unitsOn(to) === units);
    found.push({ first: from, end: to, bucket });
  }
  return found;
}
