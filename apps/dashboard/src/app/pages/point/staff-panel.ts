import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ClassEdges, type LegendEntry, ScaleLegend, stepOf } from '@evenhand/charts';
import type { Answer, Dimension, Filter, Question, Value } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Session } from '../../data/session';
import { Filters } from '../../data/filters';
import { mapReady, readyData } from '../../data/loadable';
import { type PageAnswers, pageAnswers } from '../../data/page-answers';
import { IgnoredFilters } from '../../design/ignored-filters';
import { Panel } from '../../design/panel';
import type { TableTwin } from '../../design/twin-table';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { FigureList } from './figure-list';
import { PointAnswers } from './point-answers';
import { PointComparisons } from './point-comparisons';
import { STAFF_METRICS } from './point-questions';
import { RowsLink } from './rows-link';
import { figuresByHalfHour, regularHalfHours } from './staffed-hours';

const OCCUPANCY = 'half_hour_occupancy';
const ADJUSTED = 'tickets_per_officer_day_adjusted';
/** As on the page of what to do: the two darkest lie beyond the usual standard. */
const EDGES: ClassEdges = [0.5, 0.7, 0.85, 1];

/** How busy the counters are in each half-hour, beside points that are alike and the whole city: sums over points, never one of them. */
@Component({
  selector: 'eh-staff-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExplainButton, FigureList, Panel, RouterLink, ScaleLegend, TranslocoPipe],
  templateUrl: './staff-panel.html',
  styles: `
    td a {
      display: block;
      color: inherit;
      text-decoration: none;
    }
    td a:hover {
      text-decoration: underline;
    }
    .is-own th {
      color: var(--eh-ink);
      font-weight: 700;
    }
    .tail {
      min-width: 64px;
      color: var(--eh-ink);
    }
    .tail.is-wide {
      min-width: 132px;
    }
    eh-figure-list {
      margin-bottom: 14px;
    }
    .foot {
      display: flex;
      gap: 12px;
      align-items: center;
      margin-top: 10px;
    }
  `,
})
export class StaffPanel {
  protected readonly answers = inject(PointAnswers);
  private readonly comparisons = inject(PointComparisons);
  private readonly session = inject(Session);
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly rows = inject(RowsLink);
  private readonly ignored = inject(IgnoredFilters);

  protected readonly metrics = STAFF_METRICS;
  protected readonly occupancy = OCCUPANCY;
  protected readonly where = computed(() => `point:${this.answers.code() ?? ''}`);
  protected readonly label = computed(() => this.words.label(this.facts.metric(OCCUPANCY)?.label ?? { vi: '', en: '' }));
  // Who is alike is told by what people come for: a share of staffed time knows no kind of work.
  private readonly peers = computed(() => {
    const found = this.comparisons.metrics().map(({ id }) => this.comparisons.own(id)?.peers?.points ?? []);
    return found.find((points) => points.length > 0) ?? [];
  });

  private readonly own = pageAnswers(() => {
    const code = this.answers.code();
    if (code === null) return null;
    const point: Filter = { dimension: 'point', values: [code] };
    return { ...this.asked('own', [point]), ...(this.session.isWholeCity() ? this.asked('city', []) : {}) };
  });
  // Who is alike is known only when the points have been compared.
  private readonly alike = pageAnswers(() => {
    const values = this.peers();
    return values.length === 0 ? null : this.asked('peers', [{ dimension: 'point', values }]);
  });
  protected readonly load = computed(() => mapReady(this.own.of('own.slots'), (answer) => answer?.rows.length ?? 0));
  protected readonly empty = computed(() => (readyData(this.load()) === 0 ? this.words.say('point.no_counter') : null));
  protected readonly retry = (): void => {
    this.own.retry();
    this.alike.retry();
  };

  /** Staff is told of no field and no channel: a reader who chose one is told so. */
  protected readonly note = computed(() => {
    const metric = this.facts.metric(OCCUPANCY);
    const parts = [this.words.say('point.staff_note'), metric === null ? '' : this.ignored.said(metric)];
    return parts.filter((part) => part !== '').join(' · ');
  });
  protected readonly halfHours = computed(() => regularHalfHours(readyData(this.own.of('own.slots')), OCCUPANCY));
  protected readonly lines = computed(() => {
    const peers = this.peers().length;
    return [
      this.line('own', this.facts.point(this.answers.code() ?? '')?.name ?? '', this.own),
      ...(peers === 0 ? [] : [this.line('peers', this.words.say('point.alike', { points: this.formats.number(peers) }), this.alike)]),
      ...(this.session.isWholeCity() ? [this.line('city', this.words.say('point.whole_city'), this.own)] : []),
    ];
  });

