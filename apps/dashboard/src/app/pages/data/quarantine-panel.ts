import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { QuarantineCounts } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { quarantineCounts } from '../../data/data-quality';
import { readyData } from '../../data/loadable';
import { UrlState } from '../../data/url-state';
import { Panel } from '../../design/panel';
import { ColumnCell } from '../../design/table/column-cell';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { QuarantinedRecords } from './quarantined-records';

type Reason = QuarantineCounts['counts'][number];

/** Records that broke a law and wait: why, how many, which ones, and how to let them in once something is mended. */
@Component({
  selector: 'eh-quarantine-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ColumnCell, DataTable, Panel, QuarantinedRecords, TranslocoPipe],
  templateUrl: './quarantine-panel.html',
  styleUrl: './quarantine-panel.css',
})
export class QuarantinePanel {
  private readonly formats = inject(Formats);
  protected readonly words = inject(Words);
  private readonly columnsOf = inject(Columns);
  private readonly url = inject(UrlState);

  protected readonly counted = quarantineCounts();
  private readonly counts = computed(() => readyData(this.counted.load()));
  protected readonly none = computed(() => (this.counts()?.total === 0 ? this.words.say('quality.nothing_waits') : null));
  protected readonly note = computed(() => {
    const counts = this.counts();
    return counts === null ? '' : this.words.say('quality.waiting', { records: this.formats.number(counts.total) });
  });
  private readonly chosenKey = this.url.param('refused');
  protected readonly reasons = computed(() => this.counts()?.counts ?? []);
  protected readonly chosen = computed(() => this.reasons().find((reason) => this.keyOf(reason) === this.chosenKey()) ?? null);
  protected readonly table = listState({
    ...{ name: 'quarantine', first: 'reason', others: ['entity', 'source', 'records'] },
    sort: '-records',
  });
  protected readonly columns = computed<readonly TableColumn<Reason>[]>(() => [
    this.columnsOf.text<Reason>('reason', 'quality.reason', { of: ({ label }) => this.words.label(label), width: 340 }),
    this.columnsOf.text<Reason>('entity', 'data.entity', { of: this.kindOf, width: 160 }),
    this.columnsOf.text<Reason>('source', 'data.source', { of: ({ source }) => source, width: 160 }),
    this.columnsOf.count<Reason>('records', 'quality.records', { of: ({ entries }) => entries }),
  ]);
  protected readonly keyOf = ({ source, entity, reason }: Reason): string => `${source}/${entity}/${reason}`;
  protected readonly textOf = (row: Reason): string => `${this.words.label(row.label)} ${this.kindOf(row)} ${row.source}`;

  protected readonly replay = computed(() => {
    const chosen = this.chosen();
    const only = chosen === null ? '' : ` --source ${chosen.source} --reason ${chosen.reason}`;
    return `npm run etl -- quarantine replay${only}`;
  });
  protected readonly exported = computed(() => {
    const chosen = this.chosen();
    const only = chosen === null ? {} : { source: chosen.source, entity: chosen.entity, reason: chosen.reason };
    return `/api/quarantine/export?${new URLSearchParams({ ...only, format: 'csv' }).toString()}`;
  });

  protected toggle(reason: Reason): void {
    const key = this.keyOf(reason);
    void this.url.set({ refused: key === this.chosenKey() ? null : key });
  }

  private readonly kindOf = ({ entity }: Reason): string => this.words.sayIfKnown(`entity.${entity}`, entity);
}
