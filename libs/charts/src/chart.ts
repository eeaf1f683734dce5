import {
  afterNextRender,
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { Stroke } from './brush';
import { type ChartFrame, type ChartOption, tipText } from './chart-option';
import type { Drawing } from './chart-picture';
import { followPointer } from './chart-pointer';
import { followPaper, followSize, followTheme } from './chart-surroundings';
import { type ChartTheme, themeOf } from './chart-theme';
import type { knowMaps } from './echarts';
import { HoverLink } from './hover-link';
import type { MapFile } from './map-outlines';
import { type Engine, placeOf, plotsOf } from './plot-places';
import { bucketHolding, placesOf, type TimeWindow, windowAround, windowBetween, zoomedOption } from './time-window';

/** A figure of a drawing that was clicked or entered. */
export interface PickedFigure {
  readonly series: number;
  readonly index: number;
}

/** Draws for a frame: a pure option builder with its data and texts already given. */
export type Draw = (frame: ChartFrame) => ChartOption;

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
const ZOOMS: Readonly<Record<string, number>> = { '+': 0.5, '=': 0.5, '-': 2 };

/**
 * Draws an option. The engine is loaded when the first chart appears; the drawing follows its box, the theme and its input.
 * `<eh-chart [draw]="draw()" [height]="240" label="…" />` with `draw = computed(() => (frame) => trendOption(data, texts, frame))`.
 * With the keyboard: Left and Right walk the figures, Enter picks one, Escape closes the tooltip. With `buckets` it shows a course
 * over time: drawing a stretch, or + and −, comes closer; a double click or Escape goes back. What is pointed at is pointed at in
 * every drawing of the page that knows the day or the place.
 */
@Component({
  selector: 'eh-chart',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div
      #box
      class="box"
      role="img"
      tabindex="0"
      [class.is-zoomable]="buckets().length > 0"
      [attr.aria-label]="label()"
      [style.height.px]="fills() ? null : pixels()"
      (keydown)="onKey($event)"
      (focus)="onFocus()"
      (blur)="leave()"
      (dblclick)="zoom(null)"
    ></div>
    @if (stroke(); as stroke) {
      <i class="stroke" [style.left.px]="stroke.from" [style.width.px]="stroke.to - stroke.from"></i>
    }
    <p class="visually-hidden" aria-live="polite">{{ said() }}</p>
  `,
  styleUrl: './chart.css',
  host: { '[class.fills]': 'fills()', '[style.min-height.px]': 'fills() ? least() : null' },
})
export class Chart {
  readonly draw = input.required<Draw>();
  /** In pixels, or from the width. */
  readonly height = input<number | ((width: number) => number)>(220);
  /** True where the drawing takes all the height that its card has left; `height` is then the least. */
  readonly fills = input(false);
  /** The finding in one sentence, for those who do not see the drawing. */
  readonly label = input.required<string>();
  /** Which series the keyboard walks and over how many figures. */
  readonly walk = input<{ readonly series: number; readonly length: number }>({ series: 0, length: 0 });

  /** First days of the buckets of a course over time, as they are drawn; empty for what has no course. */
  readonly buckets = input<readonly string[]>([]);
  /** Codes of the places that the walked series draws, in its order; empty for what draws none. */
  readonly places = input<readonly string[]>([]);

  /** The maps that the drawing names. */
  readonly maps = input<Readonly<Record<string, MapFile>>>({});

  /** A figure that was clicked, or entered with the keyboard while its tooltip shows. */
  readonly picked = output<PickedFigure>();

  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly destroyed = inject(DestroyRef);
  private readonly width = signal(0);
  /** The height that the box has. */
  private readonly room = signal(0);
  private readonly theme = signal<ChartTheme | null>(null);
  private readonly engine = signal<Engine | null>(null);
  private readonly link = inject(HoverLink);
  private readonly asked = signal<TimeWindow | null>(null);
  private readonly inHand = signal(-1);
  private knowMaps: typeof knowMaps | null = null;
  private known: Readonly<Record<string, MapFile>> | null = null;
  private isOpening = false;

  /** The stretch that is looked at; `null` for all of it. */
  readonly window = computed(() => (placesOf(this.buckets(), this.asked()) === null ? null : this.asked()));
  protected readonly stroke = signal<Stroke | null>(null);

  protected readonly least = computed(() => {
    const height = this.height();
    return typeof height === 'number' ? height : height(this.width());
  });
  protected readonly pixels = computed(() => (this.fills() ? Math.max(this.least(), this.room()) : this.least()));

  private readonly option = computed(() => {
    const theme = this.theme();
    const width = this.width();
    return theme === null || width === 0 ? null : zoomedOption(this.draw()({ theme, width }), this.buckets(), this.window());
  });
  private readonly figures = computed(() => this.buckets().length || this.walk().length);
  /** The figure that the keyboard holds, for those who do not see its tooltip. */
  protected readonly said = computed(() => {
    const [option, held] = [this.option(), this.inHand()];
    return option === null || held < 0 ? '' : tipText(option, held).replaceAll('\n', '. ');
  });

  constructor() {
    afterNextRender(() => this.followSurroundings());
    afterRenderEffect(() => this.paint());
    effect(() => this.follow());
    this.destroyed.onDestroy(() => this.link.leave(this));
  }

  /** Looks at a stretch alone, or at everything again. */
  zoom(window: TimeWindow | null): void {
    this.asked.set(window);
    this.hideTip();
  }

  /** What is drawn at this moment, as an SVG document of its own; `null` while nothing is. */
  drawing(): Drawing | null {
    const [theme, width, height, engine] = [this.theme(), this.width(), this.pixels(), this.engine()];
    if (theme === null || engine === null || width === 0) return null;
    this.hideTip();
    return { svg: engine.renderToSVGString(), width, height, theme };
  }

  protected leave(): void {
    this.inHand.set(-1);
    this.hideTip();
    this.link.leave(this);
  }

  /** A figure shows as soon as the keyboard comes to the drawing: of a course its end, which is what is asked about most. */
  protected onFocus(): void {
    if (this.figures() === 0 || !this.box().nativeElement.matches(':focus-visible')) return;
    this.hold(this.buckets().length === 0 ? 0 : this.ends().last);
  }

  protected onKey(event: KeyboardEvent): void {
    const [step, factor, held] = [STEPS[event.key] ?? 0, ZOOMS[event.key] ?? null, this.inHand()];
    if (event.key === 'Escape') this.goBack(event);
    if (event.key === 'Enter' && held >= 0) this.picked.emit({ series: this.walk().series, index: held });
    if (factor !== null && this.buckets().length > 0) {
      event.preventDefault();
      this.zoom(windowAround(this.buckets(), this.window(), { centre: Math.max(0, held), factor }));
    }
    if (step === 0 || this.figures() === 0) return;
    event.preventDefault();
    const { first, last } = this.ends();
    this.hold(Math.min(last, Math.max(first, held + step)));
  }

  private ends(): { readonly first: number; readonly last: number } {
    return placesOf(this.buckets(), this.window()) ?? { first: 0, last: this.figures() - 1 };
  }

  private hold(index: number): void {
    this.inHand.set(index);
    this.showTip(index);
    this.tell(index);
  }

  /** Escape first goes back to the whole; what else it would do waits. */
  private goBack(event: KeyboardEvent): void {
    if (this.window() !== null) event.stopPropagation();
    this.leave();
    this.zoom(null);
  }

  private showTip(index: number): void {
    const engine = this.engine();
    if (engine === null) return;
    const place = this.buckets().length === 0 ? null : placeOf(engine, index, this.pixels());
    const at = place === null ? { seriesIndex: this.walk().series, dataIndex: index } : { x: place[0], y: place[1] };
    engine.dispatchAction({ type: 'showTip', ...at });
  }

  private hideTip(): void {
    const engine = this.engine();
    engine?.dispatchAction({ type: 'hideTip' });
    engine?.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'leave' });
  }

  /** Tells the other drawings of the page what is pointed at. */
  private tell(index: number): void {
    const [day, place] = [this.buckets()[index], this.places()[index]];
    if (day !== undefined) this.link.point({ what: 'day', key: day, by: this });
    else if (place !== undefined) this.link.point({ what: 'place', key: place, by: this });
    else this.link.leave(this);
  }

  /** Points at what another drawing is pointed at. */
  private follow(): void {
    const pointed = this.link.pointed();
    if (pointed?.by === this) return;
    untracked(() => {
      const index =
        pointed === null ? -1 : pointed.what === 'day' ? bucketHolding(this.buckets(), pointed.key) : this.places().indexOf(pointed.key);
      if (index >= 0) this.showTip(index);
      else this.hideTip();
    });
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

  private followSurroundings(): void {
    const box = this.box().nativeElement;
    const ends = [
      followSize(box, ({ width, height }) => {
        this.width.set(width);
        this.room.set(height);
        if (width === 0) return;
        // TRICKY: content projected into a panel is made before it is attached, and has no style until then.
        if (this.theme() === null) this.readTheme();
        void this.open();
      }),
      followTheme(() => this.readTheme()),
      // Paper may be of another theme than the screen, and it does not wait: the drawing changes while it is told.
      followPaper(() => {
        this.width.set(Math.floor(box.clientWidth));
        this.readTheme();
        this.paint();
      }),
    ];
    this.destroyed.onDestroy(() => ends.forEach((end) => end()));
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
    this.destroyed.onDestroy(this.listen(engine));
    this.engine.set(engine);
  }

  private listen(engine: Engine): () => void {
    return followPointer(this.box().nativeElement, engine, {
      plots: () => (this.buckets().length === 0 ? 0 : plotsOf(this.option() ?? {})),
      pointAt: (index, series) => {
        if (series === null || series === this.walk().series) this.tell(index);
      },
      leave: () => this.link.leave(this),
      draw: (stroke) => this.stroke.set(stroke),
      zoom: (from, to) => this.zoom(windowBetween(this.buckets(), from, to)),
    });
  }
}
