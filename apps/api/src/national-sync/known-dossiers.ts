import { Inject, Injectable } from '@nestjs/common';
import { param, sql, type Warehouse } from '@evenhand/warehouse';
import { WAREHOUSE } from '../connections';
import { endOfNames } from '../landing/landed-name';
import { Landing } from './landing';
import { NATIONAL_SOURCE } from './national-source';

/** `000.03.340.H26-…` was received at the point 03340. */
const pointOf = (dossier: string): string => dossier.split('.').slice(1, 3).join('');

/** Which dossiers a sender has told before. */
@Injectable()
export class KnownDossiers {
  constructor(
    @Inject(WAREHOUSE) private readonly warehouse: Warehouse,
    private readonly landing: Landing,
  ) {}

  /** Those of the dossiers that are known from the sender, in the order given. */
  async among(sender: string, dossiers: readonly string[]): Promise<readonly string[]> {
    // In this order: a call leaves what waits only after its facts are in the warehouse.
    const waiting = this.landing.waitingSubjects(sender);
    const loaded = await this.loaded(sender, dossiers);
    return dossiers.filter((dossier) => waiting.has(dossier) || loaded.has(dossier));
  }

  private async loaded(sender: string, dossiers: readonly string[]): Promise<ReadonlySet<string>> {
    if (dossiers.length === 0) return new Set();
    const points = [...new Set(dossiers.map(pointOf))];
    const rows = await this.warehouse.rows<{ readonly dossier: string }>(sql`
      SELECT DISTINCT dossier_code AS dossier FROM dossier_version
      WHERE source = ${param('String', NATIONAL_SOURCE)} AND point_code IN ${param('Array(String)', points)}
        AND dossier_code IN ${param('Array(String)', [...dossiers])} AND endsWith(file, ${param('String', endOfNames(sender, 'DongBoHoSoMC'))})
      ORDER BY dossier`);
    return new Set(rows.map(({ dossier }) => dossier));
  }
}
