import { Inject, Injectable } from '@nestjs/common';
import type { Live } from '@evenhand/contracts';
import type { CitySettings, Scope } from '@evenhand/domain';
import { cityNow } from '@evenhand/etl';
import { KeptByWeight, linesNow, RememberedRows } from '@evenhand/metrics';
import { type Warehouse, wallName } from '@evenhand/warehouse';
import { CITY_SETTINGS, type Now, NOW, WAREHOUSE } from '../connections';
import { liveCity, livePoint, STALE_AFTER_MINUTES } from './live-points';

/** Feeds tell by the minute: within so short a time what was read of the same data is told to everybody. */
const SAME_MOMENT_MS = 5_000;
const MOST_KEPT = 100;

interface Read {
  readonly at: number;
  readonly lines: Promise<Live>;
}

/** Who stands in line at the moment. */
@Injectable()
export class WaitingNow {
  private readonly kept = new KeptByWeight<Read>(MOST_KEPT);
  private readonly data: RememberedRows;

  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CITY_SETTINGS) private readonly city: CitySettings,
    @Inject(NOW) private readonly now: Now,
  ) {
    this.data = new RememberedRows(warehouse);
  }

  /** The lines as they are; whoever asks for the same at about the same moment is told the same, unless something was published. */
  async read(scope: Scope): Promise<Live> {
    const { version } = await this.data.state();
    const [name, now] = [`${wallName()} ${version} ${JSON.stringify(scope)}`, this.now().getTime()];
    const others = this.kept.get(name);
    if (others && Math.abs(now - others.at) < SAME_MOMENT_MS) return others.lines;
    const lines = this.readNow(scope);
    this.kept.set(name, { at: now, lines });
    lines.catch(() => this.kept.delete(name));
    return lines;
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
