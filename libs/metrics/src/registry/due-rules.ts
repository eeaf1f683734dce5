import { literal, sql, type Sql, trusted } from '@evenhand/warehouse';
import type { RuleContext, Term } from './definition';

/** 3: not received, 7: withdrawn by the applicant. */
export const inCohort = sql`status NOT IN (3, 7)`;

/** The day up to which the feeds of dossiers have told, in the city's zone. */
export const knownDay = ({ city, known }: RuleContext): Sql => sql`toDate(${known.until('dossier')}, ${literal(city.zone)})`;

/** A due day is over when the city's clock, as far as the feeds tell, has passed its end. */
export const isOver = (due: Sql, context: RuleContext): Sql => sql`ifNull(${due} < ${knownDay(context)}, false)`;

/** The day on which a stock is counted: a moment at midnight closes the day before. */
export const momentDay = ({ city, moment }: RuleContext): Sql => sql`toDate(${moment} - toIntervalMillisecond(1), ${literal(city.zone)})`;

// How many working days there were up to each day that the engine can count; one array for the whole statement.
const WORKING_DAYS = sql`(SELECT arrayCumSum(groupArrayInsertAt(toInt32(0), 65536)(toInt32(1), toUInt32(day))) FROM working_day)`;
const upTo = (day: Sql): Sql => sql`${WORKING_DAYS}[toUInt32(assumeNotNull(${day})) + 1]`;

/** Working days of the city's calendar after one day, up to and including another; neither may be NULL for a case. */
export const workingDays = (from: Sql, to: Sql): Sql => sql`(${upTo(to)} - ${upTo(from)})`;

/** The later of two instants, `NULL` where one of them never comes. */
export const latest = (one: Sql, other: Sql): Sql =>
  sql`if(${one} IS NULL OR ${other} IS NULL, NULL, greatest(assumeNotNull(${one}), assumeNotNull(${other})))`;

/** The earlier of two instants, of which one may never come. */
export const earliest = (one: Sql, other: Sql): Sql =>
  sql`multiIf(${one} IS NULL, ${other}, ${other} IS NULL, ${one}, least(assumeNotNull(${one}), assumeNotNull(${other})))`;

const CALENDAR = sql`(SELECT groupArray(day) FROM (SELECT day FROM working_day ORDER BY day))`;

/**
 * The beginning of the working day so many working days after another (before it, where they are less than none): from then on
 * `workingDays` counts as many. NULL where the calendar ends before; the beginning of time where it begins later.
 */
export function workingDayAfter(day: Sql, working: number, { city }: RuleContext): Sql {
  const place = sql`(toInt64(${upTo(day)}) + ${trusted(String(working))})`;
  const found = sql`toDateTime64(${CALENDAR}[${place}], 3, ${literal(city.zone)})`;
  return sql`multiIf(${day} IS NULL OR ${place} > length(${CALENDAR}), NULL, ${place} < 1, toDateTime64(0, 3, ${literal(city.zone)}), ${found})`;
}

/** By how many working days a dossier is or was late; for one that is not finished, as far as the feeds have told. */
export const workingDaysLate = (context: RuleContext): Sql =>
  sql`toInt64(greatest(0, ${workingDays(sql`due_on`, sql`ifNull(finished_on, ${knownDay(context)})`)}))`;

/** Not finished by the end of the due day. */
export const isLate = sql`ifNull(finished_on > due_on, true)`;

/** Dossiers whose due day lies in the range and is over, the refused and the withdrawn left out: every one of them is decided. */
export const fellDue = (more: Omit<Term, 'entity' | 'day' | 'cases'>, where: Sql = sql`1`): Term => ({
  entity: 'dossier',
  day: 'due_on',
  cases: (context) => sql`${inCohort} AND ${isOver(sql`due_on`, context)} AND ${where}`,
  ...more,
});

/** The days of a rollup of due dates that are over. */
export const overDays = (context: RuleContext): Sql => isOver(sql`day`, context);

/** The law that due dates rest on. */
export const DUE_LAW = {
  vi: 'Nghị định 118/2025/NĐ-CP; so theo ngày hẹn trả trên giấy tiếp nhận.',
  en: 'Decree 118/2025/NĐ-CP; held against the due day on the reception slip.',
};
