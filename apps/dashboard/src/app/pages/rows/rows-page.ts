import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { fileSource } from '../../data/file-source';
import { filtersFor } from '../../data/filter-choice';
import { Filters } from '../../data/filters';
import { readyData } from '../../data/loadable';
import { pageAnswers } from '../../data/page-answers';
import { filterTexts, rowsBehind, type RowsPart, type RowsRequest } from '../../data/rows-behind';
import { UrlState } from '../../data/url-state';
import { whereIn } from '../../data/where-in-url';
import { CASES_AT_ONCE, CasesTable } from '../../design/cases-table';
import { pageIn } from '../../design/page-steps';
import { Panel } from '../../design/panel';
import { PlaceTrail } from '../../design/place-trail';
import { Segmented } from '../../design/segmented';
import { FilterText } from '../../format/filter-text';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { casesBehind } from '../../data/cases-behind';

/** The cases behind one figure: as many as the figure says. */
@Component({
  selector: 'eh-rows-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CasesTable, Panel, PlaceTrail, Segmented, TranslocoPipe],
  templateUrl: './rows-page.html',
  styleUrl: './rows-page.css',
})
export class RowsPage {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly words = inject(Words);
  private readonly filterText = inject(FilterText);
  private readonly formats = inject(Formats);

  protected readonly isEmpty = this.facts.isEmpty;
  private readonly metricId = computed(() => this.url.params().get('metric') ?? '');
  protected readonly metric = computed(() => this.facts.metric(this.metricId()));
  private readonly drilled = computed(() => whereIn(this.url.params().getAll('where')));
  /** The one point that all cases are of; `null` where they are of more. */
  protected readonly point = computed(() => {
    const points = this.drilled()
      .filter(({ dimension }) => dimension === 'point')
      .flatMap(({ values }) => values);
    return points.length === 1 ? (points[0] ?? null) : null;
  });
  protected readonly part = computed<RowsPart>(() => (this.url.params().get('part') === 'cases' ? 'cases' : 'n'));
  private readonly page = computed(() => pageIn(this.url.params().get('page')));

  private readonly request = computed<RowsRequest | null>(() => {
    const [metric, range] = [this.metric(), this.filters.range()];
    if (metric === null || range === null) return null;
    const where = [...filtersFor(this.filters.choice(), metric.dimensions), ...this.drilled()];
    return { metric: metric.id, part: this.part(), from: range.from, to: range.to, where, page: this.page(), size: CASES_AT_ONCE };
  });
  private readonly answers = pageAnswers(() => {
    const [metric, range] = [this.metric(), this.filters.range()];
    return metric === null || range === null ? null : { figure: this.filters.question(metric, [], range, { where: this.drilled() }) };
  });
  private readonly behind = rowsBehind(this.request);

  /** All cases of the figure, not only those of the page. */
  protected readonly file = computed(() => {
    const request = this.request();
    if (request === null) return null;
    const { metric, part, from, to, where } = request;
    return fileSource('/api/rows/export', { metric, part, from, to, where: filterTexts(where) });
  });
  protected readonly explained = computed(() => ({ metric: this.metricId(), where: filterTexts(this.drilled()) }));

  protected readonly load = this.behind.load;
  protected readonly figure = computed(() => readyData(this.answers.of('figure'))?.rows[0]?.values[this.metricId()] ?? null);
  protected readonly figureText = computed(() => {
    const [figure, metric] = [this.figure(), this.metric()];
    return figure === null || metric === null ? '' : this.formats.spelled(figure, metric.unit);
  });
  protected readonly isUnknown = computed(() => this.facts.catalog() !== null && this.metric() === null);

  /** A share counts some of its cases; every other figure rests on all of them. */
  protected readonly parts = computed(() => {
    const figure = this.figure();
    if (figure === null || figure.cases === null) return [];
    return [
      { value: 'cases', text: this.words.say('rows.cases', { count: this.formats.number(figure.cases) }) },
      { value: 'n', text: this.words.say('rows.all', { count: this.formats.number(casesBehind(figure)) }) },
    ];
  });

  protected readonly data = computed(() => readyData(this.load()));
  private readonly total = computed(() => this.data()?.total ?? null);

  protected readonly agreement = computed(() => {
    const [figure, total] = [this.figure(), this.total()];
    if (figure === null || total === null || this.load().state !== 'ready') return '';
    const wanted = this.part() === 'cases' ? figure.cases : figure.n;
    return this.words.say(wanted === total ? 'rows.agrees' : 'rows.differs', {
      total: this.formats.number(total),
      figure: this.formats.number(wanted ?? 0),
    });
  });

  protected readonly empty = computed(() => (this.total() === 0 ? this.words.say('rows.none') : null));

  protected readonly about = computed(() => {
    const range = this.filters.range();
    const filters = this.request()?.where.map(this.filterText.of) ?? [];
    return [...(range === null ? [] : [this.formats.range(range)]), ...filters].join(' · ');
  });

  protected readonly label = computed(() => {
    const metric = this.metric();
    return metric === null ? this.words.say('rows.title') : this.words.label(metric.label);
  });
  protected readonly definition = computed(() => {
    const metric = this.metric();
    return metric === null ? '' : this.words.label(metric.formula);
  });

  protected readonly choosePart = (part: string): void => void this.url.set({ part, page: null });
  protected readonly toPage = (page: number): void => void this.url.set({ page: page === 1 ? null : String(page) });
  protected readonly retry = (): void => {
    this.behind.retry();
    this.answers.retry();
  };
}
