import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Run } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Words } from '../../i18n/words';

type Count = Run['counts'][number];

const PARTS = ['read', 'loaded', 'duplicate', 'quarantined', 'corrected', 'flagged'] as const;

/** What became of the records of a load, by kind; those of which most were refused first. */
@Component({
  selector: 'eh-run-counts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, TranslocoPipe],
  template: `<eh-data-table
    [key]="'counts-' + run().id"
    [name]="'pipelines.counts' | transloco"
    [columns]="columns()"
    [rows]="run().counts"
    [state]="table"
    [idOf]="idOf"
    [hasPins]="false"
  />`,
})
export class RunCounts {
  private readonly columnsOf = inject(Columns);
  private readonly words = inject(Words);

  readonly run = input.required<Run>();

  protected readonly table = listState({
    ...{ name: () => `run_${this.run().id}`, first: 'entity', others: PARTS },
    sort: '-quarantined,-read',
  });
  protected readonly columns = computed<readonly TableColumn<Count>[]>(() => [
    this.columnsOf.text<Count>('entity', 'data.entity', { of: ({ entity }) => this.words.sayIfKnown(`entity.${entity}`, entity) }),
    ...PARTS.map((part) => this.columnsOf.count<Count>(part, `data.${part}`, { of: (count) => count[part] })),
  ]);
  protected readonly idOf = ({ entity }: Count): string => entity;
}
