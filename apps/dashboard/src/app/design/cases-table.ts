import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Formats } from '../format/formats';
import { CaseColumns } from './case-columns';
import { type CaseColumn, type CaseRow, namedCases } from './cases';
import { PageSteps } from './page-steps';
import { DataTable } from './table/data-table';
import { tableState } from './table/table-state';

/** So many cases are asked for at once: sorted and searched here, drawn as they come into view. */
export const CASES_AT_ONCE = 500;

/** A page of cases in the one table. */
@Component({
  selector: 'eh-cases-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, PageSteps, TranslocoPipe],
  template: `
    <eh-data-table
      [key]="key()"
      [name]="name()"
      [columns]="tableColumns()"
      [rows]="rows()"
      [state]="table"
      [idOf]="idOf()"
      [textOf]="textOf()"
      [searchText]="'rows.search' | transloco"
      [total]="total()"
    />
    @if (total() > size()) {
      <p class="part">{{ 'rows.sorted_here' | transloco: { rows: formats.number(rows().length), total: formats.number(total()) } }}</p>
    }
    <eh-page-steps [page]="page()" [size]="size()" [total]="total()" (toPage)="toPage.emit($event)" />
  `,
  styles: `
    .part {
      margin-top: 8px;
      color: var(--eh-ink-3);
      font-size: 12.5px;
    }
  `,
})
export class CasesTable {
  private readonly caseColumns = inject(CaseColumns);
  protected readonly formats = inject(Formats);

  /** The id of the table. */
  readonly key = input.required<string>();
  readonly name = input.required<string>();
  readonly columns = input.required<readonly CaseColumn[]>();
  readonly rows = input.required<readonly CaseRow[]>();
  readonly total = input.required<number>();
  readonly page = input.required<number>();
  readonly size = input.required<number>();
  readonly toPage = output<number>();

  private readonly ids = computed(() => this.columns().map(({ id }) => id));
  /** Cases of each kind have columns of their own: the browser remembers none of them. */
  protected readonly table = tableState({
    ...{ name: '', prefix: 'cases', columns: () => this.ids().slice(1), shown: () => this.ids().slice(1) },
    ...{ fixed: () => this.ids().slice(0, 1), sorts: () => [] },
  });
  protected readonly tableColumns = computed(() => this.caseColumns.of(this.columns()));

  protected readonly idOf = computed(() => {
    const names = namedCases(this.rows(), this.columns());
    return (row: CaseRow): string => names.get(row) ?? '';
  });
  /** A row is put into words once, and not before something is searched. */
  protected readonly textOf = computed(() => {
    const columns = this.columns();
    const said = new WeakMap<CaseRow, string>();
    return (row: CaseRow): string => {
      const text = said.get(row) ?? this.caseColumns.textOf(row, columns);
      said.set(row, text);
      return text;
    };
  });
}
