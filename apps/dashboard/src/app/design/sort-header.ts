import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { type Sort, toggled } from '../format/sort';

/** The button in a column's head: `<th [attr.aria-sort]="ariaSort(sort(), 'n')"><eh-sort-header column="n" …>`. */
@Component({
  selector: 'eh-sort-header',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" [class.is-sorted]="arrow() !== ''" (click)="sorted.emit(next())">
      <ng-content /><span class="arrow" aria-hidden="true">{{ arrow() }}</span>
    </button>
  `,
  styles: `
    button {
      display: inline-flex;
      gap: 3px;
      align-items: baseline;
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
    .arrow {
      min-width: 9px;
      font-size: 9px;
    }
  `,
})
export class SortHeader {
  readonly column = input.required<string>();
  readonly sort = input.required<Sort>();
  /** True where the first click should show the largest first. */
  readonly isLargestFirst = input(false);
  readonly sorted = output<Sort>();

  protected readonly arrow = computed(() => (this.sort().column !== this.column() ? '' : this.sort().isDescending ? '▼' : '▲'));
  protected readonly next = computed(() => toggled(this.sort(), this.column(), this.isLargestFirst()));
}
