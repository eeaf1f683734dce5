import { Inject, Injectable } from '@nestjs/common';
import type { TimelineQuery } from '@evenhand/contracts';
import type { Scope } from '@evenhand/domain';
import { type DossierTimeline, dossierTimeline } from '@evenhand/metrics';
import type { Warehouse } from '@evenhand/warehouse';
import { WAREHOUSE } from '../connections';

/** The auditor's last step: one dossier from its submission to its end. */
@Injectable()
export class DossierTimelines {
  constructor(@Inject(WAREHOUSE) private readonly warehouse: Warehouse) {}

  of(code: string, { source }: TimelineQuery, scope: Scope): Promise<DossierTimeline> {
    return this.warehouse.reading(() => dossierTimeline(this.warehouse, { code, source }, scope));
  }
}
