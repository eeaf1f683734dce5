import { Inject, Injectable } from '@nestjs/common';
import type { CitySettings, Day } from '@evenhand/domain';
import { beyondTheWall, param, sql, type Warehouse } from '@evenhand/warehouse';
import { CITY_SETTINGS, WAREHOUSE } from '../connections';

export interface DataDays {
  /** First day with a case; `null` before the first load. */
  readonly firstDay: Day | null;
  /** The day of the latest instant that a feed has told us of. */
  readonly lastDay: Day | null;
}

/** Which days the data covers. */
@Injectable()
export class CoveredDays {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(CITY_SETTINGS) private readonly settings: CitySettings,
  ) {}

  async read(): Promise<DataDays> {
    const [days] = await beyondTheWall('known to everybody', () =>
      this.warehouse.rows<{ readonly cases: number; readonly first: Day; readonly last: Day }>(sql`
      SELECT sum(n) AS cases, minIf(first_on, n > 0) AS first, (
        SELECT toDate(max(latest_at), ${param('String', this.settings.zone)}) FROM known_until
      ) AS last
      FROM (
        SELECT count() AS n, min(issued_on) AS first_on FROM ticket
        UNION ALL SELECT count(), min(received_on) FROM dossier
        UNION ALL SELECT count(), min(rated_on) FROM rating
        UNION ALL SELECT count(), min(worked_on) FROM shift
      )`),
    );
    return days && days.cases > 0 ? { firstDay: days.first, lastDay: days.last } : { firstDay: null, lastDay: null };
  }
}
