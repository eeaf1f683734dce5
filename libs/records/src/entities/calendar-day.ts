import type { DayKind } from '@evenhand/domain';
import { EntitySchema } from 'typeorm';

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
