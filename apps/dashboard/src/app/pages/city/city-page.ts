import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, viewChild } from '@angular/core';
import type { ComparisonAnswer } from '@evenhand/contracts';
import { type Answer, type Day, isDay, type Value } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts, type CatalogMetric } from '../../data/city-facts';
import { comparisonsOf, comparisonWanted, isComparable, unevennessOf } from '../../data/comparisons';
import { answerFile } from '../../data/file-source';
import { Filters } from '../../data/filters';
import { type Loadable, LOADING, mapReady, readyData } from '../../data/loadable';
import { noFigure } from '../../data/no-figure';
import { pageAnswers } from '../../data/page-answers';
import { pagePeriods } from '../../data/page-periods';
import { dataHealth } from '../../data/pipeline';
import { rankPoints, type RankedPoint } from '../../data/ranking';
import { silentPoints } from '../../data/silent-points';
import { trendsOf, weeklyTrend } from '../../data/trends';
import { UrlState } from '../../data/url-state';
import { KpiCard, type KpiView } from '../../design/kpi-card';
import { KpiViews } from '../../design/kpi-views';
import { WaitEndsPanel } from '../../design/wait-ends-panel';
import { cityQuestions, HOURS_METRIC, KPI_METRICS, RANKING_METRICS, RESPONSE_METRIC, STATUS_METRIC } from './city-questions';
import { CityStatus } from './city-status';
import { HoursPanel } from './hours-panel';
import { RankingPanel } from './ranking-panel';
import { sinceVisit } from './since-asked';
import { SincePanel } from './since-panel';
import { TrendPanel } from './trend-panel';
import { WardMapPanel } from './ward-map-panel';
import { WhyPanel } from './why-panel';

const onlyFigure = (answer: Answer | null, metric: string): Value | null => answer?.rows[0]?.values[metric] ?? null;

/** City today: the answer first, then the figures, where, when, why, and what is new. */
@Component({
  selector: 'eh-city-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CityStatus, HoursPanel, KpiCard, RankingPanel, SincePanel, TranslocoPipe, TrendPanel, WaitEndsPanel, WardMapPanel, WhyPanel],
  templateUrl: './city-page.html',
  styleUrl: './city-page.css',
})
export class CityPage {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly views = inject(KpiViews);
  private readonly sinceBox = viewChild<SincePanel, ElementRef<HTMLElement>>(SincePanel, { read: ElementRef });

  private readonly chosen = computed(() => {
    const asked = this.url.params().get('metric');
    return RANKING_METRICS.find((id) => id === asked) ?? STATUS_METRIC;
  });
  /** The point that the page is narrowed to; a code that names none narrows nothing. */
  protected readonly unit = computed(() => this.facts.point(this.url.params().get('point') ?? '')?.code ?? null);
  /** The documented change from which limits of the trend are counted anew. */
  protected readonly anew = computed(() => {
    const day = this.url.params().get('anew') ?? '';
    return isDay(day) ? day : null;
  });
  protected readonly isEmpty = this.facts.isEmpty;
  protected readonly periods = computed(() => pagePeriods(this.filters, this.facts));
  protected readonly answers = pageAnswers(() => {
    const periods = this.periods();
    if (periods === null || this.facts.catalog() === null) return null;
    return cityQuestions(periods, { chosen: this.chosen(), unit: this.unit() }, this.filters, this.facts);
  });

