import type { RowsPage } from '@evenhand/contracts';
import { addDays, type Day, isDay, type WorkingCalendar } from '@evenhand/domain';

type Row = RowsPage['rows'][number];

/** An open dossier with the working days that it has left, or by which it is late. */
export interface DueDossier {
  readonly code: string;
  readonly source: string;
  readonly procedure: string;
  readonly receivedAt: string;
  readonly dueOn: Day;
  /** Working days up to and including the due day; below 0, those after it. */
  readonly daysLeft: number;
}

const text = (value: Row[string] | undefined): string => (typeof value === 'string' ? value : '');

/** Working days after one day, up to and including another; below 0 where that lies before. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  if (from <= to) return calendar.workingDays(addDays(from, 1), addDays(to, 1)).length;
  return -calendar.workingDays(addDays(to, 1), addDays(from, 1)).length;
}

/** The dossiers of a page of rows as they stand at the end of a day, what is due first ahead; none without a due day. */
export function dueDossiers(rows: readonly Row[], today: Day, calendar: WorkingCalendar): readonly DueDossier[] {
  return rows
    .flatMap((row): readonly DueDossier[] => {
      const dueOn = text(row['due_on']);
      if (!isDay(dueOn)) return [];
      const named = { code: text(row['dossier_code']), source: text(row['source']), procedure: text(row['procedure_code']) };
      return [{ ...named, receivedAt: text(row['received_at']), dueOn, daysLeft: workingDaysBetween(today, dueOn, calendar) }];
    })
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn) || one.code.localeCompare(other.code));
}
