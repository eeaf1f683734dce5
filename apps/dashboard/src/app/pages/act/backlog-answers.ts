import { computed, inject, Injectable } from '@angular/core';
import type { Question } from '@evenhand/domain';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { mapReady, readyData } from '../../data/loadable';
import { pageAnswers } from '../../data/page-answers';
import { BACKLOG_METRICS, backlogRows, EXPECTED_LATE } from './backlog-rows';

/** What lies undone at every point, asked once for all that show it. */
@Injectable()
export class BacklogAnswers {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);

  // What is expected has its own question: a city whose dossiers tell too little for it still sees what is overdue.
  private readonly answers = pageAnswers(() => {
    const range = this.filters.range();
    if (range === null || this.facts.catalog() === null) return null;
    const ask = (metrics: readonly string[], isWholeCity = false): Question | null => {
      const known = metrics.flatMap((id) => this.facts.metric(id) ?? []);
      const question =
        known[0] === undefined ? null : this.filters.question(known[0], isWholeCity ? [] : ['point'], range, { isWholeCity });
      return question === null ? null : { ...question, metrics: known.map(({ id }) => id) };
    };
    return {
      ...{ backlog: ask(BACKLOG_METRICS), outlook: ask([EXPECTED_LATE]) },
      ...{ city: ask(BACKLOG_METRICS, true), cityOutlook: ask([EXPECTED_LATE], true) },
    };
  });

  readonly load = computed(() =>
    mapReady(this.answers.of('backlog'), (backlog) => backlogRows(backlog, readyData(this.answers.of('outlook')))),
  );
  readonly rows = computed(() => readyData(this.load()) ?? []);
  /** The figures of the whole city, by metric; empty for whoever sees a part of it. */
  readonly city = computed(() => {
    const figures = (name: string) => readyData(this.answers.of(name))?.rows[0]?.values ?? {};
    return { ...figures('city'), ...figures('cityOutlook') };
  });
  readonly retry = (): void => this.answers.retry();
}
