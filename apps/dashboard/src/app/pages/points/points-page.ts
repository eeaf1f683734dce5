import { CdkMenu, CdkMenuItemCheckbox, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CatalogMetric, CityFacts } from '../../data/city-facts';
import { comparisonsOf, comparisonWanted, isComparable } from '../../data/comparisons';
import { Filters } from '../../data/filters';
import { type Loadable, LOADING, readyData } from '../../data/loadable';
import { pageAnswers } from '../../data/page-answers';
import { UrlState } from '../../data/url-state';
import { Icon } from '../../design/icon';
import { IgnoredFilters } from '../../design/ignored-filters';
import { Panel } from '../../design/panel';
import { SortHeader } from '../../design/sort-header';
import { VerdictTag } from '../../design/verdict-tag';
import { matches } from '../../format/search';
import { Formats } from '../../format/formats';
import { ariaSort, readSort, type Sort, writeSort } from '../../format/sort';
import { Words } from '../../i18n/words';
import { type PointCell, type PointRow, pointRows, sortPoints } from './point-rows';

const DEFAULT_COLUMNS = [
  'tickets',
  'long_wait_rate',
  'wait_p90',
  'abandonment_rate',
  'on_time_rate',
  'satisfaction_rate',
  'counter_occupancy',
];
const OFFERED = [
  ...DEFAULT_COLUMNS,
  'wait_median',
  'service_median',
  'dossiers_received',
  'dossiers_open',
  'dossiers_overdue',
  'throughput_median',
  'response_rate',
  'tickets_per_officer_day',
];
const DEFAULT_METRIC = 'long_wait_rate';

/** Every point with every figure, to sort, search and open. */
@Component({
  selector: 'eh-points-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkMenu, CdkMenuItemCheckbox, CdkMenuTrigger, Icon, Panel, RouterLink, SortHeader, TranslocoPipe, VerdictTag],
  templateUrl: './points-page.html',
  styleUrl: './points-page.css',
})
export class PointsPage {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  protected readonly ignored = inject(IgnoredFilters);
  protected readonly words = inject(Words);
  protected readonly formats = inject(Formats);

  protected readonly isEmpty = this.facts.isEmpty;
  protected readonly carried = this.filters.carried;
  protected readonly ariaSort = ariaSort;
  protected readonly typed = computed(() => this.url.params().get('q') ?? '');
  /** The points that a link has picked out; `null` shows all. */
  private readonly picked = computed(() => this.url.params().get('only')?.split(',') ?? null);
  private readonly columnIds = computed(() => this.url.params().get('columns')?.split(',') ?? DEFAULT_COLUMNS);

  protected readonly metrics = computed<readonly CatalogMetric[]>(() =>
    OFFERED.filter((id) => this.columnIds().includes(id)).flatMap((id) => this.facts.metric(id) ?? []),
  );
  /** The metric whose verdict stands in the last column. */
  protected readonly judged = computed(() => {
    const asked = this.url.params().get('metric') ?? DEFAULT_METRIC;
    return this.metrics().find(({ id }) => id === asked) ?? this.metrics().find(({ direction }) => direction !== 'none') ?? null;
  });
  protected readonly sort = computed<Sort>(() => {
    const judged = this.judged();
    const fallback: Sort = judged === null ? { column: 'name', isDescending: false } : { column: 'verdict', isDescending: false };
    return readSort(this.url.params().get('sort'), ['name', 'verdict', ...this.metrics().map(({ id }) => id)], fallback);
  });
  protected readonly offered = computed(() =>
    OFFERED.flatMap((id) => {
      const metric = this.facts.metric(id);
      return metric === null ? [] : [{ id, text: this.words.label(metric.label), isShown: this.columnIds().includes(id) }];
    }),
  );

