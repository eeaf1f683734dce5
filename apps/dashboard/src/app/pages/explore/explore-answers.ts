import { computed, inject, Injectable, type Signal } from '@angular/core';
import { type Answer, type Dimension, type Filter, type Question, type TimeRange, type Value } from '@evenhand/domain';
import { bucketRange, bucketsOf } from '../../data/buckets';
import { CityFacts } from '../../data/city-facts';
import { exactAnswer } from '../../data/exact-answer';
import { Filters } from '../../data/filters';
import { type Loadable, LOADING, mapReady, readyData } from '../../data/loadable';
import { pageAnswers } from '../../data/page-answers';
import { isPartialWeek } from '../../data/periods';
import { addDays } from '@evenhand/domain';
import { UrlState } from '../../data/url-state';
import { FilterText } from '../../format/filter-text';
import { Words } from '../../i18n/words';
import { type ExploreChoice, exploreChoice, sameExplored } from './explore-choice';
import { ExploreDrawing } from './explore-drawing';
import { type ExploreRow, rowsBy, rowsOverTime } from './explore-rows';

const USUAL = 'long_wait_rate';

const WHOLE = { isFirstPartial: false, isLastPartial: false };

const sameQuestion = (a: Question | null, b: Question | null): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Asks what the reader explores: the rows of the table, the figure of all of them, and the exact count when it is wanted. */
@Injectable()
export class ExploreAnswers {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly names = inject(FilterText);
  private readonly words = inject(Words);
  private readonly drawing = inject(ExploreDrawing);

  readonly choice: Signal<ExploreChoice | null> = computed(
    () => {
      const metric = this.facts.metric(this.url.params().get('measure') ?? USUAL) ?? this.facts.metric(USUAL);
      return metric === null ? null : exploreChoice(this.url.params(), metric);
    },
    { equal: sameExplored },
  );

  /** The days that are known of the chosen period: no line is drawn into the future. */
  readonly days = computed<TimeRange | null>(() => {
    const [range, known] = [this.filters.range(), this.facts.knownDays()];
    if (range === null || known === null) return range;
    const end = addDays(known.lastDay, 1);
    return range.to > end && range.from < end ? { from: range.from, to: end } : range;
  });
  readonly buckets = computed(() => {
    const [range, grain] = [this.days(), this.choice()?.grain];
    return range === null || grain == null ? [] : bucketsOf(range, grain);
  });

  /** Which buckets at the ends the days asked about, or known, do not cover. */
  readonly partial = computed(() => {
    const [days, grain, buckets] = [this.days(), this.choice()?.grain, this.buckets()];
    const [first, last] = [buckets[0], buckets.at(-1)];
    if (days === null || grain == null || first === undefined || last === undefined) return WHOLE;
    const isLastPartial = grain === 'week' ? isPartialWeek(last, days) : bucketRange(last, grain).to > days.to;
    return { isFirstPartial: first < days.from, isLastPartial };
  });

  /** What a question over this choice is, broken down so; `null` before the city is known. */
  question(by: readonly Dimension[], options: { readonly compare?: boolean; readonly where?: readonly Filter[] } = {}): Question | null {
    const [choice, range] = [this.choice(), this.filters.range()];
    if (choice === null || range === null) return null;
    const { metric, against, where, isExact } = choice;
    const asked = this.filters.question(metric, by, range, { where: [...where, ...(options.where ?? [])] });
    if (asked === null) return null;
    return { ...asked, exact: isExact, ...(options.compare && against !== null ? { compare: [against] } : {}) };
  }

  private readonly main = computed(
    () => {
      const choice = this.choice();
      if (choice === null) return null;
      const by = choice.by ?? choice.grain;
      // A bucket of time has no counterpart in another period: only the figure of all of them is compared.
      return this.question(by === null ? [] : [by], { compare: choice.by !== null });
    },
    { equal: sameQuestion },
  );
  private readonly total = computed(() => this.question([]), { equal: sameQuestion });
  /** The same, held against something; refused where that is the same figure, such as the city against the city. */
  private readonly held = computed(() => (this.choice()?.against == null ? null : this.question([], { compare: true })), {
    equal: sameQuestion,
  });
  private readonly overTime = computed(
    () => {
      const grain = this.choice()?.grain ?? null;
      return grain === null ? null : this.question([grain]);
    },
    { equal: sameQuestion },
  );
  readonly answers = pageAnswers(() => {
    const [main, total] = [this.main(), this.total()];
    if (main === null || total === null) return null;
    // What is counted row by row may take minutes: it is asked as a task instead.
    const others = { total: { ...total, exact: false }, held: this.held(), over: this.overTime() };
    return this.choice()?.isExact ? others : { main, ...others };
  });
  readonly exact = exactAnswer(() => (this.choice()?.isExact ? this.main() : null));

  readonly load = computed<Loadable<Answer | null>>(() => (this.choice()?.isExact ? this.exact.load() : this.answers.of('main')));
  /** The figure of all that was asked about. */
  readonly whole = computed<Value | null>(() => {
    const id = this.choice()?.metric.id ?? '';
    const of = (name: string): Value | null => readyData(this.answers.of(name))?.rows[0]?.values[id] ?? null;
    return of('held') ?? of('total');
  });
  /** The figure of all over time. */
  readonly wholeOverTime = computed(() => readyData(this.answers.of('over')));

  readonly rows = computed<Loadable<readonly ExploreRow[]>>(() => {
    const choice = this.choice();
    if (choice === null) return LOADING;
    return mapReady(this.load(), (answer) => (answer === null ? [] : this.rowsOf(answer, choice)));
  });

  private rowsOf(answer: Answer, { metric, by, grain }: ExploreChoice): readonly ExploreRow[] {
    if (by !== null) {
      return rowsBy({ answer, metric: metric.id, by, nameOf: (value) => this.names.valueText(by, value) });
    }
    if (grain === null) return [];
    const { isFirstPartial, isLastPartial } = this.partial();
    const [first, last] = [this.buckets()[0], this.buckets().at(-1)];
    const isCut = (bucket: string): boolean => (isFirstPartial && bucket === first) || (isLastPartial && bucket === last);
    const nameOf = (bucket: string): string => {
      const name = this.drawing.bucketName(bucket, grain);
      return isCut(bucket) ? `${name} (${this.words.say('explore.partial')})` : name;
    };
    return rowsOverTime({ answer, metric: metric.id, grain, buckets: this.buckets(), nameOf });
  }

  retry(): void {
    this.answers.retry();
    if (this.choice()?.isExact) this.exact.retry();
  }
}
