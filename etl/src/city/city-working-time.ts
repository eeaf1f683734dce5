import { PointHours, WorkingCalendar, WorkingTime, type WorkingTimeRules } from '@evenhand/domain';
import type { CityDescription } from './city-description';

/** What the working time of a city follows from, as its files say it or as it stands in the records. */
export type CityHours = Pick<CityDescription, 'calendar' | 'openingHours' | 'hoursOnDates'>;

/** The working time of one point of the city; of the hours that hold throughout it when the point is null. */
export const workingTimeOf = (
  { calendar, openingHours, hoursOnDates }: CityHours,
  pointCode: string | null,
  rules?: WorkingTimeRules,
): WorkingTime => new WorkingTime(new WorkingCalendar(calendar), new PointHours(openingHours, pointCode, hoursOnDates), rules);
