import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { type Day, startOfMonth } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../../design/icon';
import { Formats } from '../../format/formats';

/** Turns from month to month where one stands at a time; past December comes the next year. */
@Component({
  selector: 'eh-month-pager',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  template: `
    <button
      type="button"
      class="icon-button"
      data-turn="back"
      [attr.aria-label]="'calendar.previous_month' | transloco"
      (click)="turn.emit(before())"
    >
      <eh-icon name="left" />
    </button>
    <span class="field">
      <select #chosen [attr.aria-label]="'calendar.month' | transloco" (change)="turn.emit(chosen.value)">
        @for (option of options(); track option.first) {
          <option [value]="option.first" [selected]="option.first === month()">{{ option.name }}</option>
        }
      </select>
    </span>
    <button
      type="button"
      class="icon-button"
      data-turn="on"
      [attr.aria-label]="'calendar.next_month' | transloco"
      (click)="turn.emit(after())"
    >
      <eh-icon name="right" />
    </button>
    <span class="visually-hidden" role="status">{{ said() }}</span>
  `,
  styles: `
    :host {
      display: flex;
      gap: 8px;
      align-items: center;
    }
    .field {
      flex: 1;
      min-width: 0;
      min-height: 44px;
    }
    select {
      width: 100%;
      min-width: 0;
      border: 0;
      outline: 0;
      background: var(--eh-surface);
      color: var(--eh-ink);
      font-weight: 600;
    }
    .icon-button {
      width: 44px;
      height: 44px;
    }
  `,
})
export class MonthPager {
  private readonly formats = inject(Formats);

  /** The first day of the month that stands. */
  readonly month = input.required<Day>();
  /** What is told of each month of the year, from January on. */
  readonly months = input.required<readonly { readonly first: Day; readonly name: string; readonly counted: string }[]>();
  /** The first day of the month to show. */
  readonly turn = output<Day>();

  protected readonly before = computed(() => startOfMonth(this.month(), -1));
  protected readonly after = computed(() => startOfMonth(this.month(), 1));
  /** The months of the year, and the same month of the years beside it. */
  protected readonly options = computed(() => {
    const beside = (months: number) => [startOfMonth(this.month(), months)].map((first) => ({ first, name: first.slice(0, 4) }));
    return [...beside(-12), ...this.months(), ...beside(12)];
  });
  protected readonly said = computed(() => {
    const shown = this.months().find(({ first }) => first === this.month());
    return shown === undefined ? '' : `${this.formats.month(shown.first)}: ${shown.counted}`;
  });
}
