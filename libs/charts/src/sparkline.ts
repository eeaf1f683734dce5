import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, input } from '@angular/core';
import { HoverLink } from './hover-link';
import { bucketAt, type Series, sparklinePaths } from './sparkline-geometry';
import { bucketHolding } from './time-window';

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
  host: { role: 'img', '[attr.aria-label]': 'label()', '(pointermove)': 'point($event)', '(pointerleave)': 'leave()' },
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
      @if (pointed(); as dot) {
        <line class="here" [attr.x1]="dot.x" [attr.x2]="dot.x" y1="0" [attr.y2]="height" vector-effect="non-scaling-stroke" />
        <path class="dot" [attr.d]="'M' + dot.x + ',' + dot.y + 'h0'" vector-effect="non-scaling-stroke" />
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
    .here {
      stroke: var(--eh-control-line);
      stroke-width: 1;
    }
    .dot {
      stroke: var(--eh-brand);
      stroke-width: 7;
      stroke-linecap: round;
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
  /** First days of the buckets, where the line points along with the other drawings of the page. */
  readonly buckets = input<readonly string[]>([]);
  /** What the line says, for those who do not see it. */
  readonly label = input.required<string>();

  private readonly link = inject(HoverLink);
  protected readonly width = WIDTH;
  protected readonly height = HEIGHT;
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

  /** The bucket that is pointed at here or on another drawing of the page. */
  protected readonly pointed = computed(() => {
    const pointed = this.link.pointed();
    if (pointed?.what !== 'day') return null;
    return this.paths().dots[bucketHolding(this.buckets(), pointed.key)] ?? null;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.leave());
  }

  protected point({ clientX, currentTarget }: MouseEvent): void {
    const { left, width } = currentTarget instanceof Element ? currentTarget.getBoundingClientRect() : { left: 0, width: 0 };
    const key = width === 0 ? undefined : this.buckets()[bucketAt((clientX - left) / width, this.buckets().length)];
    if (key !== undefined) this.link.point({ what: 'day', key, by: this });
  }

  protected leave(): void {
    this.link.leave(this);
  }
}
