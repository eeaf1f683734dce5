import type { Question, Scope } from '@evenhand/domain';
import type { ResultRow } from '../results';
import type { Calendar } from './calendar';
import { Groups } from './groups';
import { wholeDays, type MonthSheet } from './month-sheet';
import type { CodeNumbers } from './code-numbers';
import type { Place } from './registers';
import type { Total } from './totals';
import { Units } from './units';

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
}

/** Adds cells up to the rows that a statement over the table would give. */
export function addedUp(stacks: readonly Stack[], { question, calendar, scope, places, codes }: Adding): readonly ResultRow[] {
  const units = new Units(question, scope);
  const unitsOn = units.byDay(codes, places);
  const groups = new Groups();
  const take = (told: MonthSheet, totals: readonly Total[]): void => {
    const sheet = units.isOne ? wholeDays(told) : told;
    const takes = totals.map((total) => total.over(sheet));
    for (const { day, bucket } of calendar.within(sheet)) {
      const unitOf = unitsOn(day);
      const start = (day - sheet.first) * sheet.width;
      for (let code = 0; code < sheet.width; code++) {
        const unit = unitOf[code] ?? -1;
        if (unit < 0 || sheet.isTold[start + code] === 0) continue;
        const group = groups.of(unit, bucket);
        for (const add of takes) add(group, start + code);
      }
    }
  };
  for (const { sheets, totals } of stacks) for (const sheet of sheets) take(sheet, totals);
  // Without a breakdown there is one row, also of nothing.
  if (question.by.length === 0 && groups.size === 0) groups.of(0, 0);
  const all = stacks.flatMap(({ totals }) => totals);
  const numbers = (group: number): ResultRow => Object.fromEntries(all.map((total) => [total.name, total.valueOf(group)]));
  return groups.sorted(question.by, units.met, calendar.buckets).map(({ group, key }) => ({ ...key, ...numbers(group) }));
}
