import type { Label, Language } from './label';

/** What every computation needs to know of the city. */
export interface CitySettings {
  readonly name: Label;
  /** IANA name of the zone in which days and half-hours are cut. */
  readonly zone: string;
  /** The first is the default. */
  readonly languages: readonly Language[];
  /** True when the cases are invented; every screen says so. */
  readonly isSimulated: boolean;
  /** A wait is long when it is strictly longer than this. */
  readonly longWaitMinutes: number;
}
