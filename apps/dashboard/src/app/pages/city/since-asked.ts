import { computed, inject, type Signal } from '@angular/core';
import type { DataHealth } from '@evenhand/contracts';
import type { Answer, Value } from '@evenhand/domain';
import type { Asked } from '../../data/asked-again';
import { type CatalogMetric, CityFacts } from '../../data/city-facts';
import { comparisonsOf, comparisonWanted } from '../../data/comparisons';
import { Filters } from '../../data/filters';
import { LastVisit } from '../../data/last-visit';
import { type Loadable, LOADING, readyData } from '../../data/loadable';
import { pageAnswers } from '../../data/page-answers';
import { incidents } from '../../data/pipeline';
import { allStandards } from '../../data/standards';
import { UrlState } from '../../data/url-state';
import { KPI_METRICS, STATUS_METRIC } from './city-questions';
import { feedsSince, flagsSince, isNewData, type MovedFigure, movedSince, standardsSince } from './since-visit';

type Incidents = ReturnType<typeof feedsSince>;

/** What is new since the visit before; lists are empty where nothing is. */
export interface News extends Incidents {
  readonly moved: readonly MovedFigure[];
  readonly flagged: readonly string[];
  readonly cleared: readonly string[];
  readonly standards: readonly { readonly id: string; readonly label: CatalogMetric['label'] }[];
}

export interface SinceAsked {
  /** When the reader was here before; `null` on the first visit. */
  readonly since: Signal<string | null>;
  readonly load: Signal<Loadable<News>>;
  retry(): void;
}

const onlyFigure = (answer: Answer | null, metric: string): Value | null => answer?.rows[0]?.values[metric] ?? null;

/** An instant in the link looks back to it instead of the visit before. */
const instantIn = (text: string | null): string | null =>
  text !== null && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : null;

/**
 * Asks what changed since the visit before: nothing at all while no data was published since. Call it while a component is
 * being made; it waits until `isWanted`, so that the figures of the page come first.
 */
export function sinceVisit(isWanted: () => boolean, health: Asked<DataHealth>): SinceAsked {
  const [facts, filters, visit] = [inject(CityFacts), inject(Filters), inject(LastVisit)];
  const url = inject(UrlState);
  const since = computed(() => instantIn(url.params().get('since')) ?? visit.previous);
  const [told, rules] = [incidents(), allStandards()];

  /** The instant to ask about; `null` while there is nothing to ask. */
  const then = computed(() => {
    const [at, known] = [since(), readyData(health.load())];
    return at !== null && known !== null && isWanted() && isNewData(known.sources, at) ? at : null;
  });
  const named = (id: string): CatalogMetric[] => [facts.metric(id)].filter((metric) => metric !== null);
  const answers = pageAnswers(() => {
    const [at, range] = [then(), filters.range()];
    if (at === null || range === null) return null;
    return Object.fromEntries(
      KPI_METRICS.flatMap(named).flatMap((metric) => {
        const question = filters.question(metric, [], range);
        return question === null
          ? []
          : [[`then.${metric.id}`, { ...question, asOf: at }] as const, [`now.${metric.id}`, question] as const];
      }),
    );
  });
  const wanted = (asOf: string | null) => {
    const [at, range] = [then(), filters.range()];
    if (at === null || range === null) return null;
    const options = { choice: filters.choice(), adjust: 'casemix' } as const;
    return named(STATUS_METRIC).map((metric) => ({ ...comparisonWanted(metric, range, options), ...(asOf === null ? {} : { asOf }) }));
  };
  const before = comparisonsOf(() => wanted(then()));
  const after = comparisonsOf(() => wanted(null));

  const figures = computed(() =>
    KPI_METRICS.flatMap(named).map((metric) => ({
      metric,
      then: onlyFigure(readyData(answers.of(`then.${metric.id}`)), metric.id),
      now: onlyFigure(readyData(answers.of(`now.${metric.id}`)), metric.id),
    })),
  );

  const load = computed((): Loadable<News> => {
    const at = since();
    const parts: readonly Loadable<unknown>[] = [
      ...[health.load(), told.load(), rules.load()],
      ...(then() === null ? [] : [before.of(STATUS_METRIC), after.of(STATUS_METRIC), answers.of(`now.${STATUS_METRIC}`)]),
    ];
    const failed = parts.find((part) => part.state === 'error');
    if (failed?.state === 'error') return failed;
    if (at === null || !isWanted() || parts.some((part) => part.state === 'loading')) return LOADING;
    const [old, present] = [readyData(before.of(STATUS_METRIC)), readyData(after.of(STATUS_METRIC))];
    const flags = then() === null || old === null || present === null ? { flagged: [], cleared: [] } : flagsSince(old, present);
    const feeds = feedsSince(readyData(told.load()) ?? [], at);
    const standards = standardsSince(readyData(rules.load())?.standards ?? [], at);
    const moved = then() === null ? [] : movedSince(figures());
    return { state: 'ready', data: { ...flags, ...feeds, moved, standards }, isStale: false };
  });

  const retry = (): void => {
    for (const asked of [health, told, rules, answers, before, after]) asked.retry();
  };
  return { since, load, retry };
}
