import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DataFindings } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Words } from '../../i18n/words';

type Finding = DataFindings['findings'][number];

/** What is odd about records that count all the same: how many, and whether that is more than accident. */
@Component({
  selector: 'eh-findings-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, TranslocoPipe],
  template: `<eh-data-table
    key="findings"
    [name]="'quality.findings' | transloco"
    [columns]="columns()"
    [rows]="rows()"
    [state]="table"
    [idOf]="idOf"
    [textOf]="textOf"
    [searchText]="'table.search' | transloco"
    [hasPins]="false"
  />`,
})
export class FindingsTable {
  private readonly columnsOf = inject(Columns);
  private readonly words = inject(Words);

  readonly findings = input.required<readonly Finding[]>();
  protected readonly rows = this.findings;

  protected readonly table = listState({
    ...{ name: 'findings', first: 'finding', others: ['entity', 'source', 'records', 'share', 'state'] },
    sort: 'state,-records',
  });
  protected readonly columns = computed<readonly TableColumn<Finding>[]>(() => [
    this.columnsOf.text<Finding>('finding', 'quality.finding', { of: this.sayingOf, width: 320 }),
    this.columnsOf.text<Finding>('entity', 'data.entity', { of: this.kindOf, width: 150 }),
    this.columnsOf.text<Finding>('source', 'data.source', { of: ({ source }) => source, width: 140 }),
    this.columnsOf.count<Finding>('records', 'quality.records', { of: ({ records }) => records }),
    this.columnsOf.share<Finding>('share', 'quality.share', { of: ({ share }) => share }),
    this.columnsOf.state<Finding>('state', 'data.state', {
      of: ({ isConspicuous }) => (isConspicuous ? this.words.say('quality.conspicuous') : ''),
      isLate: ({ isConspicuous }) => isConspicuous,
    }),
  ]);
  protected readonly idOf = ({ law, entity, source }: Finding): string => `${law}/${entity}/${source ?? ''}`;
  protected readonly textOf = (row: Finding): string => `${this.sayingOf(row)} ${this.kindOf(row)} ${row.source ?? ''}`;

  private readonly sayingOf = ({ label }: Finding): string => this.words.label(label);
  private readonly kindOf = ({ entity }: Finding): string => this.words.sayIfKnown(`entity.${entity}`, entity);
}
