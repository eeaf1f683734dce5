import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import { type LegendEntry, quantileEdges, ScaleLegend, type Tile, TileMap } from '@evenhand/charts';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CatalogMetric, CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { type Loadable, readyData } from '../../data/loadable';
import type { RankedPoint } from '../../data/ranking';
import { Panel } from '../../design/panel';
import type { TableTwin } from '../../design/twin-table';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

/** Darker is worse: where more is better, the tile is shaded by what is missing to the whole. */
const shadeOf = (value: number | null, metric: CatalogMetric): number | null =>
  value === null || metric.direction !== 'up' ? value : 1 - value;

/** The city as tiles, one a unit. */
@Component({
  selector: 'eh-ward-map-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Panel, ScaleLegend, TileMap, TranslocoPipe],
  template: `
    <eh-panel
      [heading]="'map.title' | transloco"
      [note]="note()"
      [load]="points()"
      [empty]="empty()"
      [twin]="twin()"
      [caption]="caption()"
      [space]="440"
      (retry)="retry.emit()"
    >
      <eh-tile-map
        [tiles]="tiles()"
        [edges]="edges()"
        [label]="'map.label' | transloco"
        [hint]="'map.hint' | transloco"
        (picked)="open($event)"
      />
      <eh-scale-legend class="legend" [entries]="legend()" />
    </eh-panel>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    eh-panel {
      height: 100%;
    }
    .legend {
      display: block;
      margin-top: 6px;
    }
  `,
})
export class WardMapPanel {
  readonly metric = input.required<CatalogMetric | null>();
  readonly points = input.required<Loadable<readonly RankedPoint[]>>();
  readonly retry = output();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  private readonly placed = computed(() =>
    (readyData(this.points()) ?? []).flatMap((row) => {
      const { code, column, row: line } = row.point;
      return column === null || line === null ? [] : [{ ...row, place: { code, column, row: line } }];
    }),
  );

  protected readonly note = computed(() => {
    const metric = this.metric();
    return metric === null ? '' : this.words.say('map.note', { metric: this.words.label(metric.label) });
  });

  protected readonly empty = computed(() => {
    if (this.points().state !== 'ready') return null;
    if (this.placed().length > 0) return null;
    return this.words.say(this.facts.points().some(({ column }) => column !== null) ? 'empty.period' : 'map.no_places');
  });

  protected readonly tiles = computed<readonly Tile[]>(() => {
    const metric = this.metric();
    if (metric === null) return [];
    return this.placed().map(({ place, point, figure, verdict, isWorse }) => {
      const value = verdict === 'partial' ? null : (figure?.value ?? null);
      return {
        ...place,
        name: point.name,
        value: shadeOf(value, metric),
        text: value === null ? '–' : this.formats.number(metric.unit === 'share' ? value * 100 : value),
        detail: `${figure === undefined ? this.words.say('reason.no_data') : this.formats.spelled(figure, metric.unit)} · ${this.words.say(`verdict.${verdict}`)}`,
        isBeyondChance: isWorse,
      };
    });
  });

  protected readonly edges = computed(() => {
    const values = this.tiles().map((tile) => tile.value);
    return quantileEdges(values, this.metric()?.unit === 'share' ? 0.01 : 1);
  });

  protected readonly legend = computed<readonly LegendEntry[]>(() => {
    const metric = this.metric();
    if (metric === null) return [];
    const [a, b, c, d] = this.edges();
    const isTurned = metric.direction === 'up';
    const isShare = metric.unit === 'share';
    const valueAt = (edge: number): number => (isShare && isTurned ? 1 - edge : edge);
    const number = (edge: number): string => this.formats.number(valueAt(edge) * (isShare ? 100 : 1));
    const inFull = (edge: number): string =>
      isShare ? this.formats.share(valueAt(edge), 0) : `${number(edge)} ${this.formats.unit(metric.unit)}`;
    const between = (low: number, high: number): string => (isTurned ? `${number(high)}–${number(low)}` : `${number(low)}–${number(high)}`);
    return [
      { swatch: 0, text: `${isTurned ? '≥' : '≤'} ${inFull(a)}` },
      { swatch: 1, text: between(a, b) },
      { swatch: 2, text: between(b, c) },
      { swatch: 3, text: between(c, d) },
      { swatch: 4, text: `${isTurned ? '<' : '>'} ${inFull(d)}` },
      { swatch: 'unknown', text: this.words.say('map.unknown') },
      { swatch: 'outline', text: this.words.say('map.outlined') },
    ];
  });

  protected readonly caption = computed(() => {
    const beyond = this.placed().filter(({ isWorse }) => isWorse).length;
    const better = this.placed().filter(({ verdict }) => verdict === 'better').length;
    return this.words.say('map.caption', { beyond: this.formats.number(beyond), better: this.formats.number(better) });
  });

  protected readonly twin = computed<TableTwin | null>(() => {
    const metric = this.metric();
    if (metric === null) return null;
    const { say } = this.words;
    return {
      columns: [
        { text: say('ranking.point') },
        { text: this.words.label(metric.label), isNumber: true },
        { text: 'n', isNumber: true },
        { text: say('ranking.verdict') },
      ],
      rows: this.placed().map(({ point, figure, verdict }) => [
        point.name,
        this.formats.withUnit(figure?.value ?? null, metric.unit),
        this.formats.number(figure?.n ?? 0),
        say(`verdict.${verdict}`),
      ]),
    };
  });

  protected open(code: string): void {
    void this.router.navigate(['/points', code], { queryParams: this.filters.carried() });
  }
}
