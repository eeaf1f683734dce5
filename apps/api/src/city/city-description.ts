import { Inject, Injectable } from '@nestjs/common';
import type { CitySettings } from '@evenhand/domain';
import { BOUNDARIES_FILE, CITY_SETTINGS } from '../connections';
import { CoveredDays, type DataDays } from './covered-days';

/** What every screen needs to know of the city. */
@Injectable()
export class CityDescription {
  constructor(
    @Inject(CITY_SETTINGS) private readonly settings: CitySettings,
    @Inject(BOUNDARIES_FILE) private readonly boundaries: string | undefined,
    private readonly days: CoveredDays,
  ) {}

  async read(): Promise<CitySettings & DataDays & { readonly hasBoundaries: boolean }> {
    const { name, zone, languages, isSimulated, longWaitMinutes } = this.settings;
    const hasBoundaries = this.boundaries !== undefined;
    return { name, zone, languages, isSimulated, longWaitMinutes, hasBoundaries, ...(await this.days.read()) };
  }
}
