import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { FeedDays } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

type FeedDay = FeedDays['days'][number];

const TROUBLED: readonly string[] = ['thin', 'missing'];

/** Why each day of a feed is held for what it is: the usual count beside what arrived. */
@Component({
  selector: 'eh-feed-days-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, TranslocoPipe],
  template: `<eh-data-table
    key="feed-days"
    [name]="'feeds.days' | transloco"
    [columns]="columns()"
    [rows]="rows()"
    [state]="table"
    [idOf]="idOf"
    [hasPins]="false"
    [height]="420"
  />`,
})
export class FeedDaysTable {
  private readonly columnsOf = inject(Columns);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  readonly days = input.required<readonly FeedDay[]>();
  protected readonly rows = this.days;

  protected readonly table = listState({ name: 'feed_days', first: 'day', others: ['usual', 'arrived', 'state'], sort: '-day' });
  protected readonly columns = computed<readonly TableColumn<FeedDay>[]>(() => [
    this.columnsOf.day<FeedDay>('day', 'feeds.day', {
      of: ({ day }) => day,
      cell: ({ day }) => ({ text: this.formats.dayLong(day) }),
      width: 200,
    }),
    this.columnsOf.count<FeedDay>('usual', 'feeds.usual', { of: ({ expected }) => expected }),
    this.columnsOf.count<FeedDay>('arrived', 'feeds.arrived', { of: ({ arrived }) => arrived }),
    this.columnsOf.state<FeedDay>('state', 'data.state', {
      of: ({ state }) => this.words.say(`day_state.${state}`),
      isLate: ({ state }) => TROUBLED.includes(state),
    }),
  ]);
  protected readonly idOf = ({ day }: FeedDay): string => day;
}
