import { Inject, Injectable } from '@nestjs/common';
import type { Live } from '@evenhand/contracts';
import type { CitySettings, Scope } from '@evenhand/domain';
import { cityNow } from '@evenhand/etl';
import { linesNow } from '@evenhand/metrics';
import { type Warehouse, wallName } from '@evenhand/warehouse';
import { CITY_SETTINGS, type Now, NOW, WAREHOUSE } from '../connections';
import { liveCity, livePoint, STALE_AFTER_MINUTES } from './live-points';

/** Who stands in line at the moment. */
@Injectable()
export class WaitingNow {
  private readonly reading = new Map<string, Promise<Live>>();

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CITY_SETTINGS) private readonly city: CitySettings,
    @Inject(NOW) private readonly now: Now,
  ) {}

  /** The lines as they are; whoever asks for the same while they are being read is told the same. */
  read(scope: Scope): Promise<Live> {
    const name = `${wallName()} ${JSON.stringify(scope)}`;
    const others = this.reading.get(name);
    if (others) return others;
    const reading = this.readNow(scope).finally(() => this.reading.delete(name));
    this.reading.set(name, reading);
    return reading;
  }

  private async readNow(scope: Scope): Promise<Live> {
    const { isSimulated, longWaitMinutes: limitMinutes } = this.city;
    const moment = await cityNow(this.warehouse, { isSimulated, now: this.now() });
    const lines = await this.warehouse.reading(() => linesNow({ warehouse: this.warehouse, city: this.city, now: moment }, scope));
    const now = moment.getTime();
    const points = lines.map((line) => livePoint(line, { now, limitMinutes }));
    return { now: moment.toISOString(), limitMinutes, staleAfterMinutes: STALE_AFTER_MINUTES, city: liveCity(points, now), points };
  }
}
