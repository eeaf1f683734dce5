import type { CitySettings, WorkingTimeRules } from '@evenhand/domain';
import type {
  Branch,
  CalendarDay,
  DateHours,
  Field,
  OpeningHours,
  PointManagement,
  Procedure,
  ProcedureLimit,
  ServicePoint,
  Ward,
} from '@evenhand/records';
import type { ScheduleSettings } from '../schedule/schedule-settings';

/** A unit that a point took over. */
export interface FormerUnit {
  readonly code: string;
  readonly successor: string;
}

/** A source that the city runs. */
export interface CitySource {
  /** Absolute path of its folder. */
  readonly folder: string;
  /** When it is pulled, where the city decides otherwise than the source itself. */
  readonly schedule: ScheduleSettings | undefined;
}

/** All that a city says of itself, before any fact is loaded. */
export interface CityDescription {
  /** The `city.yml` it was read from. */
  readonly path: string;
  readonly settings: CitySettings;
  readonly wards: readonly Ward[];
  readonly branches: readonly Branch[];
  /** Empty when the points come from the data. */
  readonly points: readonly ServicePoint[];
  readonly management: readonly PointManagement[];
  readonly formerUnits: readonly FormerUnit[];
  /** True when a record of a point that is not listed is refused. */
  readonly pointsAreRegistered: boolean;
  readonly fields: readonly Field[];
  readonly procedures: readonly Procedure[];
  /** The days that differ from Monday to Friday. In the records people may have decided otherwise; so with what follows. */
  readonly calendar: readonly CalendarDay[];
  readonly openingHours: readonly OpeningHours[];
  readonly hoursOnDates: readonly DateHours[];
  readonly limits: readonly ProcedureLimit[];
  readonly workingTime: WorkingTimeRules;
  readonly sources: readonly CitySource[];
  /** Absolute path of the GeoJSON with the boundaries of the units. It is read when somebody looks at it. */
  readonly boundaries: string | undefined;
}
