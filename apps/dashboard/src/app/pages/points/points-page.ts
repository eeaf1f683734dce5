import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Answer } from '@evenhand/domain';
import { type CatalogMetric, CityFacts } from '../../data/city-facts';
import { comparisonsOf, comparisonWanted, isComparable } from '../../data/comparisons';
import { answerFile } from '../../data/file-source';
import { Filters } from '../../data/filters';
import { type Loadable, LOADING, readyData } from '../../data/loadable';
import { merged } from '../../data/merged-questions';
import { pageAnswers } from '../../data/page-answers';
import { pointTrends } from '../../data/point-trends';
import { Session } from '../../data/session';
import { UrlState } from '../../data/url-state';
import { Panel } from '../../design/panel';
import { COVERAGE, PEERS, TREND } from '../../design/table/about-point';
import { DataTable } from '../../design/table/data-table';
import { tableState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { BRANCH, NAME, PointColumns, VERDICT } from './point-columns';
import { type PointRow, pointRows } from './point-rows';

const DEFAULT_METRICS = [
  'tickets',
  'long_wait_rate',
  'wait_p90',
  'abandonment_rate',
  'on_time_rate',
  'satisfaction_rate',
  'counter_occupancy',
];
const METRICS = [
  ...DEFAULT_METRICS,
  'wait_median',
  'service_median',
  'dossiers_received',
  'dossiers_open',
  'dossiers_overdue',
  'throughput_median',
  'response_rate',
  'tickets_per_officer_day',
];
const OFFERED = [BRANCH, ...METRICS, TREND, PEERS, COVERAGE, VERDICT];
const DEFAULT_METRIC = 'long_wait_rate';

const sameMetrics = (a: readonly CatalogMetric[], b: readonly CatalogMetric[]): boolean =>
  a.length === b.length && a.every((metric, index) => metric === b[index]);

/** Every point with every figure, to sort, search, compare and open. */
@Component({
  selector: 'eh-points-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, Panel, TranslocoPipe],
  templateUrl: './points-page.html',
  styleUrl: './points-page.css',
})
export class PointsPage {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly session = inject(Session);
  private readonly url = inject(UrlState);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly pointColumns = inject(PointColumns);

  /** Whether points may be judged beside each other here. */
  private readonly mayCompare = computed(() => this.session.may('compare'));
  protected readonly isEmpty = this.facts.isEmpty;
  protected readonly table = tableState({
    name: 'points',
    columns: () => (this.mayCompare() ? OFFERED : OFFERED.filter((id) => id !== PEERS && id !== VERDICT)),
    fixed: () => [NAME],
    shown: () => [...DEFAULT_METRICS, TREND, ...(this.mayCompare() ? [VERDICT] : [])],
    sorts: () => [
      this.judged() === null || !this.mayCompare() ? { column: NAME, isDescending: false } : { column: VERDICT, isDescending: false },
    ],
  });
  /** The points that a link has picked out; `null` shows all. */
  private readonly picked = computed(() => this.url.params().get('only')?.split(',') ?? null);

  private readonly metrics = computed<readonly CatalogMetric[]>(
    () => METRICS.filter((id) => this.table.shown().includes(id)).flatMap((id) => this.facts.metric(id) ?? []),
    { equal: sameMetrics },
  );
  /** The metric that the verdict is on. */
  private readonly judged = computed<CatalogMetric | null>(() => {
    const asked = this.url.params().get('metric') ?? DEFAULT_METRIC;
    return this.metrics().find(({ id }) => id === asked) ?? this.metrics().find(({ direction }) => direction !== 'none') ?? null;
  });
  protected readonly offered = computed(() =>
    this.pointColumns
      .of({
        metrics: METRICS.flatMap((id) => this.facts.metric(id) ?? []),
        judged: this.judged(),
        rows: [],
        cityOf: () => null,
        trends: null,
      })
      .filter(({ id }) => id !== NAME)
      .map(({ id, text }) => ({ id, text, isShown: this.table.shown().includes(id) })),
  );

  /** The shown figures that know the chosen filters, by point. */
  protected readonly file = computed(() => {
    const [range, judged] = [this.filters.range(), this.judged()];
    const question = range === null || judged === null ? null : this.filters.question(judged, ['point'], range);
    if (question === null) return null;
    const filtered = question.where.map(({ dimension }) => dimension);
    const metrics = this.metrics().filter(({ dimensions }) => [...filtered, 'point' as const].every((one) => dimensions.includes(one)));
    return answerFile({ ...question, metrics: metrics.map(({ id }) => id) });
  });

  /** The figures of a column and that of the city beside it, those of all columns in as few questions as they take. */
  private readonly asked = computed(() => {
    const range = this.filters.range();
    if (range === null || this.facts.catalog() === null) return null;
    return merged(
      Object.fromEntries(
        this.metrics().flatMap((metric) => [
          [`points.${metric.id}`, this.filters.question(metric, ['point'], range)],
          [`city.${metric.id}`, this.filters.question(metric, [], range, { isWholeCity: true })],
        ]),
      ),
    );
  });
  protected readonly answers = pageAnswers(() => this.asked()?.questions ?? null);

  private readonly comparisons = comparisonsOf(() => {
    const range = this.filters.range();
    if (range === null || this.facts.catalog() === null || !this.mayCompare()) return null;
    const choice = this.filters.choice();
    return this.metrics()
      .filter(isComparable)
      .map((metric) => comparisonWanted(metric, range, { choice, adjust: 'casemix' }));
  });

  /** One question for all points, asked where the column shows and the figures stand. */
  private readonly trends = pointTrends(() => (this.table.shown().includes(TREND) && this.load().state === 'ready' ? this.judged() : null));

  /** The page waits for its first answer; a column that fails shows dashes, and all of them failing shows why. */
  protected readonly load = computed<Loadable<unknown>>(() => {
    const judged = this.judged();
    const isCompared = this.mayCompare() && judged !== null && isComparable(judged);
    if (isCompared && this.comparisons.of(judged.id).state === 'loading') return LOADING;
    const loads = this.metrics().map(({ id }) => this.answerTo(`points.${id}`));
    return loads.find(({ state }) => state === 'ready') ?? loads.find(({ state }) => state === 'error') ?? LOADING;
  });

  private readonly all = computed<readonly PointRow[]>(() => {
    const { branch } = this.filters.choice();
    return pointRows({
      points: this.facts.points().filter((point) => branch === null || point.branchCode === branch),
      branchName: (code) => this.facts.branch(code)?.name ?? '',
      metrics: this.metrics(),
      answerOf: (id) => readyData(this.answerTo(`points.${id}`)),
      cityOf: (id) => this.cityFigure(id)?.value ?? null,
      comparisonOf: (id) => readyData(this.comparisons.of(id)),
    });
  });
  protected readonly rows = computed(() => {
    const picked = this.picked();
    return picked === null ? this.all() : this.all().filter(({ point }) => picked.includes(point.code));
  });
  protected readonly columns = computed(() =>
    this.pointColumns.of({
      metrics: this.metrics(),
      judged: this.judged(),
      rows: this.all(),
      cityOf: (id) => this.cityFigure(id),
      trends: this.trends(),
    }),
  );
  protected readonly idOf = ({ point }: PointRow): string => point.code;
  protected readonly textOf = ({ point, branch }: PointRow): string => `${point.name} ${point.code} ${branch}`;

  protected readonly about = computed(() => {
    const range = this.filters.range();
    return range === null ? '' : this.formats.range(range);
  });
  protected readonly pickedText = computed(() => {
    const picked = this.picked();
    return picked === null ? '' : this.words.say('points.only', { points: this.formats.number(picked.length) });
  });

  protected retry(): void {
    this.answers.retry();
    this.comparisons.retry();
  }

  protected showAll(): void {
    void this.url.set({ only: null });
  }

  private answerTo(name: string): Loadable<Answer | null> {
    const asked = this.asked();
    if (asked === null) return LOADING;
    const place = asked.placeOf(name);
    return place === null ? { state: 'ready', data: null, isStale: false } : this.answers.of(place);
  }

  private cityFigure(id: string) {
    return readyData(this.answerTo(`city.${id}`))?.rows[0]?.values[id] ?? null;
  }
}
