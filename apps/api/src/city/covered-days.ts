import { Inject, Injectable } from '@nestjs/common';
import type { CitySettings, Day } from '@evenhand/domain';
import { RememberedRows } from '@evenhand/metrics';
import { beyondTheWall, param, sql, type Warehouse } from '@evenhand/warehouse';
import { CITY_SETTINGS, WAREHOUSE } from '../connections';

export interface DataDays {
  /** First day with a case; `null` before the first load. */
  readonly firstDay: Day | null;
  /** The day of the latest instant that a feed has told us of. */
  readonly lastDay: Day | null;
}

/** Which days the data covers. They are looked for once for each state of the data: every page asks. */
@Injectable()
export class CoveredDays {
  private readonly remembered: RememberedRows;

  constructor(
    @Inject(WAREHOUSE) warehouse: Warehouse,
    @Inject(CITY_SETTINGS) private readonly settings: CitySettings,
  ) {
    this.remembered = new RememberedRows(warehouse);
  }

  /** A name for the state that the data is in. */
  async version(): Promise<string> {
    return (await this.remembered.state()).version;
  }

  async read(): Promise<DataDays> {
    const [days] = await beyondTheWall('known to everybody', () => this.found());
    return days && Number(days['cases']) > 0
      ? { firstDay: String(days['first']), lastDay: String(days['last']) }
      : { firstDay: null, lastDay: null };
  }

  private async found() {
    return this.remembered.rows(
      await this.version(),
      sql`
      SELECT sum(n) AS cases, minIf(first_on, n > 0) AS first, (
        SELECT toDate(max(latest_at), ${param('String', this.settings.zone)}) FROM known_until
      ) AS last
      FROM (
        SELECT count() AS n, min(issued_on) AS first_on FROM ticket
        UNION ALL SELECT count(), min(received_on) FROM dossier
        UNION ALL SELECT count(), min(rated_on) FROM rating
        UNION ALL SELECT count(), min(worked_on) FROM shift
      )`,
    );
  }
}
