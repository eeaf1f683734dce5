import { createHash } from 'node:crypto';
import { daysOf, PointHours, WorkingCalendar, WorkingTime, type Day, type TimeRange, type WorkingTimeRules } from '@evenhand/domain';
import {
  listCalendar,
  listHoursOnDates,
  listOpeningHours,
  listProcedureLimits,
  listServicePoints,
  type DataSource,
} from '@evenhand/records';
import { sql, type Warehouse } from '@evenhand/warehouse';
import { CityClock } from './city-clock';
import type { CityHours } from './city-working-time';
import { FOREVER } from './reference-rows';
import { replaceTables, type Replacement } from './replace-table';
import { workingTimeRows } from './working-time-rows';

/** How the city counts, and the day around which it counts. */
export interface WorkingTimeSettings {
  readonly zone: string;
  readonly rules: WorkingTimeRules;
  readonly today: Day;
}

/** Old dossiers on the one side, the longest limits on the other. */
const YEARS_BACK = 10;
const YEARS_AHEAD = 6;
/** The working days of logs that are older than any dossier. */
const WORKING_DAYS = { from: '1990-01-01', to: '2070-01-01' };

const rangeAround = (today: Day): TimeRange => {
  const year = Number(today.slice(0, 4));
  return { from: `${year - YEARS_BACK}-01-01`, to: `${year + YEARS_AHEAD}-01-01` };
};

/** The hours of the city as they stand in the records. */
export async function standingHours(records: DataSource): Promise<CityHours> {
  const [calendar, openingHours, hoursOnDates] = await Promise.all([
    listCalendar(records),
    listOpeningHours(records),
    listHoursOnDates(records),
  ]);
  return { calendar, openingHours, hoursOnDates };
}

/** One set of hours, with the points that share it. */
interface HoursSet {
  readonly id: string;
  /** Any of the points. */
  readonly pointCode: string | null;
}

const isFor =
  (pointCode: string | null) =>
  (row: { readonly pointCode: string | null }): boolean =>
    row.pointCode === null || row.pointCode === pointCode;

/** Named by its content, so that another calendar, other hours or other rules are another set. */
function setOf(hours: CityHours, pointCode: string | null, settings: WorkingTimeSettings): HoursSet {
  const { zone, rules, today } = settings;
  const mine = isFor(pointCode);
  const content = [hours.calendar.map(({ day, kind }) => [day, kind]), hours.openingHours.filter(mine), hours.hoursOnDates.filter(mine)];
  const digest = createHash('sha256')
    .update(JSON.stringify([content, zone, rules, rangeAround(today)]))
    .digest();
  return { id: digest.readBigUInt64BE().toString(), pointCode };
}

/** Rest days on which a point receives all the same: its Saturday mornings, and dates on which it opens by exception. */
const openRestDays = (time: WorkingTime, range: TimeRange): Day[] =>
  daysOf(range).filter((day) => !time.calendar.isWorking(day) && time.receptionOn(day).length > 0);

function setRows(hours: CityHours, { id, pointCode }: HoursSet, { zone, rules, today }: WorkingTimeSettings) {
  const time = new WorkingTime(
    new WorkingCalendar(hours.calendar),
    new PointHours(hours.openingHours, pointCode, hours.hoursOnDates),
    rules,
  );
  const { stretches, days } = workingTimeRows(time, new CityClock(zone), rangeAround(today));
  const named = <Row extends object>(rows: readonly Row[]) => rows.map((row) => ({ working_time: id, ...row }));
  return { id, stretches: named(stretches), days: named(days), restDays: openRestDays(time, rangeAround(today)) };
}

async function isPublished(warehouse: Warehouse, wanted: ReadonlyMap<string, string>): Promise<boolean> {
  const rows = await warehouse.rows<{ code: string; id: string }>(
    sql`SELECT toString(point_code) AS code, toString(working_time) AS id FROM point_working_time`,
  );
  return rows.length === wanted.size && rows.every(({ code, id }) => wanted.get(code) === id);
}

/**
 * Multiplies the working time of every point out into the warehouse, so that SQL counts with what the records say. Hours that
 * stand there already are left alone.
 */
export async function publishWorkingTime(records: DataSource, warehouse: Warehouse, settings: WorkingTimeSettings): Promise<void> {
  const [hours, points] = await Promise.all([standingHours(records), listServicePoints(records)]);
  const codes = [null, ...points.map(({ code }) => code)];
  const sets = new Map(codes.map((code) => [code ?? '', setOf(hours, code, settings)]));
  const wanted = new Map([...sets].map(([code, { id }]) => [code, id]));
  if (await isPublished(warehouse, wanted)) return;
  const distinct = [...new Map([...sets.values()].map((set) => [set.id, set])).values()];
  const rows = distinct.map((set) => setRows(hours, set, settings));
  const calendar = new WorkingCalendar(hours.calendar);
  const restDays = new Map(rows.map((set) => [set.id, set.restDays]));
  const restDaysOf = (code: string) => (restDays.get(wanted.get(code) ?? '') ?? []).map((day) => ({ point_code: code, day }));
  await replaceTables(warehouse, [
    { table: 'working_day', rows: calendar.workingDays(WORKING_DAYS.from, WORKING_DAYS.to).map((day) => ({ day })) },
    { table: 'working_stretch', rows: rows.flatMap(({ stretches }) => stretches) },
    { table: 'working_time_day', rows: rows.flatMap(({ days }) => days) },
    { table: 'open_rest_day', rows: points.flatMap(({ code }) => restDaysOf(code)) },
    { table: 'point_working_time', rows: [...wanted].map(([point_code, working_time]) => ({ point_code, working_time })) },
  ]);
}

/** Copies the limits of procedures into the warehouse. */
export async function publishLimits(records: DataSource, warehouse: Warehouse): Promise<void> {
  const limits = await listProcedureLimits(records);
  const rows = limits.map(({ procedureCode, channel, validFrom, validTo, unit, count }) => ({
    procedure_code: procedureCode,
    channel: channel ?? '',
    valid_from: validFrom,
    valid_to: validTo ?? FOREVER,
    unit,
    limit_count: count,
  }));
  const limit: Replacement = { table: 'procedure_limit', rows };
  await replaceTables(warehouse, [limit]);
}
