import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { plainLetters } from '../format/search';
import { Words } from '../i18n/words';
import { ColumnCell } from './table/column-cell';
import { DataTable } from './table/data-table';
import { ownState } from './table/own-state';
import { PanelTables } from './table/panel-tables';
import { twinColumns, type TwinLine, twinLines } from './table/twin-columns';

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

/** The same numbers as a drawing in the one table. */
@Component({
  selector: 'eh-twin-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ColumnCell, DataTable, TranslocoPipe],
  // The card offers the figures of its drawing by itself: this table is not one more of its tables.
  providers: [PanelTables],
  template: `
    <eh-data-table
      [key]="key()"
      [name]="name()"
      [columns]="columns()"
      [rows]="lines()"
      [state]="state"
      [idOf]="idOf()"
      [textOf]="textOf"
      [searchText]="'table.search' | transloco"
      [chosen]="twin().pick?.chosen ?? null"
      [hasPins]="false"
      [isCompact]="true"
      [height]="420"
    >
      <ng-template ehColumnCell="0" [ehColumnCellOf]="lines()" let-line>
        @if (twin().pick; as pick) {
          <button type="button" class="pick" [attr.aria-pressed]="idOf()(line) === pick.chosen" (click)="pick.choose(idOf()(line))">
            {{ line.texts[0] }}
          </button>
        } @else {
          <span class="name">{{ line.texts[0] }}</span>
        }
      </ng-template>
    </eh-data-table>
  `,
  styles: `
    .name {
      overflow-wrap: break-word;
      font-weight: 500;
      white-space: normal;
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
  `,
})
export class TwinTable {
  readonly twin = input.required<TableTwin>();
  readonly name = input.required<string>();

  private readonly words = inject(Words);
  protected readonly columns = computed(() => twinColumns(this.twin(), this.words.language()));
  protected readonly lines = computed(() => twinLines(this.twin()));
  protected readonly state = ownState(() => this.columns().map(({ id }) => id));
  /** The id of the table. */
  protected readonly key = computed(() => `twin-${plainLetters(this.name()).replace(/[^a-z0-9]+/g, '-')}`);
  protected readonly idOf = computed(() => {
    const keys = this.twin().pick?.keys ?? [];
    return ({ place }: TwinLine): string => keys[place] ?? String(place);
  });
  protected readonly textOf = ({ texts }: TwinLine): string => texts.join(' ');
}
