import { daysOf, END_OF_DAY, type Opening, secondOfDay, type Day, type TimeRange, type WorkingTime } from '@evenhand/domain';
import type { CityClock } from './city-clock';

/** A day of one set of hours, with when the clock runs on it. */
interface KnownDay {
  readonly day: Day;
  readonly openings: readonly Opening[];
}

const areHoursKnown = ({ calendar, hours }: WorkingTime, day: Day): boolean =>
  !calendar.isWorking(day) || hours.onDate(day) !== undefined || hours.isKnownOn(day);

/** The longest run of days whose hours are known: nothing can be counted across a day of which nobody knows. */
function knownDays(time: WorkingTime, range: TimeRange): readonly KnownDay[] {
  const runs: KnownDay[][] = [[]];
  for (const day of daysOf(range)) {
    if (areHoursKnown(time, day)) runs.at(-1)?.push({ day, openings: time.openingsOn(day) });
    else runs.push([]);
  }
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  return longest.some(({ openings }) => openings.length > 0) ? longest : [];
}

/** One row of `working_stretch`. */
export interface StretchRow {
  readonly from_at: Date;
  readonly to_at: Date;
  readonly worked_before: number;
  readonly worked_to: number;
  readonly open_before: number;
  readonly open_ms: number;
  readonly worth_ms: number;
}

const MS = 1000;
const NOTHING = { worked_before: 0, worked_to: 0, open_before: 0, open_ms: 1, worth_ms: 0 };

/** The stretches in which the clock runs, between a row where counting begins and one where it ends. */
function stretchRows(time: WorkingTime, clock: CityClock, days: readonly KnownDay[]): StretchRow[] {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return [];
  const begin = clock.instantOf({ day: first.day, second: 0 });
  const rows: StretchRow[] = [{ from_at: begin, to_at: begin, ...NOTHING }];
  let worked = 0;
  for (const { day, openings } of days) {
    const { open, worth } = time.lengthOf(openings);
    let before = 0;
    for (const { opens, closes } of openings) {
      const length = Math.round((closes - opens) * MS);
      rows.push({
        from_at: clock.instantOf({ day, second: opens }),
        to_at: clock.instantOf({ day, second: closes }),
        worked_before: worked,
        worked_to: worked + Math.floor(((before + length) * worth) / open),
        open_before: before,
        open_ms: open,
        worth_ms: worth,
      });
      before += length;
    }
    if (openings.length > 0) worked += worth;
  }
  const end = clock.instantOf({ day: last.day, second: END_OF_DAY });
  return [...rows, { from_at: end, to_at: end, ...NOTHING, worked_to: -1, open_ms: 0 }];
}

/** One row of `working_time_day`. */
export interface DayRow {
  readonly day: Day;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly same_day_until_at: Date;
  readonly is_working: number;
  readonly is_holiday: number;
  readonly is_open: number;
  readonly first_day_counts: number;
  readonly working_days: number;
  readonly days_but_holidays: number;
  readonly open_after: Day | null;
  readonly lands_on: Day | null;
  readonly lands_at: Date | null;
  readonly landed_before: Day | null;
  readonly landed_working_days: number;
  readonly landed_days_but_holidays: number;
}

interface Landing {
  readonly landed_before: Day | null;
  readonly landed_working_days: number;
  readonly landed_days_but_holidays: number;
}

type Counted = Omit<DayRow, 'open_after' | 'lands_on' | 'lands_at'>;

/** Counts the days from the first to the last. */
function countedDays(time: WorkingTime, clock: CityClock, days: readonly KnownDay[]): Counted[] {
  const { calendar, rules } = time;
  const sameDayUntil = secondOfDay(rules.sameDayUntil);
  let landed: Landing = { landed_before: null, landed_working_days: 0, landed_days_but_holidays: 0 };
  let [workingDays, daysButHolidays] = [0, 0];
  return days.map(({ day, openings }) => {
    const [isWorking, isHoliday] = [calendar.isWorking(day), calendar.isHoliday(day)];
    if (isWorking) workingDays++;
    if (!isHoliday) daysButHolidays++;
    const row = {
      day,
      starts_at: clock.instantOf({ day, second: 0 }),
      ends_at: clock.instantOf({ day, second: openings.at(-1)?.closes ?? END_OF_DAY }),
      same_day_until_at: clock.instantOf({ day, second: sameDayUntil }),
      is_working: Number(isWorking),
      is_holiday: Number(isHoliday),
      is_open: Number(openings.length > 0),
      first_day_counts: Number(rules.firstDayCounts),
      working_days: workingDays,
      days_but_holidays: daysButHolidays,
      ...landed,
    };
    if (openings.length > 0 || rules.endOnRestDay === 'as_it_falls')
      landed = { landed_before: day, landed_working_days: workingDays, landed_days_but_holidays: daysButHolidays };
    return row;
  });
}

/** Looks from each day on to those after it, from the last to the first. */
function dayRows(time: WorkingTime, clock: CityClock, days: readonly KnownDay[]): DayRow[] {
  const anyDayLands = time.rules.endOnRestDay === 'as_it_falls';
  const rows: DayRow[] = [];
  let openAfter: Day | null = null;
  let landing: Pick<DayRow, 'lands_on' | 'lands_at'> = { lands_on: null, lands_at: null };
  for (const row of countedDays(time, clock, days).reverse()) {
    if (anyDayLands || row.is_open) landing = { lands_on: row.day, lands_at: row.ends_at };
    rows.push({ ...row, open_after: openAfter, ...landing });
    if (row.is_open) openAfter = row.day;
  }
  return rows.reverse();
}

/** One set of hours as the engine counts with it. */
export interface WorkingTimeRows {
  readonly stretches: readonly StretchRow[];
  readonly days: readonly DayRow[];
}

/** Multiplies the working time of a point out over a range of days; empty where no hours are known. */
export function workingTimeRows(time: WorkingTime, clock: CityClock, range: TimeRange): WorkingTimeRows {
  const days = knownDays(time, range);
  return { stretches: stretchRows(time, clock, days), days: dayRows(time, clock, days) };
}
