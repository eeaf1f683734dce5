import { computed, inject, Injectable } from '@angular/core';
import type { ComparisonAnswer } from '@evenhand/contracts';
import type { PointComparison } from '@evenhand/domain';
import { CityFacts } from '../../data/city-facts';
import { type Comparisons, comparisonsOf, comparisonWanted, isComparable } from '../../data/comparisons';
import { Filters } from '../../data/filters';
import { type Loadable, readyData } from '../../data/loadable';
import { Session } from '../../data/session';
import { UrlState } from '../../data/url-state';
import { PointAnswers } from './point-answers';
import { KEY_METRICS } from './point-questions';

/** The fair comparisons of the city's points, the same that every other page shows, seen from one point. */
@Injectable()
export class PointComparisons {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly answers = inject(PointAnswers);
  private readonly session = inject(Session);

  /** Whether the reader may see points side by side. */
  readonly isOpen = computed(() => this.session.may('compare'));
  /** The figures in which points can be called better or worse. */
  readonly metrics = computed(() =>
    KEY_METRICS.flatMap((id) => {
      const metric = this.facts.metric(id);
      return metric !== null && isComparable(metric) ? [metric] : [];
    }),
  );
  /** The figure by which points are ordered and peers are shown. */
  readonly chosen = computed(() => {
    const asked = this.url.params().get('against');
    return this.metrics().find(({ id }) => id === asked) ?? this.metrics()[0] ?? null;
  });

  // The yardstick is the whole city: the branch of the top bar would take the other points away.
  private readonly asked: Comparisons = comparisonsOf(() => {
    const range = this.filters.range();
    if (!this.isOpen() || range === null || this.answers.code() === null || this.metrics().length === 0) return null;
    const choice = { ...this.filters.choice(), branch: null };
    return this.metrics().map((metric) => comparisonWanted(metric, range, { choice, adjust: 'casemix' }));
  });

  /** True while the comparison of a figure is on its way: until then nothing is said that it might take back. */
  readonly isAwaited = (metric: string): boolean => this.isOpen() && this.of(metric).state === 'loading';

  /** Reactive: every point of the city in one figure. */
  readonly of = (metric: string): Loadable<ComparisonAnswer> => this.asked.of(metric);
  readonly retry = (): void => this.asked.retry();

  /** Where the point of the page stands in one figure; `null` while nobody knows. */
  readonly own = (metric: string): PointComparison | null =>
    readyData(this.of(metric))?.points.find(({ point }) => point === this.answers.code()) ?? null;
}
