import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { ComparisonAnswer } from '@evenhand/contracts';
import type { Answer, Value } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts, type CatalogMetric } from '../../data/city-facts';
import { comparisonsOf, comparisonWanted } from '../../data/comparisons';
import { Filters } from '../../data/filters';
import { type Loadable, mapReady, readyData } from '../../data/loadable';
import { noFigure } from '../../data/no-figure';
import { pageAnswers } from '../../data/page-answers';
import { pagePeriods } from '../../data/page-periods';
import { rankPoints, type RankedPoint } from '../../data/ranking';
import { silentPoints } from '../../data/silent-points';
import { UrlState } from '../../data/url-state';
import { KpiCard, type KpiView } from '../../design/kpi-card';
import { KpiViews } from '../../design/kpi-views';
import { cityQuestions, HOURS_METRIC, KPI_METRICS, RANKING_METRICS, RESPONSE_METRIC, STATUS_METRIC } from './city-questions';
import { CityStatus } from './city-status';
import { HoursPanel } from './hours-panel';
import { RankingPanel } from './ranking-panel';
import { TrendPanel } from './trend-panel';
import { WardMapPanel } from './ward-map-panel';

const onlyFigure = (answer: Answer | null, metric: string): Value | null => answer?.rows[0]?.values[metric] ?? null;

/** City today: the answer first, then the figures, where, when. */
@Component({
  selector: 'eh-city-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CityStatus, HoursPanel, KpiCard, RankingPanel, TranslocoPipe, TrendPanel, WardMapPanel],
  templateUrl: './city-page.html',
  styleUrl: './city-page.css',
})
export class CityPage {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly views = inject(KpiViews);

  private readonly chosen = computed(() => {
    const asked = this.url.params().get('metric');
    return RANKING_METRICS.find((id) => id === asked) ?? STATUS_METRIC;
  });
  protected readonly isEmpty = this.facts.isEmpty;
  protected readonly periods = computed(() => pagePeriods(this.filters, this.facts));
  protected readonly answers = pageAnswers(() => {
    const periods = this.periods();
    return periods === null || this.facts.catalog() === null ? null : cityQuestions(periods, this.chosen(), this.filters, this.facts);
  });

  /** Which points differ beyond chance, allowing for the kind of work: of the status sentence, and of the ranking. */
  private readonly comparisons = comparisonsOf(() => {
    const range = this.filters.range();
    if (range === null || this.facts.catalog() === null) return null;
    const choice = this.filters.choice();
    return [...new Set([STATUS_METRIC, this.chosen()])].flatMap((id) => {
      const metric = this.facts.metric(id);
      return metric === null ? [] : [comparisonWanted(metric, range, { choice, adjust: 'casemix' })];
    });
  });

  protected readonly metric = computed(() => this.facts.metric(this.chosen()));
  protected readonly hoursMetric = computed(() => this.facts.metric(HOURS_METRIC));
  protected readonly weeksRange = computed(() => this.periods()?.weeks ?? null);

  protected readonly cards = computed(() => KPI_METRICS.map((id) => ({ id, label: this.labelOf(id), load: this.card(id) })));
  protected readonly status = computed(() =>
    mapReady(this.answers.of(`now.${STATUS_METRIC}`), (answer) => onlyFigure(answer, STATUS_METRIC)),
  );
  protected readonly statusPoints = computed(() => this.ranked(STATUS_METRIC));
  protected readonly silent = computed(() => silentPoints(readyData(this.answers.of('silence'))));
  protected readonly points = computed(() => this.ranked(this.chosen()));
  protected readonly city = computed(() => this.cityValue(this.chosen()));
  protected readonly trend = computed(() => this.answers.of(`weeks.${this.chosen()}`));
  protected readonly hours = computed(() => this.answers.of('hours'));

  protected retry(): void {
    this.answers.retry();
    this.comparisons.retry();
  }

  private labelOf(id: string): string {
    const metric = this.facts.metric(id);
    return metric === null ? '' : this.views.labelOf(metric);
  }

  private cityValue(id: string): number | null {
    return onlyFigure(readyData(this.answers.of(`city.${id}`)), id)?.value ?? null;
  }

  private ranked(id: string): Loadable<readonly RankedPoint[]> {
    const metric = this.facts.metric(id);
    const comparison = this.comparisons.of(id);
    const load = this.answers.of(`points.${id}`);
    if (load.state === 'ready' && comparison.state === 'loading') return comparison;
    return mapReady(load, (answer) => (metric === null ? [] : this.rank(answer, metric, readyData(comparison))));
  }

  private rank(answer: Answer | null, metric: CatalogMetric, comparison: ComparisonAnswer | null): readonly RankedPoint[] {
    const { branch } = this.filters.choice();
    const range = this.filters.range();
    const points = this.facts
      .points()
      .filter((point) => branch === null || point.branchCode === branch)
      .filter((point) => range === null || (point.validFrom < range.to && (point.validTo === null || point.validTo > range.from)));
    const branchName = (code: string | null): string => this.facts.branch(code)?.name ?? '';
    return rankPoints({ points, branchName, answer, city: this.cityValue(metric.id), metric, comparison });
  }

  private card(id: string): Loadable<KpiView> {
    const metric = this.facts.metric(id);
    const now = this.answers.of(`now.${id}`);
    const weeksRange = this.weeksRange();
    if (metric === null || weeksRange === null) return { state: 'loading' };
    return mapReady(now, (answer) =>
      this.views.of({
        metric,
        now: onlyFigure(answer, id) ?? noFigure('no_data'),
        before: onlyFigure(readyData(this.answers.of(`before.${id}`)), id),
        weeks: readyData(this.answers.of(`weeks.${id}`)),
        weeksRange,
        response: id === 'satisfaction_rate' ? onlyFigure(readyData(this.answers.of(`now.${RESPONSE_METRIC}`)), RESPONSE_METRIC) : null,
      }),
    );
  }
}
