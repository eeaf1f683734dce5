import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Words } from '../../i18n/words';
import type { Sort } from '../../format/sort';
import { clicked } from '../../format/sorts';
import { Icon } from '../icon';
import type { TableColumn } from './table-column';

/** The button in a column's head: a click sorts by it, one with Shift sorts by it after the others. */
@Component({
  selector: 'eh-column-head',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  host: { '[class.is-number]': 'column().isNumber' },
  template: `
    @if (column().order === undefined) {
      <span class="fixed" [title]="column().about ?? ''">{{ column().text }}</span>
    } @else {
      <button type="button" [class.is-sorted]="place() >= 0" [title]="title()" (click)="sort($event.shiftKey)">
        <span class="text">{{ column().text }}</span>
        <span class="mark" [class.is-hidden]="place() < 0"
          ><eh-icon [name]="sorts()[place()]?.isDescending ? 'solid_down' : 'solid_up'" />
          @if (sorts().length > 1 && place() >= 0) {
            <span aria-hidden="true">{{ place() + 1 }}</span>
          }
        </span>
        @if (spoken() !== '') {
          <span class="visually-hidden">{{ spoken() }}</span>
        }
      </button>
      <!-- The heads of every further sheet are printed without what can be pressed. -->
      <span class="on-paper">{{ column().text }}</span>
    }
  `,
  styles: `
    button {
      display: inline-flex;
      gap: 4px;
      align-items: center;
      min-height: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font-size: inherit;
      font-weight: inherit;
      text-align: inherit;
      cursor: pointer;
    }
    .fixed {
      display: inline-flex;
      align-items: center;
      min-height: 24px;
    }
    button:hover,
    .is-sorted {
      color: var(--eh-ink);
    }
    .is-sorted .text {
      font-weight: 600;
    }
    :host(.is-number) button {
      flex-direction: row-reverse;
    }
    .mark {
      display: inline-flex;
      flex: none;
      gap: 1px;
      align-items: center;
      font-size: 10px;
      font-weight: 600;
    }
    .is-hidden {
      visibility: hidden;
    }
    @media print {
      button {
        display: none;
      }
    }
    eh-icon {
      width: 8px;
      height: 8px;
    }
  `,
})
export class ColumnHead {
  readonly column = input.required<Pick<TableColumn<never>, 'id' | 'text' | 'about' | 'isNumber' | 'isLargestFirst' | 'order'>>();
  readonly sorts = input.required<readonly Sort[]>();
  readonly sorted = output<readonly Sort[]>();

  private readonly words = inject(Words);
  protected readonly place = computed(() => this.sorts().findIndex(({ column }) => column === this.column().id));
  protected readonly title = computed(() =>
    [this.column().about ?? '', this.words.say('table.hint')].filter((part) => part !== '').join('\n'),
  );
  /** `aria-sort` may stand on one head only: those that sort after it say so in words. */
  protected readonly spoken = computed(() => {
    const place = this.place();
    if (place < 1) return '';
    return this.words.say(this.sorts()[place]?.isDescending ? 'table.then_down' : 'table.then_up', { place: place + 1 });
  });

  protected sort(isAdded: boolean): void {
    const { id, isLargestFirst } = this.column();
    this.sorted.emit(clicked(this.sorts(), { column: id, isLargestFirst: isLargestFirst ?? false, isAdded }));
  }
}
