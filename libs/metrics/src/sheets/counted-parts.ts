import type { TimeRange } from '@evenhand/domain';
import type { Part, Wanted } from '../compile/part';
import type { ResultRow } from '../results';
import { addedUp } from './added-up';
import { everyDay, lastDays } from './calendar';
import { dayNumber, type DayNumber, dayText, monthStart } from './day-number';
import { acrossFor, type Of, sheetColumns, sheetStatement, totalsOf } from './part-sheets';
import { type SheetReader, type Source, within } from './sheet-reader';
import type { Across } from './sheet-statement';
import { termName } from './term-names';
import { flowStatement, isLevel, levelColumns, levelsOf } from './stock-sheets';

/** The rows that the statement of a part would give; `null` where sheets cannot tell. */
export function countedPart(reader: SheetReader, part: Part, of: Of): Promise<readonly ResultRow[]> | null {
  const across = acrossFor(part, of);
  if (across) return sums(reader, part, { ...of, across });
  return isLevel(part, of.question) ? levels(reader, part, of) : null;
}

async function sums(
  reader: SheetReader,
  part: Part,
  { question, scope, across }: Of & { readonly across: Across },
): Promise<readonly ResultRow[]> {
  const { registers, codesOf, ...counted } = reader.reading;
  const codes = codesOf(across);
  const sourceOf = (wanted: Wanted): Source => ({
    name: `${across} ${termName(part, wanted)}`,
    columns: sheetColumns(part, wanted),
    codes,
    byMonth: part.fact.table,
    statement: (range) => sheetStatement(part, wanted, { ...counted, across }, range),
  });
  const stacks = part.wanted.map(async (wanted) => ({
    sheets: await reader.of(sourceOf(wanted), question),
    totals: totalsOf(part, wanted),
  }));
  const { places } = await registers();
  return addedUp(await Promise.all(stacks), { question, calendar: everyDay(question), scope, places, codes });
}

async function levels(reader: SheetReader, part: Part, { question, scope }: Of): Promise<readonly ResultRow[]> {
  const { registers, points, ...counted } = reader.reading;
  const { places, knownUntil } = await registers();
  const calendar = lastDays(question, knownUntil.get('dossier'));
  const { range } = calendar;
  // Before the first reception nothing was open.
  const [first] = reader.versions.monthsOf(part.fact.table);
  const days = range && first !== undefined ? within(textsOf(range), dayNumber(monthStart(first)), range.to) : null;
  const sourceOf = (wanted: Wanted): Source => ({
    name: termName(part, wanted),
    columns: levelColumns(part, wanted),
    codes: points,
    byMonth: null,
    statement: (asked) => flowStatement(part, wanted, counted, asked),
    made: (rows, asked) => levelsOf(rows, levelColumns(part, wanted), asked),
  });
  const sheetsOf = async (wanted: Wanted) => (days ? reader.of(sourceOf(wanted), days) : []);
  const stacks = part.wanted.map(async (wanted) => ({ sheets: await sheetsOf(wanted), totals: totalsOf(part, wanted) }));
  return addedUp(await Promise.all(stacks), { question, calendar, scope, places, codes: points });
}

const textsOf = ({ from, to }: { readonly from: DayNumber; readonly to: DayNumber }): TimeRange => ({
  from: dayText(from),
  to: dayText(to),
});
