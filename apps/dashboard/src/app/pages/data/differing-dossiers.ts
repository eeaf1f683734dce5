import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Reconciliation } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Words } from '../../i18n/words';

type DifferingDossier = Reconciliation['dossiers'][number];

/** Dossiers of which the national copy says otherwise. */
@Component({
  selector: 'eh-differing-dossiers',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, TranslocoPipe],
  template: `<eh-data-table
    key="differing-dossiers"
    [name]="'quality.differing_dossiers' | transloco"
    [columns]="columns()"
    [rows]="rows()"
    [state]="table"
    [idOf]="idOf"
    [textOf]="textOf"
    [searchText]="'table.search' | transloco"
    [hasPins]="false"
    [height]="380"
  />`,
})
export class DifferingDossiers {
  private readonly columnsOf = inject(Columns);
  private readonly words = inject(Words);

  readonly dossiers = input.required<readonly DifferingDossier[]>();
  protected readonly rows = this.dossiers;

  protected readonly table = listState({
    name: 'dossiers',
    first: 'dossier',
    others: ['point', 'received', 'kind', 'statuses'],
    sort: 'kind,-received',
  });
  protected readonly columns = computed<readonly TableColumn<DifferingDossier>[]>(() => [
    this.columnsOf.text<DifferingDossier>('dossier', 'column.dossier_code', { of: ({ dossier }) => dossier }),
    this.columnsOf.text<DifferingDossier>('point', 'column.point_code', { of: ({ point }) => this.columnsOf.nameOf(point), width: 190 }),
    this.columnsOf.day<DifferingDossier>('received', 'column.received_on', { of: ({ receivedOn }) => receivedOn }),
    this.columnsOf.text<DifferingDossier>('kind', 'quality.difference', { of: this.kindOf, width: 210 }),
    this.columnsOf.text<DifferingDossier>('statuses', 'quality.here_there', {
      of: ({ here, there }) => `${here ?? '–'} / ${there ?? '–'}`,
      isNumber: true,
    }),
  ]);
  protected readonly idOf = ({ dossier, kind }: DifferingDossier): string => `${dossier}/${kind}`;
  protected readonly textOf = (row: DifferingDossier): string => `${row.dossier} ${this.columnsOf.nameOf(row.point)} ${this.kindOf(row)}`;

  private readonly kindOf = ({ kind }: DifferingDossier): string => this.words.say(`national.${kind.replace('_', '')}`);
}
