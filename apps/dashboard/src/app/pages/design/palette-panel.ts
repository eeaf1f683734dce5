import { afterNextRender, ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Formats } from '../../format/formats';
import { contrast } from './contrast';

/** A colour on the ground that it stands on, and the contrast that it needs there. */
interface Pair {
  readonly color: string;
  readonly on: string;
  readonly least: number;
}

const text = (color: string, on = 'surface'): Pair => ({ color, on, least: 4.5 });
const mark = (color: string): Pair => ({ color, on: 'surface', least: 3 });

const PAIRS: readonly Pair[] = [
  ...['ink', 'ink-2', 'ink-3', 'brand', 'worse-text'].flatMap((color) => [text(color), text(color, 'page')]),
  ...['better', 'worse', 'watch', 'neutral', ...[1, 2, 3, 4, 5, 6].map((series) => `series-${series}`)].map(mark),
  ...['better', 'worse', 'watch', 'neutral'].map((role) => text(`${role}-strong`, `${role}-soft`)),
  ...[0, 1, 2, 3, 4].map((step) => text(`on-seq-${step}`, `seq-${step}`)),
  text('on-brand', 'brand'),
];

/** Every colour role in one theme with its contrast, as the browser computes it. */
@Component({
  selector: 'eh-palette-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  host: { '[style.color-scheme]': 'theme()' },
  template: `
    <h3>{{ (theme() === 'dark' ? 'design.dark' : 'design.light') | transloco }}</h3>
    <ul>
      @for (pair of shown(); track pair.name) {
        <li [attr.data-pair]="pair.name" [attr.data-enough]="pair.isEnough">
          <span class="swatch" [style.color]="pair.color" [style.background]="pair.on">
            @if (pair.isMark) {
              <i aria-hidden="true"></i>
            } @else {
              Ặ 9,5
            }
          </span>
          <code>{{ pair.name }}</code>
          <b>{{ pair.contrast }}</b>
          <span>{{ (pair.isEnough ? 'design.enough' : 'design.too_little') | transloco: { least: pair.least } }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      padding: 14px;
      border: 1px solid var(--eh-line);
      border-radius: var(--eh-radius);
      background: var(--eh-surface);
      color: var(--eh-ink);
    }
    h3 {
      margin-bottom: 8px;
      font-size: 15px;
    }
    ul {
      display: grid;
      gap: 5px;
      margin: 0;
      padding: 0;
      list-style: none;
      font-size: 13px;
    }
    li {
      display: grid;
      grid-template-columns: 66px minmax(0, 1fr) 44px 72px;
      gap: 10px;
      align-items: center;
    }
    .swatch {
      padding: 4px 8px;
      border: 1px solid var(--eh-line);
      border-radius: 5px;
      font-weight: 600;
      text-align: center;
    }
    i {
      display: inline-block;
      width: 22px;
      height: 10px;
      background: currentColor;
    }
    code {
      overflow-wrap: anywhere;
    }
  `,
})
export class PalettePanel {
  readonly theme = input.required<'light' | 'dark'>();

  private readonly formats = inject(Formats);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly ratios = signal<readonly number[]>([]);

  protected readonly shown = computed(() =>
    PAIRS.map(({ color, on, least }, index) => {
      const ratio = this.ratios()[index];
      const known = ratio === undefined ? '…' : this.formats.number(ratio, 1);
      const name = `${color} / ${on}`;
      const words = {
        isMark: least < 4.5,
        least: this.formats.number(least, 1),
        contrast: known,
        isEnough: ratio === undefined || ratio >= least,
      };
      return { name, color: `var(--eh-${color})`, on: `var(--eh-${on})`, ...words };
    }),
  );

  constructor() {
    afterNextRender(() => {
      const swatches = [...this.host.querySelectorAll<HTMLElement>('.swatch')].map((swatch) => getComputedStyle(swatch));
      this.ratios.set(swatches.map(({ color, backgroundColor }) => contrast(color, backgroundColor)));
    });
  }
}