  /** What is computed beyond the figures waits until these are there. */
  private readonly isShown = computed(() => this.answers.of(`now.${STATUS_METRIC}`).state !== 'loading');
  protected readonly health = dataHealth();
  protected readonly since = sinceVisit(this.isShown, this.health);
  protected readonly news = computed(() => {
    const load = this.since.load();
    return load.state === 'ready' ? Object.values(load.data).reduce((sum, list) => sum + list.length, 0) : 0;
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
  private readonly uneven = unevennessOf(() => {
    const [range, metric] = [this.filters.range(), this.metric()];
    if (range === null || metric === null || !isComparable(metric) || !this.isShown()) return null;
    return { ...comparisonWanted(metric, range, { choice: this.filters.choice(), adjust: 'casemix' }), grain: 'month' };
  });

  private readonly trends = trendsOf(() => this.trendsWanted(KPI_METRICS, null));
  private readonly unitTrend = trendsOf(() => (this.isAmongCards() ? [] : this.trendsWanted([this.chosen()], this.unit(), this.anew())));
  private readonly isAmongCards = computed(
    () => this.unit() === null && this.anew() === null && KPI_METRICS.some((id) => id === this.chosen()),
  );

  protected readonly metric = computed(() => this.facts.metric(this.chosen()));
  protected readonly hoursMetric = computed(() => this.facts.metric(HOURS_METRIC));
  protected readonly year = computed(() => this.periods()?.year ?? null);

  protected readonly cards = computed(() =>
    KPI_METRICS.map((id) => ({ id, label: this.labelOf(id), load: this.card(id), file: this.fileOf(id) })),
  );
  protected readonly status = computed(() =>
    mapReady(this.answers.of(`now.${STATUS_METRIC}`), (answer) => onlyFigure(answer, STATUS_METRIC)),
  );
  protected readonly statusPoints = computed(() => this.ranked(STATUS_METRIC));
  protected readonly silent = computed(() => silentPoints(readyData(this.answers.of('silence'))));
  protected readonly points = computed(() => this.ranked(this.chosen()));
  protected readonly cityFigure = computed(() => onlyFigure(readyData(this.answers.of(`city.${this.chosen()}`)), this.chosen()));
  protected readonly city = computed(() => this.cityFigure()?.value ?? null);
  protected readonly comparison = computed(() => this.comparisons.of(this.chosen()));
  protected readonly compared = computed(() => readyData(this.comparison()));
  protected readonly unevenness = computed(() => this.uneven.load());
  /** Of the metric of the status sentence only: another metric would say something else of the same sentence. */
  protected readonly explained = computed(() => {
    const answer = readyData(this.unevenness());
    return answer?.metric === STATUS_METRIC ? answer.whole.measures.explained_by_mix : null;
  });
  protected readonly trend = computed(() => (this.isAmongCards() ? this.trends : this.unitTrend).of(this.chosen()));
  protected readonly hours = computed(() => this.answers.of('hours'));
  protected readonly procedures = computed(() => this.answers.of('procedures'));

  protected retry(): void {
    for (const asked of [this.answers, this.comparisons, this.uneven, this.trends, this.unitTrend]) asked.retry();
  }

  protected toNews(): void {
    this.sinceBox()?.nativeElement.scrollIntoView({ block: 'center' });
  }

  private trendsWanted(ids: readonly string[], point: string | null, anew: Day | null = null) {
    const year = this.year();
    if (year === null || !this.isShown()) return null;
    const choice = this.filters.choice();
    return ids.flatMap((id) => {
      const metric = this.facts.metric(id);
      return metric === null ? [] : [weeklyTrend(metric, year, { choice, point, anew })];
    });
  }

  private fileOf(id: string) {
    const [metric, range] = [this.facts.metric(id), this.filters.range()];
    const question = metric === null || range === null ? null : this.filters.question(metric, [], range);
    return question === null ? null : answerFile(question);
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
    const periods = this.periods();
    if (metric === null || periods === null) return LOADING;
    return mapReady(this.answers.of(`now.${id}`), (answer) =>
      this.views.of({
        metric,
        now: onlyFigure(answer, id) ?? noFigure('no_data'),
        before: onlyFigure(readyData(this.answers.of(`before.${id}`)), id),
        weeks: readyData(this.answers.of(`weeks.${id}`)),
        weeksRange: periods.weeks,
        response: id === 'satisfaction_rate' ? onlyFigure(readyData(this.answers.of(`now.${RESPONSE_METRIC}`)), RESPONSE_METRIC) : null,
        trend: readyData(this.trends.of(id)),
      }),
    );
  }
}
