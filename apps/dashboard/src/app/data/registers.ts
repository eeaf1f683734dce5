import { httpResource } from '@angular/common/http';
import type { CalendarDay, CalendarYear, Register, RegisterEntry, RegisterHistory } from '@evenhand/contracts';
import type { RegisterName } from '@evenhand/domain';
import { type Asked, askedAgain } from './asked-again';

const NEVER = (): null => null;

/** The working calendar of a year; `null` waits. Call this and what follows while a component is being made. */
export const calendarYear = (year: () => number | null): Asked<CalendarYear> =>
  askedAgain(
    httpResource<CalendarYear>(() => {
      const wanted = year();
      return wanted === null ? undefined : { url: '/api/calendar', params: { year: wanted } };
    }),
    NEVER,
  );

/** What stands in a register. */
export const register = (name: RegisterName): Asked<Register> =>
  askedAgain(
    httpResource<Register>(() => `/api/registers/${name}`),
    NEVER,
  );

/** Who changed a register, the latest change first. */
export const registerHistory = (name: () => RegisterName): Asked<RegisterHistory> =>
  askedAgain(
    httpResource<RegisterHistory>(() => ({ url: `/api/registers/${name()}/changes`, params: { limit: 100 } })),
    NEVER,
  );

/** An entry of the calendar with what it says of its day. */
export interface NamedDayEntry extends Omit<RegisterEntry, 'content' | 'fileSays'> {
  readonly content: CalendarDay;
  readonly fileSays: CalendarDay | null | undefined;
}

const isDay = (content: RegisterEntry['content']): content is CalendarDay => 'kind' in content;

/** The entries of a calendar, by day. */
export const namedDays = (entries: readonly RegisterEntry[]): readonly NamedDayEntry[] =>
  entries.flatMap(({ content, fileSays, ...entry }) =>
    isDay(content) ? [{ ...entry, content, fileSays: fileSays && isDay(fileSays) ? fileSays : fileSays && undefined }] : [],
  );
