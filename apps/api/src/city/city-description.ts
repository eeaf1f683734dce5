import { Inject, Injectable } from '@nestjs/common';
import type { CitySettings } from '@evenhand/domain';
import { CITY_SETTINGS } from '../connections';
import { CoveredDays, type DataDays } from './covered-days';

/** What every screen needs to know of the city. */
@Injectable()
export class CityDescription {
  constructor(
    @Inject(CITY_SETTINGS) private readonly settings: CitySettings,
    private readonly days: CoveredDays,
  ) {}

  async read(): Promise<CitySettings & DataDays> {
    const { name, zone, languages, isSimulated, longWaitMinutes } = this.settings;
    return { name, zone, languages, isSimulated, longWaitMinutes, ...(await this.days.read()) };
  }
}
