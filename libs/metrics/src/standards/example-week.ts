import type { ExampleRow } from './standard';

const HOUR = 3_600_000;
const WORTH = 8 * HOUR;
const pad = (day: number): string => String(day).padStart(2, '0');
const instant = (day: number, clock: string): string => `2026-10-${pad(day)}T${clock}:00+07:00`;
const isWorking = (day: number): boolean => new Date(Date.UTC(2026, 9, day)).getUTCDay() % 6 !== 0;

const DAYS = Array.from({ length: 31 }, (_, index) => index + 1);
const workingDaysUpTo = (day: number): number => DAYS.filter((one) => one <= day && isWorking(one)).length;

/** 08:00 to 12:00 and 13:00 to 17:00. */
const stretchesOf = (day: number): ExampleRow[] =>
  [
    { opens: '08:00', closes: '12:00', before: 0 },
    { opens: '13:00', closes: '17:00', before: 4 * HOUR },
  ].map(({ opens, closes, before }) => {
    const worked = (workingDaysUpTo(day) - 1) * WORTH;
    return {
      working_time: 1,
      from_at: instant(day, opens),
      to_at: instant(day, closes),
      worked_before: worked,
      worked_to: worked + before + 4 * HOUR,
      open_before: before,
      open_ms: WORTH,
      worth_ms: WORTH,
    };
  });

const nextWorking = (day: number): number => DAYS.find((one) => one >= day && isWorking(one)) ?? 30;
const lastWorkingBefore = (day: number): number | undefined => DAYS.findLast((one) => one < day && isWorking(one));

function dayRow(day: number): ExampleRow {
  const before = lastWorkingBefore(day);
  return {
    working_time: 1,
    day: `2026-10-${pad(day)}`,
    starts_at: instant(day, '00:00'),
    ends_at: isWorking(day) ? instant(day, '17:00') : instant(Math.min(day + 1, 31), '00:00'),
    same_day_until_at: instant(day, '15:00'),
    is_working: Number(isWorking(day)),
    is_open: Number(isWorking(day)),
    working_days: workingDaysUpTo(day),
    days_but_holidays: day,
    open_after: `2026-10-${pad(nextWorking(Math.min(day + 1, 30)))}`,
    lands_on: `2026-10-${pad(nextWorking(day))}`,
    lands_at: instant(nextWorking(day), '17:00'),
    landed_before: before === undefined ? null : `2026-10-${pad(before)}`,
    landed_working_days: before === undefined ? 0 : workingDaysUpTo(before),
    landed_days_but_holidays: before ?? 0,
  };
}

/**
 * The calendar of the worked examples: October 2026, whose 5th is a Monday, without holidays; open from 08:00 to 12:00 and
 * from 13:00 to 17:00. The procedure `three-days` may take three working days.
 */
export const WORKING_WEEK: Readonly<Record<string, readonly ExampleRow[]>> = {
  point_working_time: [{ point_code: '', working_time: 1 }],
  working_stretch: DAYS.filter(isWorking).flatMap(stretchesOf),
  working_time_day: DAYS.map(dayRow),
  procedure_limit: [
    { procedure_code: 'three-days', channel: '', valid_from: '2020-01-01', valid_to: '2100-01-01', unit: 'working_days', limit_count: 3 },
  ],
};
