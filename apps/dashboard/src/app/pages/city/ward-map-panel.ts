import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import {
  Chart,
  type Draw,
  type LegendEntry,
  type PickedFigure,
  quantileEdges,
  ScaleLegend,
  type Tile,
  TileMap,
  type WardMapData,
  wardMapFiles,
  wardMapHeight,
  wardMapOption,
} from '@evenhand/charts';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { unitBoundaries } from '../../data/boundaries';
import { type CatalogMetric, CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { type Loadable, readyData } from '../../data/loadable';
import type { RankedPoint } from '../../data/ranking';
import { UrlState } from '../../data/url-state';
import { Panel } from '../../design/panel';
import { Segmented } from '../../design/segmented';
import type { TableTwin } from '../../design/twin-table';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { pointsWithoutUnit, unitRows, unitsOf } from './map-units';
import { MapWords } from './map-words';

const VIEWS = ['tiles', 'boundaries'] as const;

/** Darker is worse: where more is better, the tile is shaded by what is missing to the whole. */
const shadeOf = (value: number | null, metric: CatalogMetric): number | null =>
  value === null || metric.direction !== 'up' ? value : 1 - value;

/** What is shown of a row; nothing where too little has arrived. */
const valueOf = ({ verdict, figure }: RankedPoint): number | null => (verdict === 'partial' ? null : (figure?.value ?? null));

/** The city as tiles, one a unit, or as it lies where the operator gave the boundaries. A unit that is chosen narrows the page. */
@Component({
  selector: 'eh-ward-map-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, Panel, RouterLink, ScaleLegend, Segmented, TileMap, TranslocoPipe],
  templateUrl: './ward-map-panel.html',
  styleUrl: './ward-map-panel.css',
})
export class WardMapPanel {
  readonly metric = input.required<CatalogMetric | null>();
  readonly points = input.required<Loadable<readonly RankedPoint[]>>();
  /** The figure of the whole city. */
  readonly city = input<number | null>(null);
  /** Code of the point that the page is narrowed to. */
  readonly chosen = input<string | null>(null);
  readonly retry = output();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly said = inject(MapWords);

  protected readonly carried = this.filters.carried;
  protected readonly hasViews = computed(() => this.facts.city()?.hasBoundaries ?? false);
  protected readonly view = computed(() => {
    const asked = VIEWS.find((view) => view === this.url.params().get('map'));
    return this.hasViews() && asked !== undefined ? asked : 'tiles';
  });
  protected readonly views = computed(() => VIEWS.map((value) => ({ value, text: this.words.say(`map.${value}`) })));
  protected readonly boundaries = unitBoundaries(() => this.view() === 'boundaries');
  /** With a branch chosen, its own units alone: of the others nothing was asked. */
  private readonly units = computed(() => {
    const units = readyData(this.boundaries.load())?.units ?? [];
    return this.filters.choice().branch === null ? units : unitsOf(units, this.all());
  });
  protected readonly badFile = computed(() => {
    const load = this.boundaries.load();
    return this.view() === 'boundaries' && load.state === 'error' ? load.problem : null;
  });

  private readonly all = computed(() => readyData(this.points()) ?? []);
  private readonly placed = computed(() =>
    this.all().flatMap((row) => {
      const { code, column, row: line } = row.point;
      return column === null || line === null ? [] : [{ ...row, place: { code, column, row: line } }];
    }),
  );

  protected readonly note = computed(() => {
    const metric = this.metric();
    return metric === null ? '' : this.words.say(`map.note_${this.view()}`, { metric: this.words.label(metric.label) });
  });

  protected readonly empty = computed(() => {
    if (this.points().state !== 'ready' || this.view() === 'boundaries' || this.placed().length > 0) return null;
    return this.words.say(this.facts.points().some(({ column }) => column !== null) ? 'empty.period' : 'map.no_places');
  });

  protected readonly tiles = computed<readonly Tile[]>(() => {
    const metric = this.metric();
    if (metric === null) return [];
    return this.placed().map((row) => {
      const value = valueOf(row);
      return {
        ...row.place,
        name: row.point.name,
        value: shadeOf(value, metric),
        text: value === null ? '–' : this.formats.number(metric.unit === 'share' ? value * 100 : value),
        detail: this.said.detail(row, metric),
        isBeyondChance: row.isWorse,
      };
    });
  });

  protected readonly edges = computed(() => {
    const metric = this.metric();
    const values = metric === null ? [] : this.all().map((row) => shadeOf(valueOf(row), metric));
    return quantileEdges(values, metric?.unit === 'share' ? 0.01 : 1);
  });

  private readonly unitRows = computed(() => unitRows(this.units(), this.all()));
  protected readonly maps = computed(() => wardMapFiles(this.units()));
  /** Two maps are one that is drawn again in part. */
  protected readonly mapHint = computed(() => {
    const hint = this.words.say('map.hint_boundaries');
    return Object.keys(this.maps()).length > 1 ? `${hint} ${this.words.say('map.hint_dense')}` : hint;
  });
  protected readonly mapHeight = (width: number): number => wardMapHeight(this.units(), width);
  protected readonly walk = computed(() => ({ series: 0, length: this.unitRows().length }));

  private readonly mapData = computed<WardMapData>(() => {
    const metric = this.metric();
    return {
      outlines: this.units(),
      edges: this.edges(),
      selected: this.facts.point(this.chosen() ?? '')?.wardCode ?? null,
      units: this.unitRows().map(({ code, name, row }) => ({
        ...{ code, name },
        value: row === null || metric === null ? null : shadeOf(valueOf(row), metric),
        detail: row === null || metric === null ? this.words.say('map.no_point') : this.said.detail(row, metric),
        isBeyondChance: row?.isWorse ?? false,
      })),
    };
  });

  protected readonly draw = computed<Draw>(() => {
    const data = this.mapData();
    return (frame) => wardMapOption(data, frame);
  });

  protected readonly legend = computed<readonly LegendEntry[]>(() => {
    const metric = this.metric();
    return metric === null ? [] : this.said.legend(this.edges(), metric);
  });

  protected readonly caption = computed(() => {
    const metric = this.metric();
    if (metric === null) return '';
    const left = this.view() === 'boundaries' && this.units().length > 0 ? pointsWithoutUnit(this.units(), this.all()) : 0;
    const finding = this.said.finding(this.all(), this.city(), metric);
    return left === 0 ? finding : `${finding} ${this.words.say('map.without_unit', { points: this.formats.number(left) })}`;
  });

  /** The point that the page is narrowed to, in words. */
  protected readonly chosenRow = computed(() => {
    const [metric, row] = [this.metric(), this.all().find(({ point }) => point.code === this.chosen())];
    return metric === null || row === undefined
      ? null
      : { code: row.point.code, name: row.point.name, detail: this.said.detail(row, metric) };
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
      rows: this.all().map(({ point, figure, verdict }) => [
        point.name,
        this.formats.withUnit(figure?.value ?? null, metric.unit),
        this.formats.count(figure?.n ?? 0),
        say(`verdict.${verdict}`),
      ]),
    };
  });

  protected chooseView(view: string): void {
    void this.url.set({ map: view === VIEWS[0] ? null : view });
  }

  /** Narrows the page to a point; the one that is chosen already widens it again. */
  protected choose(code: string | null): void {
    void this.url.set({ point: code === this.chosen() ? null : code });
  }

  protected pick({ index }: PickedFigure): void {
    const code = this.unitRows()[index]?.row?.point.code;
    if (code !== undefined) this.choose(code);
  }
}
