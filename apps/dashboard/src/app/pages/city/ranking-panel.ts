import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { axisFromZero, IntervalAxis, IntervalRow } from '@evenhand/charts';
import type { ComparisonAnswer } from '@evenhand/contracts';
import type { Value } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CatalogMetric, CityFacts } from '../../data/city-facts';
import { answerFile } from '../../data/file-source';
import { Filters } from '../../data/filters';
import { placedPoints } from '../../data/funnel-points';
import { type Loadable, readyData } from '../../data/loadable';
import type { RankedPoint } from '../../data/ranking';
import { pointTrends } from '../../data/point-trends';
import { UrlState } from '../../data/url-state';
import { ChoiceMenu, type Option } from '../../design/choice-menu';
import { FunnelView } from '../../design/funnel-view';
import { FunnelWords } from '../../design/funnel-words';
import { Icon } from '../../design/icon';
import { Panel } from '../../design/panel';
import { Segmented } from '../../design/segmented';
import { COVERAGE, PEERS, TREND } from '../../design/table/about-point';
import { ColumnCell } from '../../design/table/column-cell';
import { DataTable } from '../../design/table/data-table';
import { HeadCell } from '../../design/table/head-cell';
import { tableState } from '../../design/table/table-state';
import { toneOf } from '../../design/verdict-tag';
import { Formats } from '../../format/formats';
import { byName } from '../../format/search';
import { writeSorts } from '../../format/sorts';
import { Words } from '../../i18n/words';
import { RANKING_METRICS } from './city-questions';
import { COUNT, INTERVAL, NAME, PLACES, RankingColumns, VALUE, VERDICT } from './ranking-columns';
import { markOf, reachOf } from './ranking-rows';

const VIEWS = ['intervals', 'funnel'] as const;

/** Which points need a look: each with its interval against the city's line and a verdict in words, or all of them in a funnel. */
@Component({
  selector: 'eh-ranking-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ChoiceMenu,
    ColumnCell,
    DataTable,
    FunnelView,
    HeadCell,
    Icon,
    IntervalAxis,
    IntervalRow,
    Panel,
    RouterLink,
    Segmented,
    TranslocoPipe,
  ],
  templateUrl: './ranking-panel.html',
  styleUrl: './ranking-panel.css',
})
export class RankingPanel {
  readonly metric = input.required<CatalogMetric | null>();
  readonly points = input.required<Loadable<readonly RankedPoint[]>>();
  /** The fair comparison that the verdicts rest on. */
  readonly comparison = input.required<ComparisonAnswer | null>();
  /** The figure of the whole city. */
  readonly city = input.required<Value | null>();
  /** Code of the point that the page is narrowed to. */
  readonly chosen = input<string | null>(null);
  readonly retry = output();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly said = inject(FunnelWords);
  private readonly formats = inject(Formats);
  private readonly rankingColumns = inject(RankingColumns);

  protected readonly carried = this.filters.carried;
  protected readonly view = computed(() => VIEWS.find((view) => view === this.url.params().get('ranking')) ?? 'intervals');
  protected readonly views = computed(() => VIEWS.map((value) => ({ value, text: this.words.say(`ranking.${value}`) })));

  protected readonly metrics = computed<readonly Option[]>(() =>
    RANKING_METRICS.flatMap((id) => {
      const metric = this.facts.metric(id);
      return metric === null ? [] : [{ value: id, text: this.words.label(metric.label) }];
    }),
  );

  protected readonly table = tableState({
    name: 'ranking',
    columns: () => [INTERVAL, VALUE, TREND, COUNT, PLACES, PEERS, COVERAGE, VERDICT],
    fixed: () => [NAME],
    shown: () => [INTERVAL, VALUE, TREND, COUNT, VERDICT],
    sorts: () => [{ column: VERDICT, isDescending: false }],
  });
  private readonly all = computed(() => readyData(this.points()) ?? []);
  protected readonly level = computed(() => this.city()?.value ?? null);
  protected readonly axis = computed(() => axisFromZero([...this.all().map(reachOf), this.level()]));
  /** A narrow head has room for every other tick. */
  protected readonly headAxis = computed(() => {
    const axis = this.axis();
    return { ...axis, ticks: axis.ticks.filter((_, place) => axis.ticks.length <= 3 || place % 2 === 0) };
  });
  /** One question for all points, asked where the column shows and the figures stand. */
  private readonly trends = pointTrends(() => {
    const isSeen = this.view() === 'intervals' && this.table.shown().includes(TREND);
    return isSeen && this.points().state === 'ready' ? this.metric() : null;
  });

