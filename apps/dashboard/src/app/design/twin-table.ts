import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** The numbers of a drawing as a table. */
export interface TableTwin {
  readonly columns: readonly { readonly text: string; readonly isNumber?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

@Component({
  selector: 'eh-twin-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="table-box" tabindex="0" role="group" [attr.aria-label]="name()">
      <table class="table dense">
        <caption class="visually-hidden">
          {{
            name()
          }}
        </caption>
        <thead>
          <tr>
            @for (column of twin().columns; track $index) {
              <th scope="col" [class.number]="column.isNumber">{{ column.text }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of twin().rows; track $index) {
            <tr>
              @for (cell of row; track $index) {
                <td [class.number]="twin().columns[$index]?.isNumber">{{ cell }}</td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .table-box {
      max-height: 420px;
      overflow: auto;
    }
    thead th {
      position: sticky;
      top: 0;
      background: var(--eh-surface);
    }
  `,
})
export class TwinTable {
  readonly twin = input.required<TableTwin>();
  readonly name = input.required<string>();
}
