import { computed, inject, Injectable, signal } from '@angular/core';
import type { Problem } from '@evenhand/contracts';
import type { Answer, Filter, Question, Value } from '@evenhand/domain';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { type Loadable, LOADING } from '../../data/loadable';
import { pageAnswers } from '../../data/page-answers';
import { pagePeriods } from '../../data/page-periods';
import { Session } from '../../data/session';
import { UrlState } from '../../data/url-state';
import { merged } from '../../data/merged-questions';
import { nameOf, pointViews, SLOT_METRICS, totalOf, TREND_METRICS, type View, type ViewName } from './point-questions';

const oneOf = <T extends string>(allowed: readonly [T, ...T[]], text: string | null): T =>
  allowed.find((candidate) => candidate === text) ?? allowed[0];

/** Everything the page of a point asks and is told; its choices live in the query string. */
@Injectable()
export class PointAnswers {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly session = inject(Session);

  /** Which point; `null` until the page has said so. */
  readonly code = signal<string | null>(null);
  readonly slotMetric = computed(() => oneOf(SLOT_METRICS, this.url.params().get('slots')));
  readonly trendMetric = computed(() => oneOf(TREND_METRICS, this.url.params().get('trend')));
  readonly periods = computed(() => pagePeriods(this.filters, this.facts));

  private readonly asked = computed(() => {
    const [code, periods] = [this.code(), this.periods()];
    if (code === null || periods === null || this.facts.catalog() === null || this.facts.point(code) === null) return null;
    const views = pointViews(
      { current: periods.range, before: periods.before, weeks: periods.weeks },
      this.slotMetric(),
      this.trendMetric(),
    );
    const point: Filter = { dimension: 'point', values: [code] };
    return merged(Object.fromEntries(Object.entries(views).flatMap(([name, view]) => this.questionsOf(name, view, point))));
  });

  private readonly answers = pageAnswers(() => this.asked()?.questions ?? null);

  /** Why the whole page could not be answered; `null` when at least one of its questions was. */
  readonly failure = computed<Problem | null>(() => {
    const loads = Object.keys(this.asked()?.questions ?? {}).map((name) => this.answers.of(name));
    const [first] = loads;
    return first?.state === 'error' && loads.every((load) => load.state === 'error' && load.problem === first.problem)
      ? first.problem
      : null;
  });

  /** What is known of one metric in a view; `null` data when the metric cannot be cut so. */
  answer(view: ViewName, metric: string): Loadable<Answer | null> {
    const asked = this.asked();
    if (asked === null) return LOADING;
    const place = asked.placeOf(nameOf(view, metric));
    return place === null ? { state: 'ready', data: null, isStale: false } : this.answers.of(place);
  }

  /** The figure of a view that is not broken down. */
  figure(view: ViewName, metric: string): Loadable<Value | null> {
    return totalOf(this.answer(view, metric), metric);
  }

  /** Several answers as one: ready when each of them is. */
  together(view: ViewName, metrics: readonly string[]): Loadable<Readonly<Record<string, Answer | null>>> {
    const loads = metrics.map((metric) => [metric, this.answer(view, metric)] as const);
    const waiting = loads.find(([, load]) => load.state !== 'ready')?.[1];
    if (waiting !== undefined && waiting.state !== 'ready') return waiting;
    const data = Object.fromEntries(loads.map(([metric, load]) => [metric, load.state === 'ready' ? load.data : null]));
    const isStale = loads.some(([, load]) => load.state === 'ready' && load.isStale);
    return { state: 'ready', data, isStale };
  }

  readonly retry = (): void => this.answers.retry();

  // The point lies in one branch: the branch of the top bar is left out, or the page would be empty for every other point.
  private questionsOf(name: string, view: View, point: Filter): readonly (readonly [string, Question | null])[] {
    return view.metrics.map((id) => {
      const metric = this.facts.metric(id);
      const options = { isWholeCity: true, where: view.isWholeCity ? [] : [point] };
      // Figures of single officers are asked only by those who lead them.
      const isOpen = !view.by.includes('agent') || this.session.sees('staff');
      const question =
        metric === null || view.range === null || !isOpen ? null : this.filters.question(metric, view.by, view.range, options);
      return [nameOf(name, id), question] as const;
    });
  }
}
