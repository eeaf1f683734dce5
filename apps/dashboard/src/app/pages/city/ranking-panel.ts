import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { axisFromZero, type IntervalMark, IntervalAxis, IntervalRow } from '@evenhand/charts';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CatalogMetric } from '../../data/city-facts';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import type { Loadable } from '../../data/loadable';
import { readyData } from '../../data/loadable';
import { BY_SEVERITY, type RankedPoint, RANKING_COLUMNS, searchRanking, sortRanking } from '../../data/ranking';
import { UrlState } from '../../data/url-state';
import { ChoiceMenu, type Option } from '../../design/choice-menu';
import { Icon } from '../../design/icon';
import { Panel } from '../../design/panel';
import { SortHeader } from '../../design/sort-header';
import { toneOf, VerdictTag } from '../../design/verdict-tag';
import { Formats } from '../../format/formats';
import { ariaSort, readSort, type Sort, writeSort } from '../../format/sort';
import { Words } from '../../i18n/words';
import { RANKING_METRICS } from './city-questions';

const SHOWN = 9;

/** Which points need a look: each with its interval against the city's line and a verdict in words. */
@Component({
  selector: 'eh-ranking-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ChoiceMenu, Icon, IntervalAxis, IntervalRow, Panel, RouterLink, SortHeader, TranslocoPipe, VerdictTag],
  templateUrl: './ranking-panel.html',
  styleUrl: './ranking-panel.css',
})
export class RankingPanel {
  readonly metric = input.required<CatalogMetric | null>();
  readonly points = input.required<Loadable<readonly RankedPoint[]>>();
  /** The figure of the whole city. */
  readonly city = input.required<number | null>();
  readonly retry = output();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  protected readonly formats = inject(Formats);

  protected readonly carried = this.filters.carried;
  protected readonly ariaSort = ariaSort;
  protected readonly typed = computed(() => this.url.params().get('q') ?? '');
  protected readonly sort = computed(() => readSort(this.url.params().get('sort'), RANKING_COLUMNS, BY_SEVERITY));
  protected readonly isLargestFirst = computed(() => this.metric()?.direction !== 'up');

  protected readonly metrics = computed<readonly Option[]>(() =>
    RANKING_METRICS.flatMap((id) => {
      const metric = this.facts.metric(id);
      return metric === null ? [] : [{ value: id, text: this.words.label(metric.label) }];
    }),
  );

  private readonly all = computed(() => readyData(this.points()) ?? []);
  protected readonly axis = computed(() =>
    axisFromZero([...this.all().map(({ figure }) => figure?.interval?.high ?? figure?.value ?? null), this.city()]),
  );

  protected readonly rows = computed(() => {
    const metric = this.metric();
    if (metric === null) return [];
    return sortRanking(searchRanking(this.all(), this.typed()), this.sort(), metric)
      .slice(0, SHOWN)
      .map((row) => ({
        ...row,
        tone: toneOf(row.verdict),
        mark: markOf(row),
        label: this.labelOf(row, metric),
        text: this.textOf(row, metric),
      }));
  });

  protected readonly tick = (value: number): string => {
    const unit = this.metric()?.unit ?? 'count';
    return unit === 'share' ? this.formats.share(value, 0) : this.formats.number(value);
  };

  protected readonly empty = computed(() => {
    if (this.points().state !== 'ready') return null;
    return this.all().every(({ figure }) => figure === undefined) ? this.words.say('empty.period') : null;
  });

  protected readonly caption = computed(() => {
    const metric = this.metric();
    const city = this.city();
    return metric === null || city === null ? '' : this.words.say('ranking.caption', { city: this.formats.withUnit(city, metric.unit) });
  });

  protected readonly total = computed(() => this.formats.number(this.all().length));
  protected readonly allParams = computed(() => ({
    ...this.carried(),
    metric: this.metric()?.id ?? null,
    sort: this.url.params().get('sort'),
  }));

  protected chooseMetric(metric: string | null): void {
    void this.url.set({ metric });
  }

  protected sortBy(sort: Sort): void {
    void this.url.replace({ sort: writeSort(sort) });
  }

  protected search(event: Event): void {
    void this.url.replace({ q: event.target instanceof HTMLInputElement && event.target.value !== '' ? event.target.value : null });
  }

  /** A click anywhere in the row opens the point; the name in it is the link for keyboard and middle click. */
  protected open(code: string, event: Event): void {
    if (event.target instanceof Element && event.target.closest('a') !== null) return;
    void this.router.navigate(['/points', code], { queryParams: this.carried() });
  }

  private textOf({ figure }: RankedPoint, metric: CatalogMetric): string {
    return this.formats.withUnit(figure?.value ?? null, metric.unit);
  }

  private labelOf({ figure }: RankedPoint, metric: CatalogMetric): string {
    return figure === undefined ? this.words.say('reason.no_data') : this.formats.spelled(figure, metric.unit);
  }
}

const markOf = ({ figure }: RankedPoint): IntervalMark => ({
  value: figure?.value ?? null,
  low: figure?.interval?.low ?? null,
  high: figure?.interval?.high ?? null,
});
