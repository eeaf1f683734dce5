import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Chart } from '@evenhand/charts';
import { TranslocoPipe } from '@jsverse/transloco';
import { windowRange } from '../data/buckets';
import { Filters } from '../data/filters';
import { Formats } from '../format/formats';

/** Under a course over time: how to look closer, and for the stretch that is looked at the way back, or to keep it as the period. */
@Component({
  selector: 'eh-zoom-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    @if (range(); as range) {
      <p class="shown">
        <span role="status">{{ 'zoom.shown' | transloco: { range: formats.range(range) } }}</span>
        <button type="button" class="button" (click)="chart().zoom(null)">{{ 'zoom.whole' | transloco }}</button>
        <button type="button" class="button" (click)="keep()">{{ 'zoom.keep' | transloco }}</button>
      </p>
    } @else if (chart().buckets().length > 3) {
      <p class="hint">{{ 'zoom.hint' | transloco }}</p>
    }
  `,
  styles: `
    p {
      margin-top: 6px;
      color: var(--eh-ink-3);
      font-size: 12px;
    }
    .shown {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 10px;
      align-items: center;
      color: var(--eh-ink-2);
      font-size: 13px;
    }
    @media (hover: none) {
      .hint {
        display: none;
      }
    }
    @media print {
      .hint,
      button {
        display: none;
      }
    }
  `,
})
export class ZoomBar {
  readonly chart = input.required<Chart>();

  private readonly filters = inject(Filters);
  protected readonly formats = inject(Formats);

  protected readonly range = computed(() => {
    const window = this.chart().window();
    return window === null ? null : windowRange(this.chart().buckets(), window);
  });

  /** A stretch that is worth keeping is the period of every page. */
  protected keep(): void {
    const range = this.range();
    if (range === null) return;
    this.chart().zoom(null);
    void this.filters.change({ range });
  }
}
