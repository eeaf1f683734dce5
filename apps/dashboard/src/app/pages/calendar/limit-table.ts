import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ProcedureLimit, RegisterEntry } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { validityOf } from './validity';

const isLimit = (content: RegisterEntry['content']): content is ProcedureLimit => 'procedureCode' in content;

interface Limit {
  readonly key: string;
  readonly content: ProcedureLimit;
}

/** How long each procedure may take, and from when on. */
@Component({
  selector: 'eh-limit-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, TranslocoPipe],
  template: `<eh-data-table
    key="limits"
    [name]="'calendar.limits' | transloco"
    [columns]="columns()"
    [rows]="rows()"
    [state]="table"
    [idOf]="idOf"
    [textOf]="textOf"
    [searchText]="'table.search' | transloco"
    [hasPins]="false"
    [height]="480"
  />`,
})
export class LimitTable {
  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly columnsOf = inject(Columns);

  readonly entries = input.required<readonly RegisterEntry[]>();

  protected readonly table = listState({
    name: 'limits',
    first: 'name',
    others: ['channel', 'limit', 'holds', 'basis'],
    sort: 'name,-holds',
  });
  protected readonly rows = computed<readonly Limit[]>(() =>
    this.entries().flatMap(({ key, content }) => (isLimit(content) ? [{ key, content }] : [])),
  );
  protected readonly columns = computed<readonly TableColumn<Limit>[]>(() => [
    this.columnsOf.text<Limit>('name', 'calendar.procedure', {
      of: this.nameOf,
      cell: (one) => ({ text: this.nameOf(one), title: this.nameOf(one), aside: one.content.procedureCode }),
      width: 300,
    }),
    this.columnsOf.text<Limit>('channel', 'filter.channel', { of: this.channelOf, width: 160 }),
    this.columnsOf.text<Limit>('limit', 'calendar.limit', {
      of: this.limitOf,
      order: ({ content: { unit, count } }) => `${unit} ${count}`,
      width: 150,
    }),
    this.columnsOf.text<Limit>('holds', 'calendar.holds', {
      of: ({ content: { validFrom, validTo } }) => validityOf(validFrom, validTo, { words: this.words, formats: this.formats }),
      order: ({ content }) => content.validFrom,
      isLargestFirst: true,
      width: 190,
    }),
    this.columnsOf.text<Limit>('basis', 'calendar.basis', { of: ({ content }) => content.basis, width: 220 }),
  ]);
  protected readonly idOf = ({ key }: Limit): string => key;
  protected readonly textOf = (one: Limit): string => [this.nameOf(one), one.content.procedureCode, this.channelOf(one)].join(' ');

  private readonly nameOf = ({ content }: Limit): string => this.labelOf('procedure', content.procedureCode);
  private readonly channelOf = ({ content: { channel } }: Limit): string =>
    channel === null ? this.words.say('calendar.every_channel') : this.labelOf('channel', channel);
  private readonly limitOf = ({ content: { unit, count } }: Limit): string =>
    this.words.say(`limit.${unit}`, { count: this.formats.number(count, Number.isInteger(count) ? 0 : 1) });

  private labelOf(kind: 'procedure' | 'channel', code: string): string {
    const label = this.facts.labelOf(kind, code);
    return label === null ? code : this.words.label(label);
  }
}
