import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { percentOn, type ValueAxis } from './value-axis';

/** What a comparison came to; colour only repeats it, the words stand beside the row. */
export type Verdict = 'worse' | 'better' | 'watch' | 'neutral';

/** A value with its bounds; `raw` is the value before adjustment where there is one. */
export interface IntervalMark {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly raw?: number | null;
}

/**
 * One line of a ranking: a dot with its interval against the line of the whole city.
 * `<eh-interval-row [mark]="…" [axis]="axis" [reference]="city" [verdict]="'worse'" label="…" />`;
 * draw the ticks once above the column with `<eh-interval-axis>`.
 */
@Component({
  selector: 'eh-interval-row',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'img', '[attr.aria-label]': 'label()' },
  template: `
    <svg aria-hidden="true" focusable="false" [class]="verdict()">
      @for (x of drawing().ticks; track x) {
        <line class="tick" [attr.x1]="x + '%'" [attr.x2]="x + '%'" y1="0" y2="100%" />
      }
      @if (drawing().band; as band) {
        <rect class="band" [attr.x]="band.at" [attr.width]="band.width" y="0" height="100%" />
      }
      @if (drawing().reference; as x) {
        <line class="reference" [attr.x1]="x" [attr.x2]="x" y1="0" y2="100%" />
      }
      @if (drawing().whisker; as whisker) {
        <line class="whisker" [attr.x1]="whisker.from" [attr.x2]="whisker.to" y1="50%" y2="50%" />
      }
      @if (drawing().raw; as x) {
        <circle class="raw" [attr.cx]="x" cy="50%" r="4" />
      }
      @if (drawing().dot; as x) {
        <circle class="dot" [attr.cx]="x" cy="50%" r="4.8" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
      height: 30px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      overflow: visible;
      --mark: var(--eh-neutral);
    }
    .worse {
      --mark: var(--eh-worse);
    }
    .better {
      --mark: var(--eh-better);
    }
    .watch {
      --mark: var(--eh-watch);
    }
    .tick {
      stroke: var(--eh-line-soft);
    }
    .band {
      fill: var(--eh-neutral-soft);
    }
    .reference {
      stroke: var(--eh-ink);
      stroke-width: 1.2;
    }
    .whisker {
      stroke: var(--mark);
      stroke-width: 2.4;
      stroke-linecap: round;
    }
    .dot {
      fill: var(--mark);
    }
    .raw {
      fill: var(--eh-surface);
      stroke: var(--eh-ink-3);
      stroke-width: 1.5;
    }
  `,
})
export class IntervalRow {
  readonly mark = input.required<IntervalMark>();
  readonly axis = input.required<ValueAxis>();
  /** The value of the whole city, drawn as an upright line. */
  readonly reference = input<number | null>(null);
  /** Where most others lie, drawn behind the row. */
  readonly band = input<{ readonly low: number; readonly high: number } | null>(null);
  readonly verdict = input<Verdict>('neutral');
  /** The figures in words, e.g. "31,2 % (28,1–34,3 %), toàn thành phố 15,9 %". */
  readonly label = input.required<string>();

  protected readonly drawing = computed(() => {
    const axis = this.axis();
    const { value, low, high, raw = null } = this.mark();
    const at = (position: number | null): string | null => (position === null ? null : `${percentOn(axis, position)}%`);
    const band = this.band();
    const from = band === null ? 0 : percentOn(axis, band.low);
    return {
      band: band === null ? null : { at: `${from}%`, width: `${percentOn(axis, band.high) - from}%` },
      ticks: axis.ticks.map((tick) => percentOn(axis, tick)),
      reference: at(this.reference()),
      whisker: low === null || high === null ? null : { from: at(low), to: at(high) },
      raw: at(raw),
      dot: at(value),
    };
  });
}
