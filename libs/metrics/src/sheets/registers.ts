import type { CitySettings } from '@evenhand/domain';
import { identifier, join, literal, sql, type Sql } from '@evenhand/warehouse';
import type { ToldEntity } from '../facts/fact';
import type { Known } from '../facts/known';
import type { ResultRow } from '../results';
import type { DayNumber } from './day-number';
import type { CodeNumbers } from './code-numbers';

/** Where a point stood over some days; `to` is excluded. */
export interface Place {
  readonly code: string;
  readonly point: number;
  readonly ward: string;
  readonly branch: string;
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** What the city says of its points and days, and up to which day each kind of case is known. */
export interface Registers {
  readonly places: readonly Place[];
  readonly workingDays: readonly DayNumber[];
  readonly knownUntil: ReadonlyMap<ToldEntity, DayNumber>;
  /** The days that feeds are judged for; `null` where none is. */
  readonly judged: { readonly from: DayNumber; readonly to: DayNumber } | null;
}

const PLACES = sql`SELECT toString(point_code) AS code, toString(ward_code) AS ward, toString(branch_code) AS branch,
  toInt32(valid_from) AS from, toInt32(valid_to) AS to
FROM service_point ORDER BY code, from`;
const DAYS = sql`SELECT groupArray(toInt32(day)) AS days FROM (SELECT day FROM working_day ORDER BY day)`;
const JUDGED = sql`SELECT toInt32(minOrNull(day)) AS from, toInt32(maxOrNull(day)) + 1 AS to FROM feed_day`;

/** The entities of which each working day is expected to tell. */
const EXPECTED: readonly ToldEntity[] = [
  ...(['ticket', 'dossier', 'dossier_event', 'rating', 'shift'] as const),
  ...(['survey_answer', 'unit_task', 'staff_posting', 'activity_count', 'published_score'] as const),
];

const knownDays = (known: Known, { zone }: CitySettings): Sql =>
  sql`SELECT ${join(
    EXPECTED.map((entity) => sql`toInt32(toDate(${known.until(entity)}, ${literal(zone)})) AS ${identifier(entity)}`),
    ', ',
  )}`;

interface Reading {
  readonly known: Known;
  readonly city: CitySettings;
  readonly points: CodeNumbers;
  readonly rows: (statement: Sql) => Promise<readonly ResultRow[]>;
}

const placeOf = (row: ResultRow, points: CodeNumbers): Place => ({
  code: String(row['code']),
  point: points.of(String(row['code'])),
  ward: String(row['ward']),
  branch: String(row['branch']),
  from: Number(row['from']),
  to: Number(row['to']),
});

/** Reads them all. */
export async function readRegisters({ known, city, points, rows }: Reading): Promise<Registers> {
  const [places, [days], [judged], [until]] = await Promise.all([rows(PLACES), rows(DAYS), rows(JUDGED), rows(knownDays(known, city))]);
  const list = days?.['days'];
  const isJudged = judged?.['from'] !== null && judged?.['from'] !== undefined;
  return {
    places: places.map((row) => placeOf(row, points)),
    workingDays: Array.isArray(list) ? list.map(Number) : [],
    knownUntil: new Map(EXPECTED.flatMap((entity) => (typeof until?.[entity] === 'number' ? [[entity, until[entity]] as const] : []))),
    judged: isJudged ? { from: Number(judged['from']), to: Number(judged['to']) } : null,
  };
}
