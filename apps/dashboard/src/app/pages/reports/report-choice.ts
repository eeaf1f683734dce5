import {
  addDays,
  type Attribution,
  ATTRIBUTIONS,
  type Day,
  type PeriodKind,
  periodFromText,
  periodHolding,
  PERIOD_KINDS,
  periodsOfYear,
  rangeOfPeriod,
  REPORT_CALENDARS,
  type ReportCalendar,
  type ReportPeriod,
  textOfPeriod,
} from '@evenhand/domain';
import type { KnownDays } from '../../data/periods';

export const REPORTS = ['ii06', 'quarterly', 'index766'] as const;
export type ReportName = (typeof REPORTS)[number];

/** What a link to a report chooses. */
export interface ReportChoice {
  readonly report: ReportName;
  readonly calendar: ReportCalendar;
  readonly period: ReportPeriod;
  /** `city`, or the code of a ward. */
  readonly unit: string;
  readonly attribution: Attribution;
}

interface Params {
  get(name: string): string | null;
}

/** Each report has the calendar of the text that asks for it. */
const CALENDARS: Readonly<Record<ReportName, ReportCalendar>> = { ii06: 'report', quarterly: 'report', index766: 'calendar' };
const KINDS: Readonly<Record<ReportName, PeriodKind>> = { ii06: 'quarter', quarterly: 'quarter', index766: 'month' };

const oneOf = <T extends string>(all: readonly T[], text: string | null): T | null => all.find((one) => one === text) ?? null;

/** The kinds of period that a report is made for. */
export const kindsOf = (report: ReportName): readonly PeriodKind[] => (report === 'quarterly' ? ['quarter'] : PERIOD_KINDS);

function periodIn(text: string | null, calendar: ReportCalendar, report: ReportName): ReportPeriod | null {
  if (text === null) return null;
  try {
    const period = periodFromText(text, calendar);
    return kindsOf(report).includes(period.kind) ? period : null;
  } catch {
    return null; // a link may name anything; the reader then sees the usual period
  }
}

/** Nine months are not yet begun in the last quarter's report; the year stands in. */
const holding = (calendar: ReportCalendar, kind: PeriodKind, day: Day): ReportPeriod | undefined =>
  periodHolding(calendar, kind, day) ?? periodsOfYear(calendar, kind, Number(day.slice(0, 4)))[0];

/** The latest period that is over and told of as a whole; that which is running while none is. */
function latest(calendar: ReportCalendar, kind: PeriodKind, known: KnownDays): ReportPeriod | undefined {
  const periods = periodsKnown(calendar, kind, known);
  const told = addDays(known.lastDay, 1);
  return periods.find((period) => rangeOfPeriod(period).to <= told) ?? periods[0];
}

/** Reads the choice from a link; what it does not name is the usual: the latest period that is over. */
export function readReport(params: Params, known: KnownDays): ReportChoice {
  const report = oneOf(REPORTS, params.get('report')) ?? 'ii06';
  const calendar = oneOf(REPORT_CALENDARS, params.get('calendar')) ?? CALENDARS[report];
  const fallback: ReportPeriod = { calendar, kind: 'year', year: Number(known.lastDay.slice(0, 4)), number: 1 };
  return {
    report,
    calendar,
    period: periodIn(params.get('period'), calendar, report) ?? latest(calendar, KINDS[report], known) ?? fallback,
    unit: params.get('unit') ?? 'city',
    attribution: oneOf(ATTRIBUTIONS, params.get('by')) ?? 'reception',
  };
}

/** The periods of a kind that hold some of the data, the latest first. */
export function periodsKnown(calendar: ReportCalendar, kind: PeriodKind, { firstDay, lastDay }: KnownDays): readonly ReportPeriod[] {
  const [first, last] = [Number(firstDay.slice(0, 4)), Number(lastDay.slice(0, 4))];
  // December's second half is reported in January of the next year.
  const years = Array.from({ length: last - first + 2 }, (_, index) => first + index);
  return years
    .flatMap((year) => periodsOfYear(calendar, kind, year))
    .filter((period) => {
      const { from, to } = rangeOfPeriod(period);
      return from <= lastDay && to > firstDay;
    })
    .toReversed();
}

/** The period of another kind that ends where this one does, as far as the data goes. */
export function periodOfKind(
  kind: PeriodKind,
  { calendar, period }: Pick<ReportChoice, 'calendar' | 'period'>,
  { lastDay }: KnownDays,
): string {
  const { to } = rangeOfPeriod({ ...period, calendar });
  const day = to > lastDay ? lastDay : rangeOfPeriod({ ...period, calendar }).from;
  return textOfPeriod(holding(calendar, kind, day) ?? { calendar, kind: 'year', year: Number(day.slice(0, 4)), number: 1 });
}
