import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { type Sort, toggled } from '../format/sort';
import { Icon } from './icon';

/** The button in a column's head: `<th [attr.aria-sort]="ariaSort(sort(), 'n')"><eh-sort-header column="n" …>`. */
@Component({
  selector: 'eh-sort-header',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <button type="button" [class.is-sorted]="isSorted()" (click)="sorted.emit(next())">
      <ng-content /><eh-icon
        [name]="sort().isDescending ? 'solid_down' : 'solid_up'"
        [style.visibility]="isSorted() ? 'visible' : 'hidden'"
      />
    </button>
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
    button:hover,
    .is-sorted {
      color: var(--eh-ink);
    }
    /* In a column of numbers the mark stands before the words, so that these end where the numbers end. */
    :host-context(.number) button {
      flex-direction: row-reverse;
    }
    eh-icon {
      width: 8px;
      height: 8px;
    }
  `,
})
export class SortHeader {
  readonly column = input.required<string>();
  readonly sort = input.required<Sort>();
  /** True where the first click should show the largest first. */
  readonly isLargestFirst = input(false);
  readonly sorted = output<Sort>();

  protected readonly isSorted = computed(() => this.sort().column === this.column());
  protected readonly next = computed(() => toggled(this.sort(), this.column(), this.isLargestFirst()));
}