  protected readonly answers = pageAnswers(() => {
    const range = this.filters.range();
    if (range === null || this.facts.catalog() === null) return null;
    return Object.fromEntries(
      this.metrics().flatMap((metric) => [
        [`points.${metric.id}`, this.filters.question(metric, ['point'], range)],
        [`city.${metric.id}`, this.filters.question(metric, [], range, { isWholeCity: true })],
      ]),
    );
  });

  private readonly comparisons = comparisonsOf(() => {
    const range = this.filters.range();
    if (range === null || this.facts.catalog() === null) return null;
    const choice = this.filters.choice();
    return this.metrics()
      .filter(isComparable)
      .map((metric) => comparisonWanted(metric, range, { choice, adjust: 'casemix' }));
  });

  /** The page waits for its first answer; a column that fails shows dashes, and all of them failing shows why. */
  protected readonly load = computed<Loadable<unknown>>(() => {
    const judged = this.judged();
    if (judged !== null && isComparable(judged) && this.comparisons.of(judged.id).state === 'loading') return LOADING;
    const loads = this.metrics().map(({ id }) => this.answers.of(`points.${id}`));
    return loads.find(({ state }) => state === 'ready') ?? loads.find(({ state }) => state === 'error') ?? LOADING;
  });

  private readonly all = computed<readonly PointRow[]>(() => {
    const { branch } = this.filters.choice();
    return pointRows({
      points: this.facts.points().filter((point) => branch === null || point.branchCode === branch),
      branchName: (code) => this.facts.branch(code)?.name ?? '',
      metrics: this.metrics(),
      answerOf: (id) => readyData(this.answers.of(`points.${id}`)),
      cityOf: (id) => this.cityFigure(id)?.value ?? null,
      comparisonOf: (id) => readyData(this.comparisons.of(id)),
    });
  });
  protected readonly rows = computed(() => {
    const picked = this.picked();
    const found = this.all()
      .filter(({ point }) => picked === null || picked.includes(point.code))
      .filter(({ point, branch }) => matches(`${point.name} ${branch}`, this.typed()));
    return sortPoints(found, this.sort(), this.judged());
  });

  protected readonly total = computed(() =>
    this.metrics().map(({ id, unit }) => ({ id, text: this.formats.withUnit(this.cityFigure(id)?.value ?? null, unit) })),
  );
  protected readonly about = computed(() => {
    const range = this.filters.range();
    const counted = this.words.say('points.counted', {
      shown: this.formats.number(this.rows().length),
      points: this.formats.number(this.all().length),
    });
    return [...(range === null ? [] : [this.formats.range(range)]), counted].join(' · ');
  });

  protected readonly pickedText = computed(() => {
    const picked = this.picked();
    return picked === null ? '' : this.words.say('points.only', { points: this.formats.number(picked.length) });
  });

  /** What stands out carries a mark. */
  protected readonly markOf = (cell: PointCell | undefined): 'beyond' | 'better' | 'partial' | '' => {
    if (cell?.isWorse) return 'beyond';
    return cell?.verdict === 'better' || cell?.verdict === 'partial' ? cell.verdict : '';
  };

  protected readonly isLargestFirst = ({ direction }: CatalogMetric): boolean => direction !== 'up';

  protected retry(): void {
    this.answers.retry();
    this.comparisons.retry();
  }

  protected search(event: Event): void {
    void this.url.replace({ q: event.target instanceof HTMLInputElement && event.target.value !== '' ? event.target.value : null });
  }

  protected showAll(): void {
    void this.url.set({ only: null });
  }

  protected sortBy(sort: Sort): void {
    void this.url.replace({ sort: writeSort(sort) });
  }

  protected toggleColumn(id: string): void {
    const shown = this.columnIds();
    const columns = OFFERED.filter((offered) => (offered === id ? !shown.includes(id) : shown.includes(offered)));
    if (columns.length > 0) void this.url.replace({ columns: columns.join(',') });
  }

  private cityFigure(id: string) {
    return readyData(this.answers.of(`city.${id}`))?.rows[0]?.values[id] ?? null;
  }
}
