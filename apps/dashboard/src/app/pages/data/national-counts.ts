import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';

/** How many dossiers stand so in the city and on the national portal. */
export interface NationalCount {
  readonly key: string;
  readonly text: string;
  readonly count: number;
}

/** Dossiers of the city against the national copy, by what both say. */
@Component({
  selector: 'eh-national-counts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, TranslocoPipe],
  template: `<eh-data-table
    key="national-copy"
    [name]="'quality.against_national' | transloco"
    [columns]="columns()"
    [rows]="counts()"
    [state]="table"
    [idOf]="idOf"
    [hasPins]="false"
  />`,
})
export class NationalCounts {
  private readonly columnsOf = inject(Columns);

  readonly counts = input.required<readonly NationalCount[]>();

  protected readonly table = listState({ name: 'national', first: 'said', others: ['dossiers'], sort: '' });
  protected readonly columns = computed<readonly TableColumn<NationalCount>[]>(() => [
    this.columnsOf.text<NationalCount>('said', 'quality.said_by_both', { of: ({ text }) => text, width: 460 }),
    this.columnsOf.count<NationalCount>('dossiers', 'entity.dossier', { of: ({ count }) => count }),
  ]);
  protected readonly idOf = ({ key }: NationalCount): string => key;
}
