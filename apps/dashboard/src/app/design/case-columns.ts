import { inject, Injectable } from '@angular/core';
import { Filters } from '../data/filters';
import { RowText } from '../format/row-text';
import { Words } from '../i18n/words';
import type { CaseColumn, CaseRow } from './cases';
import { Columns } from './table/columns';
import type { TableCell, TableColumn } from './table/table-column';

const WIDTHS = { instant: 156, day: 112, number: 96, duration_ms: 112, text: 164 } as const;
const isNumber = ({ type }: CaseColumn): boolean => type === 'number' || type === 'duration_ms';

/** The columns of cases, as the server names them; a dossier among them leads to its timeline. */
@Injectable({ providedIn: 'root' })
export class CaseColumns {
  private readonly texts = inject(RowText);
  private readonly filters = inject(Filters);
  private readonly columns = inject(Columns);
  private readonly words = inject(Words);

  of(columns: readonly CaseColumn[]): readonly TableColumn<CaseRow>[] {
    return columns.map((column, index) => ({
      id: column.id,
      text: this.texts.column(column),
      isNumber: isNumber(column),
      isLargestFirst: column.type !== 'text',
      width: index === 0 ? 190 : WIDTHS[column.type],
      order: (row) => this.orderOf(row[column.id], column),
      cell: (row) => this.cellOf(row, column),
    }));
  }

  /** All that a row says, for a search. */
  readonly textOf = (row: CaseRow, columns: readonly CaseColumn[]): string =>
    columns.map((column) => this.texts.cell(row[column.id], column)).join(' ');

  private orderOf(value: CaseRow[string] | undefined, column: CaseColumn): string | number | null {
    if (value === null || value === undefined || value === '') return null;
    if (typeof value === 'number') return value;
    return column.type === 'text' || typeof value === 'boolean' ? this.texts.cell(value, column) : value;
  }

  private cellOf(row: CaseRow, column: CaseColumn): TableCell {
    const value = row[column.id];
    if (value === null || value === undefined || value === '') return this.columns.none(this.words.say('rows.not_said'));
    const text = this.texts.cell(value, column);
    if (column.id !== 'dossier_code') return { text, title: text };
    const source = row['source'];
    const query = { ...this.filters.carried(), ...(typeof source === 'string' ? { source } : {}) };
    return { text, title: text, link: { to: ['/dossiers', String(value)], query } };
  }
}
