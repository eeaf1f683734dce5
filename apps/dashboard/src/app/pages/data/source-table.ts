import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Feeds } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Words } from '../../i18n/words';

type Feed = Feeds['feeds'][number];

/** Sources that promised no schedule: up to when they have told, and when they were last heard. */
@Component({
  selector: 'eh-source-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, TranslocoPipe],
  template: `<eh-data-table
    key="sources"
    [name]="'feeds.others' | transloco"
    [columns]="columns()"
    [rows]="rows()"
    [state]="table"
    [idOf]="idOf"
    [textOf]="textOf"
    [searchText]="'table.search' | transloco"
    [hasPins]="false"
  />`,
})
export class SourceTable {
  private readonly columnsOf = inject(Columns);
  private readonly words = inject(Words);

  readonly feeds = input.required<readonly Feed[]>();
  protected readonly rows = this.feeds;

  protected readonly table = listState({ name: 'sources', first: 'entity', others: ['source', 'latest', 'heard'], sort: 'latest' });
  protected readonly columns = computed<readonly TableColumn<Feed>[]>(() => [
    this.columnsOf.text<Feed>('entity', 'data.entity', { of: this.kindOf }),
    this.columnsOf.text<Feed>('source', 'data.source', { of: ({ source }) => source, width: 160 }),
    this.columnsOf.instant<Feed>('latest', 'data.latest', { of: ({ latestAt }) => latestAt, isLargestFirst: false, width: 150 }),
    this.columnsOf.instant<Feed>('heard', 'data.heard', { of: ({ heardAt }) => heardAt, isLargestFirst: false, width: 150 }),
  ]);
  protected readonly idOf = ({ source, entity }: Feed): string => `${source}/${entity}`;
  protected readonly textOf = (row: Feed): string => `${this.kindOf(row)} ${row.source}`;

  private readonly kindOf = ({ entity }: Feed): string => this.words.sayIfKnown(`entity.${entity}`, entity);
}
