import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { SequentialStep } from './sequential-scale';

/** One swatch with its words: a class of the palette, the hatch of the unknown, the outline of what is beyond chance, or the circle of a count. */
export interface LegendEntry {
  readonly swatch: SequentialStep | 'unknown' | 'outline' | 'circle';
  readonly text: string;
}

/** The words beside the colours of a tile map or a heat map. */
@Component({
  selector: 'eh-scale-legend',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (entry of entries(); track entry.swatch) {
        <li><i [class]="'swatch-' + entry.swatch" aria-hidden="true"></i>{{ entry.text }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 14px;
      margin: 0;
      padding: 0;
      list-style: none;
      color: var(--eh-ink-2);
      font-size: 12px;
    }
    li {
      display: inline-flex;
      align-items: center;
      min-width: 0;
    }
    i {
      flex: none;
      box-sizing: border-box;
      width: 14px;
      height: 14px;
      margin-right: 5px;
      border-radius: 3px;
      forced-color-adjust: none;
    }
    .swatch-0 {
      background: var(--eh-seq-0);
    }
    .swatch-1 {
      background: var(--eh-seq-1);
    }
    .swatch-2 {
      background: var(--eh-seq-2);
    }
    .swatch-3 {
      background: var(--eh-seq-3);
    }
    .swatch-4 {
      background: var(--eh-seq-4);
    }
    .swatch-unknown {
      background: repeating-linear-gradient(45deg, var(--eh-unknown-line) 0 2px, var(--eh-unknown) 2px 5px);
    }
    .swatch-circle {
      border: 1px solid var(--eh-brand);
      border-radius: 50%;
      background: color-mix(in srgb, var(--eh-brand), transparent 72%);
    }
    .swatch-outline {
      border: 2px solid var(--eh-ink);
    }
  `,
})
export class ScaleLegend {
  readonly entries = input.required<readonly LegendEntry[]>();
}
