import type { TimeRange } from '@evenhand/domain';
import type { Part, Wanted } from '../compile/part';
import type { ResultRow } from '../results';
import { addedUp } from './added-up';
import { everyDay, lastDays } from './calendar';
import type { CodeNumbers } from './code-numbers';
import { dayNumber, type DayNumber, dayText, monthStart } from './day-number';
import { acrossFor, type Held, type Of, sheetColumns, sheetStatement, totalsOf } from './part-sheets';
import { type SheetReader, type Source, within } from './sheet-reader';
import { type Across, acrossName, BY_POINT } from './sheet-statement';
import { termName } from './term-names';
import { flowStatement, isLevel, levelColumns, levelsOf } from './stock-sheets';

/** The rows that the statement of a part would give; `null` where sheets cannot tell, or not yet. */
export function countedPart(reader: SheetReader, part: Part, of: Of): Promise<readonly ResultRow[]> | null {
  const held = acrossFor(part, of);
  if (held === null) return isLevel(part, of.question) ? levels(reader, part, of) : null;
  const { across, isWide } = held;
  const codes = reader.reading.codesOf(across);
  if (codes === null) return null;
  const sources = part.wanted.map((wanted) => sourceOf(reader, part, wanted, { across, isWide, codes }));
  // Each is asked for, so that each is read ahead.
  if (isWide && sources.map((source) => reader.holds(source, of.question)).includes(false)) return null;
  return sums(reader, part, { ...of, across, codes, sources });
}

interface Standing extends Held {
  readonly codes: CodeNumbers;
}

function sourceOf(reader: SheetReader, part: Part, wanted: Wanted, { across, isWide, codes }: Standing): Source {
  const term = termName(part, wanted);
  return {
    name: `${acrossName(across)} ${term}`,
    textName: `${acrossName({ ...across, point: across.point && 'one' })} ${term}`,
    columns: sheetColumns(part, wanted),
    codes,
    byMonth: part.fact.table,
    isWide: isWide || part.from === 'raw',
    statement: (range) => sheetStatement(part, wanted, { ...reader.reading, across }, range),
  };
}

interface Adding extends Of {
  readonly across: Across;
  readonly codes: CodeNumbers;
  /** One for each term of the part. */
  readonly sources: readonly Source[];
}

async function sums(reader: SheetReader, part: Part, { question, scope, across, codes, sources }: Adding): Promise<readonly ResultRow[]> {
  const stacks = part.wanted.map(async (wanted, term) => {
    const source = sources[term];
    return { sheets: source ? await reader.of(source, question) : [], totals: totalsOf(part, wanted) };
  });
  const { places } = await reader.reading.registers();
  return addedUp(await Promise.all(stacks), { question, calendar: everyDay(question), scope, places, codes, across });
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
    aheadBy: part.fact.table,
    statement: (asked) => flowStatement(part, wanted, counted, asked),
    made: (rows, asked) => levelsOf(rows, levelColumns(part, wanted), asked),
  });
  const sheetsOf = async (wanted: Wanted) => (days ? reader.of(sourceOf(wanted), days) : []);
  const stacks = part.wanted.map(async (wanted) => ({ sheets: await sheetsOf(wanted), totals: totalsOf(part, wanted) }));
  return addedUp(await Promise.all(stacks), { question, calendar, scope, places, codes: points, across: BY_POINT });
}

const textsOf = ({ from, to }: { readonly from: DayNumber; readonly to: DayNumber }): TimeRange => ({
  from: dayText(from),
  to: dayText(to),
});