  /** A row for each half-hour, a column for each line. */
  protected readonly twin = computed<TableTwin>(() => {
    const lines = this.lines();
    const cells = (halfHour: string): readonly string[] =>
      lines.map((line) => line.cells.find((cell) => cell.halfHour === halfHour)?.text ?? '–');
    return {
      columns: [{ text: this.words.say('point.half_hour') }, ...lines.map(({ name }) => ({ text: `${name} (%)`, isNumber: true }))],
      rows: [
        ...this.halfHours().map((halfHour) => [halfHour, ...cells(halfHour)]),
        [this.words.say('point.whole_day'), ...lines.map(({ day }) => day)],
      ],
    };
  });

  protected readonly caption = computed(() => {
    const [own, other] = [this.lines()[0]?.cells ?? [], this.lines()[1]];
    const over = own.filter(({ value }) => (value ?? 0) > (this.facts.metric(OCCUPANCY)?.standard?.value ?? EDGES[2]));
    const [busiest] = own.filter(({ value }) => value !== null).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
    if (busiest === undefined) return '';
    const beside = other?.cells.find(({ halfHour }) => halfHour === busiest.halfHour)?.value ?? null;
    const params = { slot: busiest.halfHour, share: this.formats.share(busiest.value ?? 0, 0), over: this.formats.number(over.length) };
    const said = this.words.say('point.staff_says', params);
    if (beside === null || other === undefined) return said;
    const against = { name: other.name.toLocaleLowerCase(this.words.language()), share: this.formats.share(beside, 0) };
    return `${said} ${this.words.say('point.staff_beside', against)}`;
  });

  protected readonly legend = computed<readonly LegendEntry[]>(() => {
    const [a, b, c, d] = EDGES.map((edge) => this.formats.share(edge, 0));
    return [
      { swatch: 0, text: `≤ ${a}` },
      { swatch: 1, text: `${a}–${b}` },
      { swatch: 2, text: `${b}–${c}` },
      { swatch: 3, text: `${c}–${d}` },
      { swatch: 4, text: `> ${d}` },
      { swatch: 'unknown', text: this.words.say('point.cell_unknown') },
    ];
  });

  private line(name: string, text: string, from: PageAnswers) {
    const slots = figuresByHalfHour(readyData(from.of(`${name}.slots`)), OCCUPANCY);
    const whole = readyData(from.of(`${name}.whole`));
    return {
      ...{ id: name, name: text, isOwn: name === 'own' },
      cells: this.halfHours().map((halfHour) => this.cell(halfHour, slots.get(halfHour), name === 'own')),
      day: this.wholeDay(whole, 'counter_occupancy'),
      perDay: this.wholeDay(whole, ADJUSTED),
    };
  }

  private cell(halfHour: string, figure: Value | undefined, isOwn: boolean) {
    const value = figure?.value ?? null;
    return {
      ...{ halfHour, value, text: value === null ? '–' : this.formats.number(value * 100) },
      step: value === null ? ('unknown' as const) : stepOf(value, EDGES),
      title: figure === undefined ? this.words.say('reason.no_data') : `${halfHour}: ${this.formats.spelled(figure, 'share')}`,
      rows: isOwn && value !== null ? this.rows.within(OCCUPANCY, { half_hour: halfHour }) : null,
    };
  }

  private wholeDay(answer: Answer | null, id: string): string {
    const value = answer?.rows[0]?.values[id]?.value ?? null;
    const unit = this.facts.metric(id)?.unit ?? 'count';
    return value === null ? '–' : unit === 'share' ? this.formats.share(value, 0) : this.formats.figure(value, unit);
  }

  private asked(name: string, where: readonly Filter[]): Readonly<Record<string, Question | null>> {
    const range = this.filters.range();
    const known = (ids: readonly string[]) => ids.filter((id) => this.facts.metric(id) !== null);
    const question = (ids: readonly string[], by: readonly Dimension[]): Question | null =>
      range === null || known(ids).length === 0 ? null : { metrics: known(ids), by, ...range, where, exact: false };
    return { [`${name}.slots`]: question([OCCUPANCY], ['half_hour']), [`${name}.whole`]: question(['counter_occupancy', ADJUSTED], []) };
  }
}
