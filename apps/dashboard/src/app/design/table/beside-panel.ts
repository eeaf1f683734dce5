import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../icon';
import { VerdictTag } from '../verdict-tag';
import type { TableCell } from './table-column';

/** One pinned row, its cells by column. */
export interface BesideRow {
  readonly id: string;
  readonly name: TableCell;
  readonly cells: readonly TableCell[];
}

export interface BesideColumn {
  readonly id: string;
  readonly text: string;
  readonly total: TableCell | null;
}

/** Pinned rows side by side: one column a row, one line a figure. */
@Component({
  selector: 'eh-beside-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe, VerdictTag],
  template: `
    <div class="table-box" tabindex="0" role="group" [attr.aria-label]="'table.beside' | transloco">
      <table class="table dense" id="beside">
        <caption class="visually-hidden">
          {{
            'table.beside' | transloco
          }}
        </caption>
        <thead>
          <tr>
            <td></td>
            @for (row of rows(); track row.id) {
              <th scope="col" class="number">
                <span class="head"
                  >{{ row.name.text
                  }}<button
                    type="button"
                    class="unpin"
                    [attr.aria-label]="'table.unpin' | transloco: { name: row.name.text }"
                    (click)="unpin.emit(row.id)"
                  >
                    <eh-icon name="close" /></button
                ></span>
              </th>
            }
            @if (hasTotal()) {
              <th scope="col" class="number">{{ totalText() === '' ? ('points.whole_city' | transloco) : totalText() }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (column of columns(); track column.id; let line = $index) {
            <tr>
              <th scope="row">{{ column.text }}</th>
              @for (row of rows(); track row.id) {
                @let cell = row.cells[line];
                <td class="number" [title]="cell?.title ?? ''">
                  @if (cell?.verdict; as verdict) {
                    <eh-verdict-tag [verdict]="verdict" />
                  } @else {
                    <span [class]="'figure is-' + (cell?.look ?? 'plain')">{{ cell?.text }}</span>
                  }
                </td>
              }
              @if (hasTotal()) {
                <td class="number city">{{ column.total?.text ?? '' }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host {
      display: block;
      margin-bottom: 14px;
      padding: 8px 12px;
      border: 1px solid var(--eh-line);
      border-radius: var(--eh-radius-small);
      background: var(--eh-page);
    }
    .table {
      width: auto;
      min-width: min(100%, 560px);
    }
    th[scope='row'] {
      position: sticky;
      left: 0;
      min-width: 130px;
      background: var(--eh-page);
      color: var(--eh-ink-2);
      font-size: 13px;
    }
    th[scope='col'] {
      min-width: 110px;
      color: var(--eh-ink);
      font-size: 13px;
      font-weight: 600;
      white-space: normal;
    }
    .head {
      display: inline-flex;
      gap: 4px;
      align-items: flex-start;
    }
    .unpin {
      display: grid;
      flex: none;
      place-items: center;
      width: 24px;
      height: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--eh-ink-3);
      cursor: pointer;
    }
    .unpin eh-icon {
      width: 13px;
      height: 13px;
    }
    .city {
      color: var(--eh-ink-2);
    }
  `,
})
export class BesidePanel {
  readonly rows = input.required<readonly BesideRow[]>();
  readonly columns = input.required<readonly BesideColumn[]>();
  readonly totalText = input('');
  readonly unpin = output<string>();

  protected readonly hasTotal = computed(() => this.columns().some(({ total }) => total !== null));
}
