import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BreachesPage } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Filters } from '../data/filters';
import { Formats } from '../format/formats';
import { RowText } from '../format/row-text';
import { Icon } from './icon';

type Column = BreachesPage['columns'][number];
type Row = BreachesPage['rows'][number];

const isNumber = ({ type }: Column): boolean => type === 'number' || type === 'duration_ms';

/** A page of cases; a dossier among them leads to its timeline. */
@Component({
  selector: 'eh-cases-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, RouterLink, TranslocoPipe],
  template: `
    <div class="table-box" tabindex="0" role="group" [attr.aria-label]="name()">
      <table class="table dense" [attr.data-total]="total()">
        <caption class="visually-hidden">
          {{
            name()
          }}
        </caption>
        <thead>
          <tr>
            @for (column of heads(); track $index) {
              <th scope="col" [class.number]="column.isNumber">{{ column.text }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of cells(); track $index) {
            <tr>
              @for (cell of row; track $index) {
                <td [class.number]="heads()[$index]?.isNumber" [class.unknown]="cell.text === '–'">
                  @if (cell.dossier !== null) {
                    <a [routerLink]="['/dossiers', cell.dossier]" [queryParams]="cell.query">{{ cell.text }}</a>
                  } @else {
                    {{ cell.text }}
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (pages() > 1) {
      <nav class="pages" [attr.aria-label]="'rows.pages' | transloco">
        <button type="button" class="button" [disabled]="page() <= 1" (click)="toPage.emit(page() - 1)">
          <eh-icon name="left" />{{ 'rows.previous' | transloco }}
        </button>
        <span aria-live="polite">{{ 'rows.page' | transloco: { page: formats.number(page()), pages: formats.number(pages()) } }}</span>
        <button type="button" class="button" [disabled]="page() >= pages()" (click)="toPage.emit(page() + 1)">
          {{ 'rows.next' | transloco }}<eh-icon name="right" />
        </button>
      </nav>
    }
  `,
  styles: `
    td {
      white-space: nowrap;
    }
    td:first-child,
    th:first-child {
      position: sticky;
      left: 0;
      background: var(--eh-surface);
    }
    .pages {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 14px;
      align-items: center;
      justify-content: flex-end;
      margin-top: 12px;
      color: var(--eh-ink-2);
      font-size: 13px;
    }
    .pages eh-icon {
      width: 15px;
      height: 15px;
    }
  `,
})
export class CasesTable {
  private readonly texts = inject(RowText);
  private readonly carried = inject(Filters).carried;
  protected readonly formats = inject(Formats);

  readonly name = input.required<string>();
  readonly columns = input.required<readonly Column[]>();
  readonly rows = input.required<readonly Row[]>();
  readonly total = input.required<number>();
  readonly page = input.required<number>();
  readonly size = input.required<number>();
  readonly toPage = output<number>();

  protected readonly pages = computed(() => Math.max(1, Math.ceil(this.total() / this.size())));
  protected readonly heads = computed(() =>
    this.columns().map((column) => ({ text: this.texts.column(column), isNumber: isNumber(column) })),
  );
  protected readonly cells = computed(() => this.rows().map((row) => this.columns().map((column) => this.cellOf(row, column))));

  private cellOf(row: Row, column: Column) {
    const value = row[column.id];
    const dossier = column.id === 'dossier_code' && typeof value === 'string' && value !== '' ? value : null;
    const source = row['source'];
    return {
      text: this.texts.cell(value, column),
      dossier,
      query: { ...this.carried(), ...(typeof source === 'string' ? { source } : {}) },
    };
  }
}
