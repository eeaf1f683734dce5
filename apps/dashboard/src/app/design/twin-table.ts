import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** How many of how many rows a table shows. */
export interface TablePart {
  readonly shown: number;
  readonly total: number;
}

/** The numbers of a drawing as a table. */
export interface TableTwin {
  readonly columns: readonly { readonly text: string; readonly isNumber?: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** Where these are not all rows there are. */
  readonly part?: TablePart | undefined;
  /** Where a row can be chosen as in the drawing: the keys of the rows in their order. */
  readonly pick?: TablePick;
}

/** Chooses a row of a table. */
export interface TablePick {
  readonly keys: readonly string[];
  readonly chosen: string | null;
  readonly choose: (key: string) => void;
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
          @for (row of twin().rows; track $index; let line = $index) {
            <tr [class.is-chosen]="isChosen(line)">
              @for (cell of row; track $index) {
                <td [class.number]="twin().columns[$index]?.isNumber">
                  @if ($first && twin().pick; as pick) {
                    <button type="button" class="pick" [attr.aria-pressed]="isChosen(line)" (click)="pick.choose(pick.keys[line] ?? '')">
                      {{ cell }}
                    </button>
                  } @else {
                    {{ cell }}
                  }
                </td>
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
    .pick {
      min-height: 24px;
      padding: 2px 0;
      border: 0;
      background: none;
      color: var(--eh-ink);
      font: inherit;
      text-align: left;
      text-decoration: underline;
      text-decoration-color: var(--eh-control-line);
      text-underline-offset: 3px;
      cursor: pointer;
    }
    .is-chosen {
      background: var(--eh-brand-soft);
    }
  `,
})
export class TwinTable {
  readonly twin = input.required<TableTwin>();
  readonly name = input.required<string>();

  protected isChosen(line: number): boolean {
    const pick = this.twin().pick;
    return pick !== undefined && pick.chosen !== null && pick.keys[line] === pick.chosen;
  }
}
