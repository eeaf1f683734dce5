import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Reconciliation } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Words } from '../../i18n/words';

type DifferingDay = Reconciliation['days'][number];

/** Records that one side counts and the other does not. */
const differenceIn = ({ counted, held }: DifferingDay): number => Math.abs(counted - held);

/** Days on which a source counts otherwise than the warehouse, the largest differences first. */
@Component({
  selector: 'eh-differing-days',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, TranslocoPipe],
  template: `<eh-data-table
    key="differing-days"
    [name]="'quality.differing_days' | transloco"
    [columns]="columns()"
    [rows]="rows()"
    [state]="table"
    [idOf]="idOf"
    [textOf]="textOf"
    [searchText]="'ranking.search' | transloco"
    [hasPins]="false"
    [height]="380"
  />`,
})
export class DifferingDays {
  private readonly columnsOf = inject(Columns);
  private readonly words = inject(Words);

  readonly days = input.required<readonly DifferingDay[]>();
  protected readonly rows = this.days;

  protected readonly table = listState({
    ...{ name: 'differing', first: 'name', others: ['entity', 'day', 'counted', 'held', 'quarantined', 'difference'] },
    sort: '-difference',
  });
  protected readonly columns = computed<readonly TableColumn<DifferingDay>[]>(() => [
    this.columnsOf.point<DifferingDay>('name', ({ point }) => point),
    this.columnsOf.text<DifferingDay>('entity', 'data.entity', { of: this.kindOf, width: 150 }),
    this.columnsOf.day<DifferingDay>('day', 'feeds.day', { of: ({ day }) => day }),
    this.columnsOf.count<DifferingDay>('counted', 'quality.counted', { of: ({ counted }) => counted }),
    this.columnsOf.count<DifferingDay>('held', 'quality.held', { of: ({ held }) => held }),
    this.columnsOf.count<DifferingDay>('quarantined', 'data.quarantined', { of: ({ quarantined }) => quarantined }),
    this.columnsOf.count<DifferingDay>('difference', 'quality.difference', { of: differenceIn }),
  ]);
  protected readonly idOf = ({ source, entity, point, day }: DifferingDay): string => `${source}/${entity}/${point}/${day}`;
  protected readonly textOf = (row: DifferingDay): string => `${this.columnsOf.nameOf(row.point)} ${row.point} ${this.kindOf(row)}`;

  private readonly kindOf = ({ entity }: DifferingDay): string => this.words.sayIfKnown(`entity.${entity}`, entity);
}
