import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { axisFromZero, IntervalAxis, IntervalRow } from '@evenhand/charts';
import type { ComparisonAnswer } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CatalogMetric, CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { placedPoints } from '../../data/funnel-points';
import { type Loadable, readyData } from '../../data/loadable';
import { BY_SEVERITY, type RankedPoint, RANKING_COLUMNS, searchRanking, sortRanking } from '../../data/ranking';
import { UrlState } from '../../data/url-state';
import { ChoiceMenu, type Option } from '../../design/choice-menu';
import { FunnelView } from '../../design/funnel-view';
import { FunnelWords } from '../../design/funnel-words';
import { Icon } from '../../design/icon';
import { Panel } from '../../design/panel';
import { Segmented } from '../../design/segmented';
import { SortHeader } from '../../design/sort-header';
import { toneOf, VerdictTag } from '../../design/verdict-tag';
import { Formats } from '../../format/formats';
import { ariaSort, readSort, type Sort, writeSort } from '../../format/sort';
import { Words } from '../../i18n/words';
import { RANKING_METRICS } from './city-questions';
import { markOf, placesOf, reachOf, withChosenFirst } from './ranking-rows';

const SHOWN = 9;
const VIEWS = ['intervals', 'funnel'] as const;

/** Which points need a look: each with its interval against the city's line and a verdict in words, or all of them in a funnel. */
@Component({
  selector: 'eh-ranking-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ChoiceMenu, FunnelView, Icon, IntervalAxis, IntervalRow, Panel, RouterLink, Segmented, SortHeader, TranslocoPipe, VerdictTag],
  templateUrl: './ranking-panel.html',
  styleUrl: './ranking-panel.css',
})
export class RankingPanel {
  readonly metric = input.required<CatalogMetric | null>();
  readonly points = input.required<Loadable<readonly RankedPoint[]>>();
  /** The fair comparison that the verdicts rest on. */
  readonly comparison = input.required<ComparisonAnswer | null>();
  /** The figure of the whole city. */
  readonly city = input.required<number | null>();
  /** Code of the point that the page is narrowed to. */
  readonly chosen = input<string | null>(null);
  readonly retry = output();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly said = inject(FunnelWords);
  protected readonly formats = inject(Formats);

  protected readonly carried = this.filters.carried;
  protected readonly ariaSort = ariaSort;
  protected readonly typed = computed(() => this.url.params().get('q') ?? '');
  protected readonly sort = computed(() => readSort(this.url.params().get('sort'), RANKING_COLUMNS, BY_SEVERITY));
  protected readonly isLargestFirst = computed(() => this.metric()?.direction !== 'up');
  protected readonly view = computed(() => VIEWS.find((view) => view === this.url.params().get('ranking')) ?? 'intervals');
  protected readonly views = computed(() => VIEWS.map((value) => ({ value, text: this.words.say(`ranking.${value}`) })));

  protected readonly metrics = computed<readonly Option[]>(() =>
    RANKING_METRICS.flatMap((id) => {
      const metric = this.facts.metric(id);
      return metric === null ? [] : [{ value: id, text: this.words.label(metric.label) }];
    }),
  );

  private readonly all = computed(() => readyData(this.points()) ?? []);
  protected readonly axis = computed(() => axisFromZero([...this.all().map(reachOf), this.city()]));

  protected readonly rows = computed(() => {
    const metric = this.metric();
    if (metric === null) return [];
    const sorted = sortRanking(searchRanking(this.all(), this.typed()), this.sort(), metric);
    return withChosenFirst(sorted, this.chosen())
      .slice(0, SHOWN)
      .map((row) => ({
        ...row,
        tone: toneOf(row.verdict),
        mark: markOf(row),
        label: this.labelOf(row, metric),
        text: this.formats.withUnit(row.figure?.value ?? null, metric.unit),
        places: this.placesOf(row),
      }));
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
    sort: this.url.params().get('sort'),
  }));

  protected chooseMetric(metric: string | null): void {
    void this.url.set({ metric });
  }

  protected chooseView(view: string): void {
    void this.url.set({ ranking: view === VIEWS[0] ? null : view });
  }

  protected sortBy(sort: Sort): void {
    void this.url.replace({ sort: writeSort(sort) });
  }

  protected search(event: Event): void {
    void this.url.replace({ q: event.target instanceof HTMLInputElement && event.target.value !== '' ? event.target.value : null });
  }

  /** A click anywhere in the row opens the point; the name in it is the link for keyboard and middle click. */
  protected open(code: string, event?: Event): void {
    if (event?.target instanceof Element && event.target.closest('a') !== null) return;
    void this.router.navigate(['/points', code], { queryParams: this.carried() });
  }

  private placesOf({ compared }: RankedPoint): string {
    const places = placesOf(compared?.rank ?? null);
    return places === null ? '' : this.words.say('ranking.places', { places });
  }

  private intervalCaption(): string {
    const [metric, city] = [this.metric(), this.city()];
    if (metric === null || city === null) return '';
    const isAdjusted = (this.comparison()?.adjust ?? 'none') !== 'none';
    return this.words.say(isAdjusted ? 'flags.caption' : 'flags.caption_none', { city: this.formats.withUnit(city, metric.unit) });
  }

  private labelOf({ figure, compared }: RankedPoint, metric: CatalogMetric): string {
    if (figure === undefined) return this.words.say('reason.no_data');
    const adjusted = compared?.adjusted ?? null;
    const lived = this.formats.spelled(figure, metric.unit);
    if (adjusted === null) return lived;
    const fair = `${this.formats.withUnit(adjusted.value, metric.unit)} (${this.formats.interval(adjusted.interval, metric.unit)})`;
    return `${lived}; ${this.words.say('flags.adjusted')}: ${fair}`;
  }
}
