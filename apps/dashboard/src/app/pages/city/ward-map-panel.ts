import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import {
  Chart,
  type Draw,
  type LegendEntry,
  type PickedFigure,
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
import { classEdges, countedPart, countOf, drawnOf, MAP_MEASURES, unitsByClass, valueOf } from './map-figures';
import { pointsWithoutUnit, unitRows, unitsOf } from './map-units';
import { Refusal } from '../../design/refusal';
import { MapWords } from './map-words';

const VIEWS = ['tiles', 'boundaries'] as const;
const NO_CLASSES = [1, 2, 3, 4] as const;

/** The city as tiles, one a unit, or as it lies where the operator gave the boundaries. A unit that is chosen narrows the page. */
@Component({
  selector: 'eh-ward-map-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, Panel, Refusal, RouterLink, ScaleLegend, Segmented, TileMap, TranslocoPipe],
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
  protected readonly measure = computed(() => MAP_MEASURES.find((one) => one === this.url.params().get('map_as')) ?? 'rate');
  protected readonly measures = computed(() => MAP_MEASURES.map((value) => ({ value, text: this.words.say(`map.as_${value}`) })));
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
    if (metric === null) return '';
    const named = this.words.label(metric.label);
    const counted = this.words.say(`map.counted_${countedPart(metric)}`, { metric: named });
    return this.words.say(`map.note_${this.view()}`, { metric: this.measure() === 'rate' ? named : counted });
  });

  protected readonly empty = computed(() => {
    if (this.points().state !== 'ready' || this.view() === 'boundaries' || this.placed().length > 0) return null;
    return this.words.say(this.facts.points().some(({ column }) => column !== null) ? 'empty.period' : 'map.no_places');
  });

  private readonly largest = computed(() => {
    const metric = this.metric();
    return metric === null ? 0 : Math.max(0, ...this.all().map((row) => countOf(row, metric) ?? 0));
  });

  protected readonly tiles = computed<readonly Tile[]>(() => {
    const metric = this.metric();
    if (metric === null) return [];
    const [measure, largest] = [this.measure(), this.largest()];
    return this.placed().map((row) => ({
      ...row.place,
      ...drawnOf(row, { metric, measure, largest }),
      name: row.point.name,
      text: this.said.inTile(row, metric, measure),
      detail: this.said.shown(row, metric, measure),
      isBeyondChance: row.isWorse,
    }));
  });

  protected readonly edges = computed(() => {
    const metric = this.metric();
    return metric === null ? NO_CLASSES : classEdges(this.all(), metric);
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

  protected readonly places = computed(() => this.unitRows().map(({ row }) => row?.point.code ?? ''));

  private readonly mapData = computed<WardMapData>(() => {
    const metric = this.metric();
    const [measure, largest] = [this.measure(), this.largest()];
    return {
      outlines: this.units(),
      edges: this.edges(),
      selected: this.facts.point(this.chosen() ?? '')?.wardCode ?? null,
      units: this.unitRows().map(({ code, name, row }) => ({
        ...{ code, name },
        ...(row === null || metric === null ? { value: null } : drawnOf(row, { metric, measure, largest })),
        detail: row === null || metric === null ? this.words.say('map.no_point') : this.said.shown(row, metric, measure),
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
    if (metric === null) return [];
    if (this.measure() === 'count') return this.said.circles(this.largest());
    return this.said.legend(this.edges(), metric, unitsByClass(this.all(), metric, this.edges()));
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
        { text: say(`map.as_count`), isNumber: true },
        { text: 'n', isNumber: true },
        { text: say('ranking.verdict') },
      ],
      rows: this.all().map((row) => [
        row.point.name,
        this.formats.withUnit(valueOf(row), metric.unit),
        this.formats.count(countOf(row, metric)),
        this.formats.count(row.figure?.n ?? 0),
        say(`verdict.${row.verdict}`),
      ]),
      pick: { keys: this.all().map(({ point }) => point.code), chosen: this.chosen(), choose: (code) => this.choose(code) },
    };
  });

  protected chooseView(view: string): void {
    void this.url.set({ map: view === VIEWS[0] ? null : view });
  }

  protected chooseMeasure(measure: string): void {
    void this.url.set({ map_as: measure === MAP_MEASURES[0] ? null : measure });
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