  /** By name: so equals stand. */
  protected readonly rows = computed(() => {
    const metric = this.metric();
    if (metric === null) return [];
    return [...this.all()]
      .sort((a, b) => byName(a.point.name, b.point.name))
      .map((row) => ({ ...row, tone: toneOf(row.verdict), mark: markOf(row), label: this.rankingColumns.labelOf(row, metric) }));
  });
  protected readonly columns = computed(() => {
    const metric = this.metric();
    if (metric === null) return [];
    return this.rankingColumns.of({ metric, rows: this.all(), city: this.city(), trends: this.trends() });
  });
  protected readonly idOf = ({ point }: RankedPoint): string => point.code;
  protected readonly textOf = ({ point, branch }: RankedPoint): string => `${point.name} ${point.code} ${branch}`;

  /** The figures of the ranking, by point. */
  protected readonly file = computed(() => {
    const [metric, range] = [this.metric(), this.filters.range()];
    const question = metric === null || range === null ? null : this.filters.question(metric, ['point'], range);
    return question === null ? null : answerFile(question);
  });

  protected readonly tick = (value: number): string => {
    const unit = this.metric()?.unit ?? 'count';
    return unit === 'share' ? this.formats.share(value, 0) : this.formats.number(value);
  };

  /** Points that a funnel can hold. */
  private readonly placed = computed(() => {
    const [comparison, metric] = [this.comparison(), this.metric()];
    return comparison === null || metric === null ? [] : placedPoints(comparison, metric);
  });

  protected readonly empty = computed(() => {
    if (this.points().state !== 'ready') return null;
    if (this.all().every(({ figure }) => figure === undefined)) return this.words.say('empty.period');
    return this.view() === 'funnel' && this.placed().length === 0 ? this.words.say('funnel.empty') : null;
  });

  /** The finding of the funnel and its numbers; `null` while it is not shown: the other view is a table itself. */
  private readonly funnel = computed(() => {
    const [comparison, metric] = [this.comparison(), this.metric()];
    if (this.view() !== 'funnel' || comparison === null || metric === null) return null;
    return { finding: this.said.finding(comparison, metric), twin: this.said.twin(comparison, metric) };
  });
  protected readonly twin = computed(() => this.funnel()?.twin ?? null);

  protected readonly caption = computed(() => (this.view() === 'funnel' ? (this.funnel()?.finding ?? '') : this.intervalCaption()));

  protected readonly total = computed(() => this.formats.number(this.all().length));
  protected readonly allParams = computed(() => ({
    ...this.carried(),
    metric: this.metric()?.id ?? null,
    sort: writeSorts(this.table.sorts().map((sort) => (sort.column === VALUE ? { ...sort, column: this.metric()?.id ?? VALUE } : sort))),
  }));

  protected chooseMetric(metric: string | null): void {
    void this.url.set({ metric });
  }

  protected chooseView(view: string): void {
    void this.url.set({ ranking: view === VIEWS[0] ? null : view });
  }

  protected open(code: string): void {
    void this.router.navigate(['/points', code], { queryParams: this.carried() });
  }

  private intervalCaption(): string {
    const [metric, city] = [this.metric(), this.level()];
    if (metric === null || city === null) return '';
    const isAdjusted = (this.comparison()?.adjust ?? 'none') !== 'none';
    return this.words.say(isAdjusted ? 'flags.caption' : 'flags.caption_none', { city: this.formats.withUnit(city, metric.unit) });
  }
}
