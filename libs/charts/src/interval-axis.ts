import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { percentOn, type ValueAxis } from './value-axis';

/** The ticks above a column of interval rows, written by `format`. */
@Component({
  selector: 'eh-interval-axis',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true' },
  template: `
    @for (tick of ticks(); track tick.at) {
      <span [style.left.%]="tick.at">{{ tick.text }}</span>
    }
  `,
  styles: `
    :host {
      display: block;
      position: relative;
      height: 18px;
    }
    span {
      position: absolute;
      transform: translateX(-50%);
      color: var(--eh-ink-3);
      font-size: 12px;
      font-weight: 400;
      white-space: nowrap;
    }
  `,
})
export class IntervalAxis {
  readonly axis = input.required<ValueAxis>();
  readonly format = input.required<(value: number) => string>();

  protected readonly ticks = computed(() =>
    this.axis().ticks.map((tick) => ({ at: percentOn(this.axis(), tick), text: this.format()(tick) })),
  );
}
