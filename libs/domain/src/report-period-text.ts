import { InvalidQuery } from './problem';
import { type PeriodKind, rangeOfPeriod, type ReportCalendar, type ReportPeriod } from './report-period';
import { because } from './reason';

const FORM = /^(\d{4})(?:-(?:(\d{2})|Q(\d)|H(\d)|(9M)))?$/;

const ALLOWED = 'write a month as 2026-09, a quarter as 2026-Q3, a half as 2026-H1, nine months as 2026-9M, or a year as 2026';

function kindAndNumber(groups: readonly (string | undefined)[]): readonly [PeriodKind, number] {
  const [month, quarter, half, nineMonths] = groups;
  if (month !== undefined) return ['month', Number(month)];
  if (quarter !== undefined) return ['quarter', Number(quarter)];
  if (half !== undefined) return ['half', Number(half)];
  return [nineMonths === undefined ? 'year' : 'nine_months', 1];
}

/** Reads a period such as `2026-Q3`. Throws {@link InvalidQuery} with what is allowed. */
export function periodFromText(text: string, calendar: ReportCalendar): ReportPeriod {
  const match = FORM.exec(text);
  if (!match) throw new InvalidQuery('period', `"${text}" is no period; ${ALLOWED}.`, because('not_a_period', { value: text }));
  const [, year, ...groups] = match;
  const [kind, number] = kindAndNumber(groups);
  const period = { calendar, kind, year: Number(year), number };
  try {
    rangeOfPeriod(period);
  } catch (error) {
    throw error instanceof InvalidQuery
      ? new InvalidQuery('period', `"${text}" is no period: ${error.message}`, because('not_a_period', { value: text }))
      : error;
  }
  return period;
}

/** Writes a period as {@link periodFromText} reads it. */
export function textOfPeriod({ kind, year, number }: ReportPeriod): string {
  switch (kind) {
    case 'month':
      return `${year}-${String(number).padStart(2, '0')}`;
    case 'quarter':
      return `${year}-Q${number}`;
    case 'half':
      return `${year}-H${number}`;
    case 'nine_months':
      return `${year}-9M`;
    case 'year':
      return String(year);
  }
}
