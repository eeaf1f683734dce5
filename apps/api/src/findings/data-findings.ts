import { Inject, Injectable } from '@nestjs/common';
import type { DataFindingRowsQuery, DataFindingsQuery } from '@evenhand/contracts';
import { InvalidQuery } from '@evenhand/domain';
import { ENTITIES, findingRows, findingsOf, type Stores } from '@evenhand/etl';
import { STORES } from '../connections';

/** What is odd in the facts. */
@Injectable()
export class DataFindings {
  constructor(@Inject(STORES) private readonly stores: Stores) {}

  async count(query: DataFindingsQuery) {
    return { findings: await findingsOf(this.stores.warehouse, { ...query, zone: this.zone }) };
  }

  async rows({ entity: name, ...query }: DataFindingRowsQuery) {
    const entity = ENTITIES.find((one) => one === name);
    if (!entity) throw new InvalidQuery('entity', `Unknown kind of record "${name}". Allowed: ${ENTITIES.join(', ')}.`);
    return { rows: await findingRows(this.stores.warehouse, { ...query, entity, zone: this.zone }) };
  }

  private get zone(): string {
    return this.stores.city.settings.zone;
  }
}
