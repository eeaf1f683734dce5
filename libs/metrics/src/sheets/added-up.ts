import type { Question, Scope } from '@evenhand/domain';
import type { ResultRow } from '../results';
import type { BucketDay, Calendar } from './calendar';
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
    const { sheet, days } = whole(units.isOne ? wholeDays(told) : told, calendar, unitsOn);
    const takes = totals.map((total) => total.over(sheet));
    for (const { day, bucket } of days) {
      const first = (day - sheet.first) * sheet.width;
      const unitOf = unitsOn(day);
      const codes = codesIn(unitOf);
      const groupOf = new Int32Array(codes.length);
      for (let place = 0; place < codes.length; place++) {
        const code = codes[place] ?? 0;
        // Of codes that were met later a sheet tells nothing.
        const isTold = code < sheet.width && sheet.isTold[first + code] !== 0;
        groupOf[place] = isTold ? groups.of(unitOf[code] ?? 0, bucket) : -1;
      }
      const cells = { first, codes, groupOf, groups: groups.size };
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

/** A month that lies in one bucket and in which nothing moves is taken as a day of its own: its days were added up once. */
function whole(
  sheet: MonthSheet,
  calendar: Calendar,
  unitsOn: (day: DayNumber) => Int32Array,
): { readonly sheet: MonthSheet; readonly days: readonly BucketDay[] } {
  const days = calendar.within(sheet);
  const [first, last] = [days[0], days.at(-1)];
  const isWhole = first && last && days.length === sheet.end - sheet.first && days.every(({ bucket }) => bucket === first.bucket);
  if (!isWhole || sheet.lists.size > 0 || unitsOn(first.day) !== unitsOn(last.day)) return { sheet, days };
  return { sheet: wholeMonth(sheet), days: [first] };
}
