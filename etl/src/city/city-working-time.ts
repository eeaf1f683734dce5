import { PointHours, WorkingCalendar, WorkingTime, type WorkingTimeRules } from '@evenhand/domain';
import type { CityDescription } from './city-description';

/** The working time of one point of the city; of the hours that hold throughout it when the point is null. */
export const workingTimeOf = (
  { calendar, openingHours }: Pick<CityDescription, 'calendar' | 'openingHours'>,
  pointCode: string | null,
  rules?: WorkingTimeRules,
): WorkingTime => new WorkingTime(new WorkingCalendar(calendar), new PointHours(openingHours, pointCode), rules);
