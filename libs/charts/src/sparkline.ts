import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type Series, sparklinePaths } from './sparkline-geometry';

const WIDTH = 200;
const HEIGHT = 34;
const PADDING = 3;

/**
 * A small line without axes for a card or a table cell; the standard is dashed, gaps stay gaps.
 * It fills the width of its box: `<eh-sparkline [series]="weeks" [standard]="0.05" label="…" />`.
 */
@Component({
  selector: 'eh-sparkline',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'img', '[attr.aria-label]': 'label()' },
  template: `
    <svg [attr.viewBox]="viewBox" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      @let y = paths().standardY;
      @if (y !== null) {
        <line class="standard" x1="0" [attr.x2]="width" [attr.y1]="y" [attr.y2]="y" vector-effect="non-scaling-stroke" />
      }
      @for (run of paths().runs; track $index) {
        <path class="run" [attr.d]="run" vector-effect="non-scaling-stroke" />
      }
      @if (paths().partial; as path) {
        <path class="run partial" [attr.d]="path" vector-effect="non-scaling-stroke" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
      height: 34px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    .run {
      fill: none;
      stroke: var(--eh-ink);
      stroke-width: 1.6;
      stroke-linejoin: round;
      stroke-linecap: round;
    }
    .partial {
      stroke-dasharray: 2 4;
    }
    .standard {
      stroke: var(--eh-better);
      stroke-width: 1;
      stroke-dasharray: 3 3;
    }
  `,
})
export class Sparkline {
  /** Oldest bucket first; `null` where nothing is known. */
  readonly series = input.required<Series>();
  /** The value a service standard asks for, in the unit of the series. */
  readonly standard = input<number | null>(null);
  /** True when the last bucket is still filling. */
  readonly isLastPartial = input(false);
  /** What the line says, for those who do not see it. */
  readonly label = input.required<string>();

  protected readonly width = WIDTH;
  protected readonly viewBox = `0 0 ${WIDTH} ${HEIGHT}`;
  protected readonly paths = computed(() =>
    sparklinePaths(this.series(), {
      width: WIDTH,
      height: HEIGHT,
      padding: PADDING,
      standard: this.standard(),
      isLastPartial: this.isLastPartial(),
    }),
  );
}
