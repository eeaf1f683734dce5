import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { ChartFrame, ChartOption } from './chart-option';
import type { Drawing } from './chart-picture';
import { type ChartTheme, themeOf } from './chart-theme';
import type { knowMaps, openChart } from './echarts';
import type { MapFile } from './map-outlines';

/** A figure of a drawing that was clicked or entered. */
export interface PickedFigure {
  readonly series: number;
  readonly index: number;
}

/** Draws for a frame: a pure option builder with its data and texts already given. */
export type Draw = (frame: ChartFrame) => ChartOption;

type Engine = ReturnType<typeof openChart>;

/**
 * Draws an option. The engine is loaded when the first chart appears; the drawing follows its box, the theme and its input.
 * `<eh-chart [draw]="draw()" [height]="240" label="…" />` with `draw = computed(() => (frame) => trendOption(data, texts, frame))`.
 * With the keyboard: Left and Right walk the figures, Enter picks one, Escape closes the tooltip.
 */
@Component({
  selector: 'eh-chart',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div
    #box
    role="img"
    tabindex="0"
    [attr.aria-label]="label()"
    [style.height.px]="pixels()"
    (keydown)="onKey($event)"
    (blur)="closeTip()"
  ></div>`,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    div {
      width: 100%;
    }
  `,
})
export class Chart {
  readonly draw = input.required<Draw>();
  /** In pixels, or from the width. */
  readonly height = input<number | ((width: number) => number)>(220);
  /** The finding in one sentence, for those who do not see the drawing. */
  readonly label = input.required<string>();
  /** Which series the keyboard walks and over how many figures. */
  readonly walk = input<{ readonly series: number; readonly length: number }>({ series: 0, length: 0 });

  /** The maps that the drawing names. */
  readonly maps = input<Readonly<Record<string, MapFile>>>({});

  /** A figure that was clicked, or entered with the keyboard while its tooltip shows. */
  readonly picked = output<PickedFigure>();

  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly destroyed = inject(DestroyRef);
  private readonly width = signal(0);
  private readonly theme = signal<ChartTheme | null>(null);
  private readonly engine = signal<Engine | null>(null);
  private knowMaps: typeof knowMaps | null = null;
  private known: Readonly<Record<string, MapFile>> | null = null;
  private inHand = -1;
  private isOpening = false;

  protected readonly pixels = computed(() => {
    const height = this.height();
    return typeof height === 'number' ? height : height(this.width());
  });

  private readonly option = computed(() => {
    const theme = this.theme();
    const width = this.width();
    return theme === null || width === 0 ? null : this.draw()({ theme, width });
  });

  constructor() {
    afterNextRender(() => {
      this.followWidth();
      this.followTheme();
      this.followPaper();
    });
    afterRenderEffect(() => this.paint());
  }

  /** What is drawn at this moment, as an SVG document of its own; `null` while nothing is. */
  drawing(): Drawing | null {
    const [theme, width, height, engine] = [this.theme(), this.width(), this.pixels(), this.engine()];
    if (theme === null || engine === null || width === 0) return null;
    this.closeTip();
    return { svg: engine.renderToSVGString(), width, height, theme };
  }

  protected closeTip(): void {
    this.inHand = -1;
    this.engine()?.dispatchAction({ type: 'hideTip' });
  }

  protected onKey(event: KeyboardEvent): void {
    const { series, length } = this.walk();
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.key === 'Escape') this.closeTip();
    if (event.key === 'Enter' && this.inHand >= 0) this.picked.emit({ series, index: this.inHand });
    if (step === 0 || length === 0) return;
    event.preventDefault();
    this.inHand = Math.min(length - 1, Math.max(0, this.inHand + step));
    this.engine()?.dispatchAction({ type: 'showTip', seriesIndex: series, dataIndex: this.inHand });
  }

  private paint(): void {
    const [option, height, width, engine] = [this.option(), this.pixels(), this.width(), this.engine()];
    const maps = this.maps();
    if (option === null || engine === null) return;
    if (this.known !== maps) this.knowMaps?.(maps);
    this.known = maps;
    engine.resize({ width, height });
    engine.setOption(option, { notMerge: true });
    // Lets a style sheet scale the drawing, which paper of any width asks for.
    this.box().nativeElement.querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`);
  }

  /** Paper may be of another theme than the screen, and it does not wait: the drawing changes while it is told. */
  private followPaper(): void {
    const paper = matchMedia('print');
    const redraw = (): void => {
      this.width.set(Math.floor(this.box().nativeElement.clientWidth));
      this.readTheme();
      this.paint();
    };
    paper.addEventListener('change', redraw);
    this.destroyed.onDestroy(() => paper.removeEventListener('change', redraw));
  }

  private followWidth(): void {
    const element = this.box().nativeElement;
    const observer = new ResizeObserver(() => {
      this.width.set(Math.floor(element.clientWidth));
      if (this.width() === 0) return;
      // TRICKY: content projected into a panel is made before it is attached, and has no style until then.
      if (this.theme() === null) this.readTheme();
      void this.open();
    });
    observer.observe(element);
    this.destroyed.onDestroy(() => observer.disconnect());
  }

  private followTheme(): void {
    const read = (): void => this.readTheme();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
    const media = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'].map((query) => matchMedia(query));
    for (const list of media) list.addEventListener('change', read);
    this.destroyed.onDestroy(() => {
      observer.disconnect();
      for (const list of media) list.removeEventListener('change', read);
    });
  }

  private readTheme(): void {
    if (this.width() > 0) this.theme.set(themeOf(this.box().nativeElement));
  }

  private async open(): Promise<void> {
    if (this.isOpening) return;
    this.isOpening = true;
    const { knowMaps, openChart } = await import('./echarts');
    this.knowMaps = knowMaps;
    if (this.destroyed.destroyed) return;
    const engine = openChart(this.box().nativeElement);
    this.destroyed.onDestroy(() => engine.dispose());
    engine.on('click', ({ seriesIndex, dataIndex }) => this.picked.emit({ series: seriesIndex ?? 0, index: dataIndex }));
    this.engine.set(engine);
  }
}
