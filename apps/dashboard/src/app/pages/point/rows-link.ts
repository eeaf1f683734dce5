import { inject, Injectable } from '@angular/core';
import type { Dimension, Value } from '@evenhand/domain';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { PointAnswers } from './point-answers';

/** Links to the rows behind the figures of a point: the same filters, so the rows are as many as the figure says. */
@Injectable()
export class RowsLink {
  private readonly filters = inject(Filters);
  private readonly facts = inject(CityFacts);
  private readonly answers = inject(PointAnswers);

  /** Query parameters of the page of rows; `part` is "cases" for those that a share counts. */
  of(metric: string, part: 'n' | 'cases'): Readonly<Record<string, string>> {
    const { from, to, field, channel, lang } = this.filters.carried();
    const carried = Object.entries({ from, to, field, channel, lang }).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
    return { ...Object.fromEntries(carried), metric, part, where: `point:${this.answers.code() ?? ''}` };
  }

  /** The same for one value of more dimensions, e.g. one counter. */
  within(metric: string, more: Readonly<Partial<Record<Dimension, string>>>): Readonly<Record<string, string | readonly string[]>> {
    const { where = '', ...params } = this.of(metric, 'n');
    return { ...params, where: [where, ...Object.entries(more).map(([dimension, value]) => `${dimension}:${value}`)] };
  }

  /** The part of a figure that a reader wants to see: the bad cases of a share that should be low, else all. */
  partFor(metric: string, value: Value | null): 'n' | 'cases' {
    return value?.cases == null || this.facts.metric(metric)?.direction !== 'down' ? 'n' : 'cases';
  }
}
