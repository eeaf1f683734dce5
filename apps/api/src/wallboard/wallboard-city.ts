import { Inject, Injectable } from '@nestjs/common';
import type { CitySettings } from '@evenhand/domain';
import { CoveredDays } from '../city/covered-days';
import { CITY_SETTINGS } from '../connections';

/** What a screen on a wall says of the city itself. */
@Injectable()
export class WallboardCity {
  constructor(
    @Inject(CITY_SETTINGS) private readonly settings: CitySettings,
    private readonly days: CoveredDays,
  ) {}

  async read() {
    const { name: city, zone, isSimulated } = this.settings;
    return { city, zone, isSimulated, lastDay: (await this.days.read()).lastDay };
  }
}
