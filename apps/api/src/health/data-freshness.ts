import { Inject, Injectable } from '@nestjs/common';
import type { DataHealth } from '@evenhand/contracts';
import type { CitySettings } from '@evenhand/domain';
import { cityNow, feedContracts } from '@evenhand/etl';
import { listSources } from '@evenhand/records';
import { param, sql, type Warehouse } from '@evenhand/warehouse';
import { CITY_SETTINGS, type Now, NOW, RECORDS, type Records, WAREHOUSE } from '../connections';
import { isStale } from './staleness';

interface Known {
  readonly source: string;
  readonly entity: string;
  readonly latestAt: string;
  readonly publishedAt: string;
  readonly closedDays: number;
}

/** How long each feed has been silent, against what was agreed with it. */
@Injectable()
export class DataFreshness {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(RECORDS) private readonly records: Records,
    @Inject(CITY_SETTINGS) private readonly settings: CitySettings,
    @Inject(NOW) private readonly now: Now,
  ) {}

  async read(): Promise<DataHealth> {
    const now = await cityNow(this.warehouse, { isSimulated: this.settings.isSimulated, now: this.now() });
    const [known, agreed] = await Promise.all([this.known(now), this.agreed()]);
    const sources = known.map((feed) => {
      const expectedEveryHours = agreed(feed.source, feed.entity);
      return { ...feed, expectedEveryHours, isStale: isStale({ ...feed, expectedEveryHours }, now) };
    });
    const status = sources.length === 0 ? 'empty' : sources.some((source) => source.isStale) ? 'stale' : 'fresh';
    return { status, now: now.toISOString(), sources };
  }

  /** What was agreed for an entity of a source; a source whose folder has not been read since says it for all it sends. */
  private async agreed(): Promise<(source: string, entity: string) => number | null> {
    const [contracts, described] = await Promise.all([feedContracts(this.warehouse), listSources(this.records)]);
    return (source, entity) => {
      const ofSource = contracts.filter((contract) => contract.source === source);
      if (ofSource.length > 0) return ofSource.find((contract) => contract.entity === entity)?.everyHours ?? null;
      return described.find(({ name }) => name === source)?.everyHours ?? null;
    };
  }

  private known(now: Date): Promise<Known[]> {
    const zone = param('String', this.settings.zone);
    return this.warehouse.rows<Known>(sql`
      WITH
        toDate(${param("DateTime64(3, 'UTC')", now.toISOString().slice(0, -1))}, ${zone}) AS today,
        (SELECT groupArray(day) FROM working_day) AS working_days
      SELECT source, entity, latest_at AS latestAt, published_at AS publishedAt,
        greatest(0, dateDiff('day', latest_on, today) - 1 - arrayCount(day -> day > latest_on AND day < today, working_days)) AS closedDays
      FROM (SELECT *, toDate(latest_at, ${zone}) AS latest_on FROM known_until FINAL)
      ORDER BY source, entity`);
  }
}
