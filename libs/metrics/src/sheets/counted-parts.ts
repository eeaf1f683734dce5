import type { TimeRange } from '@evenhand/domain';
import type { Part } from '../compile/part';
import type { Counted } from '../counted';
import { addedUp } from './added-up';
import { everyDay, lastDays } from './calendar';
import type { CodeNumbers } from './code-numbers';
import { dayNumber, type DayNumber, dayText, monthStart } from './day-number';
import { acrossFor, fewPoints, type Held, liesByMonth, type Of, piecesOf, sheetColumns, sheetStatement, totalsOf } from './part-sheets';
import type { MonthSheet } from './month-sheet';
import { type SheetReader, type Source, within } from './sheet-reader';
import { type Across, acrossName, BY_POINT, IN_ONE } from './sheet-statement';
import { flowStatement, isLevel, levelColumns, levelsOf } from './stock-sheets';
import { partName } from './term-names';
import { weighedPart } from './weighed-parts';

/** What the statement of a part would give; `null` where sheets cannot tell, or not yet. */
export function countedPart(reader: SheetReader, part: Part, of: Of): Promise<Counted> | null {
  const weighed = weighedPart((other, asked) => countedPart(reader, other, asked), part, of);
  if (weighed) return weighed;
  const held = acrossFor(part, of);
  if (held === null) return isLevel(part, of.question) ? levels(reader, part, of) : null;
  const { across, isWide } = held;
  const codes = reader.reading.codesOf(across);
  if (codes === null) return null;
  const pieces = piecesOf(part, across).map((piece) => ({ piece, source: sourceOf(reader, piece, { across, isWide, codes }) }));
  // Each is asked for, so that each is read ahead.
  if (isWide && pieces.map(({ source }) => reader.holds(source, of.question)).includes(false)) return null;
  return sums(reader, part, { ...of, across, codes, pieces });
}

/** The sheets by point and day of a part of one term; `null` where there are none that anybody may wait for. */
export function pointSheets(reader: SheetReader, part: Part, of: Of): Promise<readonly MonthSheet[]> | null {
  const held = acrossFor(part, of);
  if (held === null || held.isWide || held.across !== BY_POINT) return null;
  return reader.of(sourceOf(reader, part, { ...held, codes: reader.reading.points }), of.question);
}

interface Standing extends Held {
  readonly codes: CodeNumbers;
}

/** A name of what a piece is told across, and the same for all of whose few points are others. */
const namesOf = (piece: Part, across: Across): Pick<Source, 'name' | 'textName'> => {
  const terms = partName(piece);
  return { name: `${acrossName(across)} ${terms}`, textName: `${acrossName({ ...across, points: across.points && ['few'] })} ${terms}` };
};

const sourceOf = (reader: SheetReader, piece: Part, { across, isWide, codes }: Standing): Source => ({
  ...namesOf(piece, across),
  columns: sheetColumns(piece),
  codes,
  byMonth: liesByMonth(piece) ? piece.fact.table : null,
  aheadBy: piece.fact.table,
  isWide: isWide || (piece.from === 'raw' && across.points === null),
  statement: (range) => sheetStatement(piece, { ...reader.reading, across }, range),
});

interface Adding extends Of {
  readonly across: Across;
  readonly codes: CodeNumbers;
  readonly pieces: readonly { readonly piece: Part; readonly source: Source }[];
}

async function sums(reader: SheetReader, part: Part, { question, scope, across, codes, pieces }: Adding): Promise<Counted> {
  const stacks = pieces.map(async ({ piece, source }) => ({
    sheets: await reader.of(source, question),
    totals: totalsOf(part, piece),
  }));
  const { places } = await reader.reading.registers();
  return addedUp(await Promise.all(stacks), { question, calendar: everyDay(question), scope, places, codes, across });
}

async function levels(reader: SheetReader, part: Part, of: Of): Promise<Counted> {
  const { question, scope } = of;
  const { places, knownUntil } = await reader.reading.registers();
  const calendar = lastDays(question, knownUntil.get('dossier'));
  const { range } = calendar;
  // Before the first reception nothing was open.
  const [first] = reader.versions.monthsOf(part.fact.table);
  const days = range && first !== undefined ? within(textsOf(range), dayNumber(monthStart(first)), range.to) : null;
  const { across, codes } = levelsAcross(reader, of);
  const stacks = piecesOf(part, across).map(async (piece) => ({
    sheets: days ? await reader.of(levelSource(reader, piece, { across, codes }), days) : [],
    totals: totalsOf(part, piece),
  }));
  return addedUp(await Promise.all(stacks), { question, calendar, scope, places, codes, across });
}

function levelsAcross({ reading }: SheetReader, of: Of): Omit<Standing, 'isWide'> {
  const across = { ...IN_ONE, points: fewPoints(of) };
  const codes = across.points && reading.codesOf(across);
  return codes ? { across, codes } : { across: BY_POINT, codes: reading.points };
}

const levelSource = ({ reading }: SheetReader, piece: Part, { across, codes }: Omit<Standing, 'isWide'>): Source => ({
  ...namesOf(piece, across),
  columns: levelColumns(piece),
  codes,
  byMonth: null,
  aheadBy: piece.fact.table,
  statement: (asked) => flowStatement(piece, { ...reading, across }, asked),
  made: (rows, asked) => levelsOf(rows, levelColumns(piece), asked),
});

const textsOf = ({ from, to }: { readonly from: DayNumber; readonly to: DayNumber }): TimeRange => ({
  from: dayText(from),
  to: dayText(to),
});
