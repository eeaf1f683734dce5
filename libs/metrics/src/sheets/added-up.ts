import type { Question, Scope } from '@evenhand/domain';
import type { ResultRow } from '../results';
import type { BucketDays, Calendar } from './calendar';
import type { DayNumber } from './day-number';
import { Groups } from './groups';
import { type MonthSheet, wholeDays, wholeMonth } from './month-sheet';
import type { CodeNumbers } from './code-numbers';
import type { Place } from './registers';
import type { Across } from './sheet-statement';
import type { Total } from './totals';
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

/** Adds cells up to the rows that a statement over the table would give. */
export function addedUp(stacks: readonly Stack[], { question, calendar, scope, places, codes, across }: Adding): readonly ResultRow[] {
  const { units, unitsOn } = unitsOf({ question, scope, across, codes, places });
  const groups = new Groups();
  const take = (told: MonthSheet, totals: readonly Total[]): void => {
    const { sheet, stretches } = looked(units.isOne ? wholeDays(told) : told, calendar, unitsOn);
    const takes = totals.map((total) => total.over(sheet));
    const { width } = sheet;
    for (const { first: day, end, bucket } of stretches) {
      const [first, days, unitOf] = [(day - sheet.first) * width, end - day, unitsOn(day)];
      const codes = codesIn(unitOf);
      const groupOf = new Int32Array(codes.length);
      for (let place = 0; place < codes.length; place++) {
        const code = codes[place] ?? 0;
        // Of codes that were met later a sheet tells nothing.
        const isTold = code < width && isToldOn(sheet, first + code, days);
        groupOf[place] = isTold ? groups.of(unitOf[code] ?? 0, bucket) : -1;
      }
      const cells = { first, days, width, codes, groupOf, groups: groups.size };
      for (const add of takes) add(cells);
    }
  };
  for (const { sheets, totals } of stacks) for (const sheet of sheets) take(sheet, totals);
  // Without a breakdown there is one row, also of nothing.
  if (question.by.length === 0 && groups.size === 0) groups.of(0, 0);
  const all = stacks.flatMap(({ totals }) => totals);
  return groups.sorted(question.by, units.met, calendar.buckets).map(({ group, key }) => {
    const row: Record<string, unknown> = key;
    for (const total of all) row[total.name] = total.valueOf(group);
    return row;
  });
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
