import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { DataTable } from '../../design/table/data-table';
import type { CellLook, TableCell, TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Words } from '../../i18n/words';

interface Row {
  readonly name: string;
  readonly value: number | null;
  readonly look: CellLook;
  readonly reason: string;
}

/** The one table with every look of a cell, on invented rows. */
@Component({
  selector: 'eh-example-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable],
  template: `<eh-data-table
    key="design"
    [name]="words.say('design.table')"
    [columns]="columns()"
    [rows]="rows"
    [state]="state"
    [idOf]="idOf"
    [hasPins]="false"
  />`,
})
export class ExampleTable {
  protected readonly words = inject(Words);
  protected readonly state = listState({ name: 'design', first: 'name', others: ['value', 'look'], sort: '-value' });

  protected readonly rows: readonly Row[] = [
    { name: 'Đống Đa', value: 31.4, look: 'worse', reason: '' },
    { name: 'Ô Chợ Dừa', value: 15.9, look: 'plain', reason: '' },
    { name: 'Yên Hoà', value: 6.2, look: 'better', reason: '' },
    { name: 'Âu Cơ', value: 12.1, look: 'partial', reason: '' },
    { name: 'Ba Đình', value: 0, look: 'plain', reason: '' },
    { name: 'Sơn Tây', value: null, look: 'unknown', reason: 'unknown' },
    { name: 'Đan Phượng', value: null, look: 'suppressed', reason: 'suppressed' },
  ];
  protected readonly idOf = ({ name }: Row): string => name;

  protected readonly columns = computed<readonly TableColumn<Row>[]>(() => [
    { id: 'name', text: this.words.say('ranking.point'), order: ({ name }) => name, cell: ({ name }) => ({ text: name }) },
    { id: 'value', text: '%', isNumber: true, isLargestFirst: true, order: ({ value }) => value, cell: (row) => this.figure(row) },
    {
      id: 'look',
      text: this.words.say('design.look'),
      order: ({ look }) => look,
      cell: ({ look }) => ({ text: this.words.say(`design.look_${look}`) }),
    },
  ]);

  private figure({ value, look, reason }: Row): TableCell {
    if (value !== null) return { text: value.toLocaleString(this.words.language() === 'vi' ? 'vi-VN' : 'en-GB'), look };
    return { text: look === 'suppressed' ? '‹5' : '–', look, title: this.words.say(`reason.${reason}`) };
  }
}
