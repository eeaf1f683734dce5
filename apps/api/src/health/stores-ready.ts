import { Inject, Injectable, ServiceUnavailableException } from '@nestjs/common';
import type { Health } from '@evenhand/contracts';
import { sql, type Warehouse } from '@evenhand/warehouse';
import { RECORDS, type Records, WAREHOUSE } from '../connections';

/** Asks both stores for a sign of life. */
@Injectable()
export class StoresReady {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    @Inject(RECORDS) private readonly records: Records,
  ) {}

  /** Rejects when one of them does not answer. */
  async check(): Promise<Health> {
    await Promise.all([this.warehouse.rows(sql`SELECT 1 AS one`), this.records.query('SELECT 1')]).catch((error: unknown) => {
      throw new ServiceUnavailableException('A store does not answer.', { cause: error });
    });
    return { status: 'ok' };
  }
}
