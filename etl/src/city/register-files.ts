import type { RegisterName } from '@evenhand/domain';
import { ENTRY_KEY, type RegisterContents, weekdayHours } from '@evenhand/records';
import { stringify } from './csv-text';
import { readICalendar } from './icalendar';
import { readLines, type ReadLines } from './import-rows';
import { hasPlainNote, HOLDS_NUMBER } from './personal-text';
import { calendarRow, limitRow, openingDateRow, openingHoursRow } from './reference-rows';
import { calendarDayOf, hoursOnDatesOf, limitOf } from './register-rows';
import { statedFigureOf, statedRow } from './stated-rows';

/** What a file says of a register, and one sentence per line that cannot be used. */
export interface ReadFile<Content> {
  readonly contents: readonly Content[];
  readonly problems: readonly string[];
}

const rowsOf = <Row>({ rows }: ReadLines<Row>): Row[] => rows.map(({ row }) => row);

function hoursOf(text: string): ReadFile<RegisterContents['opening_hours']> {
  const lines = readLines(text, openingHoursRow);
  try {
    const rows = rowsOf(lines).map(({ point, weekday, from, to, valid_from, valid_to }) => ({
      pointCode: point,
      weekday,
      opensAt: from,
      closesAt: to,
      validFrom: valid_from,
      validTo: valid_to,
    }));
    return { contents: weekdayHours(rows), problems: lines.problems };
  } catch (error) {
    return { contents: [], problems: [...lines.problems, error instanceof Error ? error.message : String(error)] };
  }
}

const isICalendar = (text: string): boolean => text.trimStart().startsWith('BEGIN:VCALENDAR');

function calendarOf(text: string): ReadFile<RegisterContents['calendar']> {
  if (isICalendar(text)) {
    const { days, problems } = readICalendar(text);
    return { contents: days, problems };
  }
  const lines = readLines(text, calendarRow);
  return { contents: rowsOf(lines).map(calendarDayOf), problems: lines.problems };
}

const READERS: { readonly [Name in RegisterName]: (text: string) => ReadFile<RegisterContents[Name]> } = {
  calendar: calendarOf,
  opening_hours: hoursOf,
  hours_on_dates: (text) => {
    const lines = readLines(text, openingDateRow);
    return { contents: hoursOnDatesOf(rowsOf(lines)), problems: lines.problems };
  },
  procedure_limits: (text) => {
    const lines = readLines(text, limitRow);
    return { contents: rowsOf(lines).map(limitOf), problems: lines.problems };
  },
  stated_figures: (text) => {
    const lines = readLines(text, statedRow);
    return { contents: rowsOf(lines).map(statedFigureOf), problems: lines.problems };
  },
};

/** Reads a file of a register: CSV with the columns of the city's files; a calendar may be an iCalendar file. */
export function readRegisterFile<Name extends RegisterName>(register: Name, text: string): ReadFile<RegisterContents[Name]> {
  const { contents, problems } = READERS[register](text);
  const keyOf = ENTRY_KEY[register];
  const keys = contents.map(keyOf);
  const twice = [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
  const repeated = twice.map((key) => `"${key}" is described more than once.`);
  const personal = contents.filter((content) => !hasPlainNote(content)).map((content) => `"${keyOf(content)}": the note ${HOLDS_NUMBER}.`);
  const empty = contents.length === 0 && problems.length === 0 ? ['The file describes nothing.'] : [];
  return { contents: contents.filter(hasPlainNote), problems: [...problems, ...repeated, ...personal, ...empty] };
}

type Cell = string | number | null;

const WRITERS: {
  readonly [Name in RegisterName]: { readonly columns: readonly string[]; readonly rows: (content: RegisterContents[Name]) => Cell[][] };
} = {
  calendar: {
    columns: ['day', 'kind', 'note', 'source', 'standing', 'decided_on'],
    rows: ({ day, kind, note, source, standing, decidedOn }) => [[day, kind, note, source, standing, decidedOn]],
  },
  opening_hours: {
    columns: ['point', 'weekday', 'from', 'to', 'valid_from', 'valid_to'],
    rows: ({ pointCode, weekday, validFrom, validTo, stretches }) =>
      stretches.map(({ opensAt, closesAt }) => [pointCode, weekday, opensAt, closesAt, validFrom, validTo]),
  },
  hours_on_dates: {
    columns: ['point', 'day', 'from', 'to', 'note'],
    rows: ({ pointCode, day, note, stretches }) =>
      stretches.length === 0
        ? [[pointCode, day, '', '', note]]
        : stretches.map(({ opensAt, closesAt }) => [pointCode, day, opensAt, closesAt, note]),
  },
  procedure_limits: {
    columns: ['procedure', 'channel', 'limit', 'unit', 'valid_from', 'valid_to', 'basis'],
    rows: ({ procedureCode, channel, count, unit, validFrom, validTo, basis }) => [
      [procedureCode, channel, unit === 'same_day' ? '' : count, unit, validFrom, validTo, basis],
    ],
  },
  stated_figures: {
    columns: ['unit', 'from', 'to', 'item', 'met', 'of', 'points', 'basis'],
    rows: ({ unitCode, periodFrom, periodTo, item, met, of, points, basis }) => [
      [unitCode, periodFrom, periodTo, item, met, of, points, basis],
    ],
  },
};

/** Writes a register as the CSV that {@link readRegisterFile} reads. */
export function registerFile<Name extends RegisterName>(register: Name, contents: readonly RegisterContents[Name][]): string {
  const { columns, rows } = WRITERS[register];
  return stringify([columns, ...contents.flatMap(rows)]);
}
