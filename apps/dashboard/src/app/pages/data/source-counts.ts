import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Reconciliation } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

type SourceCount = Reconciliation['counts'][number];

/** What sources say they hold against what the warehouse holds, those first that do not agree. */
@Component({
  selector: 'eh-source-counts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, TranslocoPipe],
  template: `<eh-data-table
    key="source-counts"
    [name]="'quality.against_source' | transloco"
    [columns]="columns()"
    [rows]="rows()"
    [state]="table"
    [idOf]="idOf"
    [hasPins]="false"
  />`,
})
export class SourceCounts {
  private readonly columnsOf = inject(Columns);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  readonly counts = input.required<readonly SourceCount[]>();
  protected readonly rows = this.counts;

  protected readonly table = listState({ name: 'counts', first: 'entity', others: ['source', 'days', 'counted', 'held'], sort: 'days' });
  protected readonly columns = computed<readonly TableColumn<SourceCount>[]>(() => [
    this.columnsOf.text<SourceCount>('entity', 'data.entity', { of: this.kindOf }),
    this.columnsOf.text<SourceCount>('source', 'data.source', { of: ({ source }) => source, width: 160 }),
    this.columnsOf.state<SourceCount>('days', 'quality.days_of_points', {
      of: ({ agreeing, days }) =>
        this.words.say('quality.agreeing', { agreeing: this.formats.number(agreeing), days: this.formats.number(days) }),
      isLate: ({ agreeing, days }) => agreeing !== days,
      width: 200,
    }),
    this.columnsOf.count<SourceCount>('counted', 'quality.counted', { of: ({ counted }) => counted }),
    this.columnsOf.count<SourceCount>('held', 'quality.held', { of: ({ held }) => held }),
  ]);
  protected readonly idOf = ({ source, entity }: SourceCount): string => `${source}/${entity}`;

  private readonly kindOf = ({ entity }: SourceCount): string => this.words.sayIfKnown(`entity.${entity}`, entity);
}
