import type { Dimension, Filter, TimeRange } from '@evenhand/domain';
import type { Sql } from '@evenhand/warehouse';
import { keyColumn } from '../compile/compile';
import { isGrain } from '../compile/buckets';
import { coverable, expectedName, KEYS, observedName, toldFact } from '../coverage';
import { type Counted, countedRows, rowsOf } from '../counted';
import type { ToldEntity } from '../facts/fact';
import type { Keys } from '../keys';
import { keyIn, keyText, type ResultRow } from '../results';
import { addedUp } from './added-up';
import { everyDay } from './calendar';
import { dayNumber, type Month } from './day-number';
import { FEED_COLUMNS, feedStatement, toldStatement } from './feed-sheets';
import { COVERAGE_COLUMNS, coverageDays, SILENCE_COLUMNS, silentDays } from './judged-days';
import { unitsOf, unitsOfPlaces } from './kept-units';
import type { MonthSheet } from './month-sheet';
import type { Registers } from './registers';
import type { Of as OfPart } from './part-sheets';
import { type SheetReader, within } from './sheet-reader';
import { BY_POINT } from './sheet-statement';
import { sumOf, type Total } from './totals';

/** A question and who asks it. */
export type Of = Pick<OfPart, 'question' | 'scope'>;

/** The tables of {@link Registers}. */
export const REGISTER_TABLES = ['service_point', 'working_day', 'known_until', 'feed_day'] as const;

/** What `coverageOf` gives, without the engine. */
export async function coverageTold(reader: SheetReader, entities: readonly ToldEntity[], of: Of): Promise<Counted> {
  const registers = await reader.reading.registers();
  const columnsOf = (entity: ToldEntity): readonly Total[] => [
    sumOf(expectedName(entity), 'expected'),
    sumOf(observedName(entity), 'observed'),
  ];
  const stacks = entities.map(async (entity) => ({
    sheets: await coverageSheets(reader, entity, registers, of.question),
    totals: columnsOf(entity),
  }));
  const by = coverable(of.question.by);
  const told = added(await Promise.all(stacks), reader, registers, { ...of, by });
  // Without a breakdown there is a row in any case.
  if (by.length === 0 || by.some(isGrain)) return told;
  const others = unheard(told.keys, by, { ...of, places: registers.places, codes: reader.reading.points });
  if (others.length === 0) return told;
  const columns = entities.flatMap((entity) => [expectedName(entity), observedName(entity)]);
  return countedRows([...rowsOf(told, columns), ...others], by);
}

/** The rows of `silenceOf`, without the engine. */
export async function silenceRows(reader: SheetReader, entities: readonly ToldEntity[], of: Of): Promise<readonly ResultRow[]> {
  const registers = await reader.reading.registers();
  const by = coverable(of.question.by);
  const found = entities.map(async (entity) => {
    const totals = SILENCE_COLUMNS.map(({ name }) => sumOf(name, name));
    const sheets = await silentSheets(reader, entity, registers, of.question);
    const told = added([{ sheets, totals }], reader, registers, { ...of, by });
    const columns = totals.map(({ name }) => name);
    return rowsOf(told, columns).map((row): ResultRow => ({ ...row, feed: entity }));
  });
  return (await Promise.all(found)).flat().filter((row) => Number(row['days']) > 0);
}

/** The filters by which feeds are told apart: places and days, nothing else. */
export const ofFeeds = (where: readonly Filter[]): readonly Filter[] => where.filter(({ dimension }) => dimension in KEYS);

const added = (
  stacks: Parameters<typeof addedUp>[0],
  { reading: { points } }: SheetReader,
  { places }: Registers,
  { question, scope, by }: Of & { readonly by: readonly Dimension[] },
): Counted =>
  addedUp(stacks, {
    question: { by, where: ofFeeds(question.where) },
    calendar: everyDay({ ...question, by }),
    scope,
    places,
    codes: points,
    across: BY_POINT,
  });

/** Points that stood in the range without any working day: nothing was expected of them, and yet they are there. */
function unheard(
  heard: Keys,
  by: readonly Dimension[],
  { question, places, ...seen }: Of & Pick<Parameters<typeof unitsOf>[0], 'places' | 'codes'>,
): readonly ResultRow[] {
  const { units } = unitsOf({ question: { by, where: ofFeeds(question.where) }, places, across: BY_POINT, ...seen });
  const unitOf = unitsOfPlaces(units, places);
  const [from, to] = [dayNumber(question.from), dayNumber(question.to)];
  const there = new Set<number>();
  for (let at = 0; at < places.length; at++) {
    const place = places[at];
    if (place && place.from < to && place.to > from) there.add(unitOf[at] ?? -1);
  }
  const names = new Set(Array.from({ length: heard.size }, (_, row) => heard.nameAt(row)));
  return [...there].flatMap((unit) => {
    const met = units.met[unit];
    if (!met) return [];
    const row: ResultRow = Object.fromEntries(by.map((dimension) => [keyColumn(dimension), met[dimension]]));
    return names.has(keyText(keyIn(row, by), by)) ? [] : [row];
  });
}

function toldSheets(reader: SheetReader, entity: ToldEntity, range: TimeRange): Promise<readonly MonthSheet[]> {
  const statement = (days: TimeRange): Sql => toldStatement(entity, reader.reading.known, days);
  return reader.of(
    { name: `told ${entity}`, columns: [], codes: reader.reading.points, byMonth: toldFact(entity).fact.table, statement },
    range,
  );
}

async function judgedSheets(
  reader: SheetReader,
  entity: ToldEntity,
  { judged }: Registers,
  range: TimeRange,
): Promise<readonly MonthSheet[]> {
  const days = judged && within(range, judged.from, judged.to);
  return days
    ? reader.of(
        {
          name: `judged ${entity}`,
          columns: FEED_COLUMNS,
          codes: reader.reading.points,
          byMonth: null,
          statement: (asked) => feedStatement(entity, asked),
        },
        days,
      )
    : [];
}

function coverageSheets(reader: SheetReader, entity: ToldEntity, registers: Registers, range: TimeRange): Promise<readonly MonthSheet[]> {
  const [first, last] = [registers.workingDays[0], registers.workingDays.at(-1)];
  const days = first === undefined || last === undefined ? null : within(range, first, last + 1);
  const { table } = toldFact(entity).fact;
  const read = async (asked: TimeRange): Promise<readonly ResultRow[]> => {
    const [told, judged] = await Promise.all([toldSheets(reader, entity, asked), judgedSheets(reader, entity, registers, asked)]);
    return coverageDays({ entity, registers, told, judged }, asked);
  };
  const all = reader.versions.ofTables(REGISTER_TABLES);
  const versionOf = (month: Month): string => `${all} ${reader.versions.ofMonth(table, month)}`;
  const coverage = { name: `coverage of ${entity}`, columns: COVERAGE_COLUMNS, codes: reader.reading.points };
  return reader.made({ ...coverage, versionOf, read, ahead: reader.ahead(table) }, days);
}

function silentSheets(reader: SheetReader, entity: ToldEntity, registers: Registers, range: TimeRange): Promise<readonly MonthSheet[]> {
  const days = registers.judged && within(range, registers.judged.from, registers.judged.to);
  const read = async (asked: TimeRange): Promise<readonly ResultRow[]> =>
    silentDays({ registers, judged: await judgedSheets(reader, entity, registers, asked) }, asked);
  const versionOf = (): string => reader.versions.ofTables(REGISTER_TABLES);
  return reader.made({ name: `silence of ${entity}`, columns: SILENCE_COLUMNS, codes: reader.reading.points, versionOf, read }, days);
}
