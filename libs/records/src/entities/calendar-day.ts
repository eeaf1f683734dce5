import { EntitySchema } from 'typeorm';

/** Why a day is open or closed. People work on `working` and `swap_working` days. */
export const DAY_KINDS = ['working', 'weekly_rest', 'holiday', 'compensatory', 'swap_working'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** One day of the city's calendar. A day without a row follows the week: Monday to Friday are working days. */
export interface CalendarDay {
  readonly day: string;
  readonly kind: DayKind;
  readonly note: string | null;
}

export const CalendarDay = new EntitySchema<CalendarDay>({
  name: 'calendar_day',
  columns: {
    day: { type: 'date', primary: true },
    kind: { type: 'text' },
    note: { type: 'text', nullable: true },
  },
});
