import { computed, inject, Injectable } from '@angular/core';
import type { Dimension, Question, TimeRange } from '@evenhand/domain';
import { type CatalogMetric, CityFacts } from './city-facts';
import { type FilterChoice, filtersFor, readChoice, refusedPeriod, sameChoice, writeChoice } from './filter-choice';
import { comparable, presetRange } from './periods';
import { Session } from './session';
import { UrlState } from './url-state';

/** The filters of the top bar: they live in the query string and stay from page to page. */
@Injectable({ providedIn: 'root' })
export class Filters {
  private readonly url = inject(UrlState);
  private readonly facts = inject(CityFacts);
  private readonly session = inject(Session);

  /** Stays the same while other parts of the query string change, so that a sort or a search asks nothing of the server again. */
  readonly choice = computed(() => readChoice(this.url.params()), { equal: sameChoice });
  /** A period in the link that is none, as it was written. */
  readonly refused = computed(() => refusedPeriod(this.url.params()));

  /** The chosen period, else the month of the latest data; `null` before the city is known or has data. */
  readonly range = computed<TimeRange | null>(() => {
    const lastDay = this.facts.knownDays()?.lastDay;
    return this.choice().range ?? (lastDay === undefined ? null : presetRange('month', lastDay));
  });

  /** True for a period of which no day is known. */
  readonly isOutside = computed(() => {
    const [range, known] = [this.range(), this.facts.knownDays()];
    return range !== null && known !== null && (range.to <= known.firstDay || range.from > known.lastDay);
  });

  /** The period to compare with; `null` when the data does not reach back. */
  readonly comparison = computed<TimeRange | null>(() => {
    const [range, known] = [this.range(), this.facts.knownDays()];
    return range === null || known === null ? null : comparable(range, known);
  });

  /** The parameters that a link to another page carries along. */
  readonly carried = computed(() => {
    const params = { ...writeChoice(this.choice()), lang: this.url.params().get('lang') };
    return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== null));
  });

  /** Changes a part of the choice. */
  change(part: Partial<FilterChoice>): Promise<void> {
    return this.url.set(writeChoice({ ...this.choice(), ...part }));
  }

  /** A question on one metric with the filters that it knows; `null` when it cannot be broken down so. */
  question(metric: CatalogMetric, by: readonly Dimension[], range: TimeRange, options: QuestionOptions = {}): Question | null {
    if (by.some((dimension) => !metric.dimensions.includes(dimension))) return null;
    // Whoever sees a part of the city would be shown that part under the name of the whole.
    if (options.isWholeCity && (options.where ?? []).length === 0 && !this.session.isWholeCity()) return null;
    const choice = options.isWholeCity ? { ...this.choice(), branch: null } : this.choice();
    const where = [...filtersFor(choice, metric.dimensions), ...(options.where ?? [])];
    return { metrics: [metric.id], by, from: range.from, to: range.to, where, exact: false };
  }
}

export interface QuestionOptions {
  /** Leaves the branch out: the figure that a branch is compared with; for those only who see the whole city. */
  readonly isWholeCity?: boolean;
  readonly where?: Question['where'];
}
