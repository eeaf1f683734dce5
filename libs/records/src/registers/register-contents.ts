import type { DayKind, HoursOnDate, LimitUnit, OpeningHoursRow, RegisterName, Standing, StatedFigure } from '@evenhand/domain';

/** One day of the city's calendar. A day without an entry follows the week: Monday to Friday are working days. */
export interface CalendarDay {
  readonly day: string;
  readonly kind: DayKind;
  readonly note: string | null;
  /** The decision or notice that says so. */
  readonly source: string | null;
  readonly standing: Standing;
  readonly decidedOn: string | null;
}

/** One stretch of a weekday in which a point is open. */
export type OpeningHours = OpeningHoursRow;

/**
 * All stretches of one weekday at one point from a day on. On a weekday for which a point has hours of its own it follows
 * only these; else it follows those without a point.
 */
export interface WeekdayHours {
  readonly pointCode: string | null;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly validFrom: string;
  /** Excluded; null has no end. */
  readonly validTo: string | null;
  readonly stretches: readonly { readonly opensAt: string; readonly closesAt: string }[];
}

/** The hours of one date instead of those of its weekday: closed when there are none. */
export interface DateHours extends HoursOnDate {
  readonly note: string | null;
}

/** How long a procedure may take, from a day of reception on. */
export interface ProcedureLimit {
  readonly procedureCode: string;
  /** Null for every channel that has no limit of its own. */
  readonly channel: string | null;
  readonly validFrom: string;
  /** Excluded; null has no end. A dossier keeps the limit of the day of its reception. */
  readonly validTo: string | null;
  readonly unit: LimitUnit;
  /** Above 0; 0 with `same_day`, which needs none. */
  readonly count: number;
  /** The text that sets the limit. */
  readonly basis: string | null;
}

/** What each register holds. */
export interface RegisterContents extends Record<RegisterName, object> {
  readonly calendar: CalendarDay;
  readonly opening_hours: WeekdayHours;
  readonly hours_on_dates: DateHours;
  readonly procedure_limits: ProcedureLimit;
  readonly stated_figures: StatedFigure;
}

const EVERY = '*';

/** What tells one entry of a register from the others. */
export const ENTRY_KEY: { readonly [Name in RegisterName]: (content: RegisterContents[Name]) => string } = {
  calendar: ({ day }) => day,
  opening_hours: ({ pointCode, weekday, validFrom }) => `${pointCode ?? EVERY}/${weekday}/${validFrom}`,
  hours_on_dates: ({ pointCode, day }) => `${pointCode ?? EVERY}/${day}`,
  procedure_limits: ({ procedureCode, channel, validFrom }) => `${procedureCode}/${channel ?? EVERY}/${validFrom}`,
  stated_figures: ({ unitCode, periodFrom, periodTo, item }) => `${unitCode ?? EVERY}/${periodFrom}/${periodTo}/${item}`,
};
