import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

const percent = (share: number): number => Math.min(100, Math.max(0, share * 100));

/**
 * A bar beside a figure in a table cell, from zero to the largest of its column; a tick marks a threshold.
 * `<eh-bar-cell [value]="0.91" [largest]="1" [threshold]="0.85" />`; the figure itself stands in the cell as text.
 */
@Component({
  selector: 'eh-bar-cell',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true', '[class.is-beyond]': 'isBeyond()', '[class.is-unknown]': 'value() === null' },
  template: `
    <span class="bar" [style.width.%]="length()"></span>
    @if (mark(); as mark) {
      <span class="mark" [style.left.%]="mark.at"></span>
    }
  `,
  styles: `
    :host {
      display: block;
      position: relative;
      height: 8px;
      min-width: 40px;
      border-radius: 3px;
      background: var(--eh-line-soft);
    }
    :host(.is-unknown) {
      background: repeating-linear-gradient(45deg, var(--eh-unknown-line) 0 2px, var(--eh-unknown) 2px 5px);
    }
    .bar {
      position: absolute;
      inset: 0 auto 0 0;
      border-radius: 3px;
      background: var(--eh-neutral);
    }
    :host(.is-beyond) .bar {
      background: repeating-linear-gradient(
        45deg,
        var(--eh-worse) 0 5px,
        color-mix(in srgb, var(--eh-worse), var(--eh-surface) 35%) 5px 7px
      );
    }
    .mark {
      position: absolute;
      top: -3px;
      bottom: -3px;
      width: 1.5px;
      background: var(--eh-ink);
    }
    @media (forced-colors: active) {
      .bar {
        background: CanvasText;
      }
    }
  `,
})
export class BarCell {
  /** `null` when unknown: the cell is hatched. */
  readonly value = input.required<number | null>();
  readonly largest = input.required<number>();
  readonly threshold = input<number | null>(null);

  private readonly scale = computed(() => Math.max(this.largest(), this.threshold() ?? 0) || 1);

  protected readonly length = computed(() => percent((this.value() ?? 0) / this.scale()));
  protected readonly isBeyond = computed(() => {
    const threshold = this.threshold();
    return threshold !== null && (this.value() ?? 0) > threshold;
  });
  protected readonly mark = computed(() => {
    const threshold = this.threshold();
    return threshold === null ? null : { at: percent(threshold / this.scale()) };
  });
}
