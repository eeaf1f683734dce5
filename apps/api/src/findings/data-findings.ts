import { Inject, Injectable } from '@nestjs/common';
import type { DataFindingRowsQuery, DataFindingsQuery } from '@evenhand/contracts';
import { because, InvalidQuery, maySee, type Scope } from '@evenhand/domain';
import { ENTITIES, findingRows, findingsOf, type SeenPoints, type Stores } from '@evenhand/etl';
import { STORES } from '../connections';

/** What is odd in the facts. */
@Injectable()
export class DataFindings {
  constructor(@Inject(STORES) private readonly stores: Stores) {}

  async count(query: DataFindingsQuery, points: SeenPoints) {
    return { findings: await findingsOf(this.stores.questions, { ...query, points, zone: this.zone }) };
  }

  /** The records behind a finding are cases: those of the points whose cases one sees. */
  async rows({ entity: name, ...query }: DataFindingRowsQuery, scope: Scope) {
    const entity = ENTITIES.find((one) => one === name);
    if (!entity)
      throw new InvalidQuery(
        'entity',
        `Unknown kind of record "${name}". Allowed: ${ENTITIES.join(', ')}.`,
        because('no_kind_of_record', { entity: name }),
      );
    const rows = await findingRows(this.stores.questions, { ...query, entity, points: scope.points, zone: this.zone });
    return { rows: maySee(scope, 'dossier_codes') ? rows : rows.map((row) => ({ ...row, row: '' })) };
  }

  private get zone(): string {
    return this.stores.city.settings.zone;
  }
}
