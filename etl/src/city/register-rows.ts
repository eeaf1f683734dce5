import type { CalendarDay, DateHours, Procedure, ProcedureLimit } from '@evenhand/records';
import { grouped } from './grouped';
import { ALWAYS, type CalendarRow, type LimitRow, type OpeningDateRow } from './reference-rows';

/** A row of a calendar file as an entry of the register. */
export const calendarDayOf = ({ day, kind, note, source, standing, decided_on }: CalendarRow): CalendarDay => ({
  day,
  kind,
  note,
  source,
  standing,
  decidedOn: decided_on,
});

/** The rows of one point and date make one entry: no stretch where the point is closed. */
export const hoursOnDatesOf = (rows: readonly OpeningDateRow[]): DateHours[] =>
  [...grouped(rows, ({ point, day }) => `${point ?? ''}/${day}`).values()].flatMap((ofDate) => {
    const [first] = ofDate;
    if (!first) return [];
    const stretches = ofDate.flatMap(({ from, to }) => (from === '' ? [] : [{ opensAt: from, closesAt: to }]));
    return [{ pointCode: first.point, day: first.day, stretches, note: first.note }];
  });

/** A row of a file of limits as an entry of the register. */
export const limitOf = ({ procedure, channel, limit, unit, valid_from, valid_to, basis }: LimitRow): ProcedureLimit => ({
  procedureCode: procedure,
  channel,
  validFrom: valid_from,
  validTo: valid_to,
  unit,
  count: limit,
  basis,
});

/** A procedure that no row limits has the limit of its own row, for every time; none working days is the same day. */
export function limitsOf(rows: readonly LimitRow[], procedures: readonly Procedure[]): ProcedureLimit[] {
  const limited = new Set(rows.map(({ procedure }) => procedure));
  const always = { channel: null, validFrom: ALWAYS, validTo: null, basis: null };
  const plain = procedures.flatMap(({ code, workingDays }): ProcedureLimit[] => {
    if (workingDays === null || limited.has(code)) return [];
    return [{ procedureCode: code, ...always, unit: workingDays === 0 ? 'same_day' : 'working_days', count: workingDays }];
  });
  return [...rows.map(limitOf), ...plain];
}
