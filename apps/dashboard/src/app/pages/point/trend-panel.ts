import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Chart, type Draw, type PickedFigure, type TrendData, trendLineAt, trendOption } from '@evenhand/charts';
import { addDays, type Value } from '@evenhand/domain';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { type Loadable, mapReady, readyData } from '../../data/loadable';
import { isPartialWeek } from '../../data/periods';
import { weeklyTrend } from '../../data/trends';
import { Session } from '../../data/session';
import { UrlState } from '../../data/url-state';
import { ChoiceMenu } from '../../design/choice-menu';
import { IgnoredFilters } from '../../design/ignored-filters';
import { Panel } from '../../design/panel';
import type { TableTwin } from '../../design/twin-table';
import { ZoomBar } from '../../design/zoom-bar';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { ChartNoteList } from '../../notes/chart-note-list';
import { chartNotes } from '../../notes/chart-notes';
import { weekBuckets } from '../../notes/note-signs';
import { RecordedChangeList } from '../../notes/recorded-change-list';
import { recordedChanges } from '../../notes/recorded-changes';
import { PointAnswers } from './point-answers';
import { TREND_METRICS } from './point-questions';
import { RowsLink } from './rows-link';
import { compareWeeks, figuresByWeek, lineOf, weeksOf } from './week-trend';

type Figures = readonly (Value | null)[];

interface Weeks {
  readonly point: Figures;
  readonly city: Figures;
}

/** A figure of the point week by week, against the whole city and the standard. */
@Component({
  selector: 'eh-trend-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, ChartNoteList, ChoiceMenu, ExplainButton, Panel, RecordedChangeList, ZoomBar],
  template: `
    <eh-panel
      [heading]="words.say('point.trend')"
      [note]="note()"
      [load]="load()"
      [empty]="isEmpty() ? words.say('point.trend_empty') : null"
      [caption]="caption()"
      [twin]="twin()"
      [space]="320"
      [noted]="where()"
      (retry)="answers.retry()"
    >
      <div panelActions class="panel-tools">
        <eh-choice-menu
          [name]="words.say('point.measure')"
          [options]="options()"
          [value]="answers.trendMetric()"
          (choose)="url.set({ trend: $event })"
        />
        <eh-explain-button [metric]="answers.trendMetric()" [name]="metricName()" [where]="where()" />
      </div>
      <eh-chart
        #chart
        [draw]="draw()"
        [height]="300"
        [fills]="true"
        [label]="caption()"
        [walk]="walk()"
        [buckets]="buckets()"
        (picked)="open($event)"
      />
      <eh-zoom-bar [chart]="chart" />
      <eh-recorded-change-list [changes]="changes.all()" />
      <eh-chart-note-list [notes]="noted" />
    </eh-panel>
  `,
})
export class TrendPanel {
  protected readonly words = inject(Words);
  protected readonly answers = inject(PointAnswers);
  protected readonly url = inject(UrlState);
  private readonly formats = inject(Formats);
  private readonly facts = inject(CityFacts);
  private readonly rows = inject(RowsLink);
  private readonly ignored = inject(IgnoredFilters);
  private readonly filters = inject(Filters);
  private readonly router = inject(Router);
  private readonly seesCity = inject(Session).isWholeCity;

  private readonly metric = computed(() => this.facts.metric(this.answers.trendMetric()));
  protected readonly metricName = computed(() => {
    const metric = this.metric();
    return metric === null ? '' : this.words.label(metric.label);
  });
  protected readonly where = computed(() => `point:${this.answers.code() ?? ''}`);
  protected readonly note = computed(() => {
    const metric = this.metric();
    return [this.words.say('point.trend_note'), metric === null ? '' : this.ignored.said(metric)].filter((part) => part !== '').join(' · ');
  });
  protected readonly buckets = computed(() => {
    const weeks = this.answers.periods()?.weeks;
    return weeks === undefined ? [] : weeksOf(weeks);
  });
  /** Interventions and boundary changes that concern the point. */
  protected readonly changes = recordedChanges(
    () => {
      const [metric, weeks, point] = [this.metric(), this.answers.periods()?.weeks, this.answers.code()];
      return metric === null || weeks === undefined || point === null
        ? null
        : weeklyTrend(metric, weeks, { choice: this.filters.choice(), point });
    },
    () => this.buckets(),
  );
  protected readonly noted = chartNotes(() =>
    this.answers.code() === null ? null : { place: this.where(), buckets: weekBuckets(this.buckets()) },
  );
  private readonly isLastPartial = computed(() => {
    const [last, weeks] = [this.buckets().at(-1), this.answers.periods()?.weeks];
    return last !== undefined && weeks !== undefined && isPartialWeek(last, weeks);
  });

  protected readonly load = computed<Loadable<Weeks>>(() => {
    const id = this.answers.trendMetric();
    const city = readyData(this.answers.answer('cityWeeks', id));
    return mapReady(this.answers.answer('weeks', id), (point) => ({
      point: figuresByWeek(point, id, this.buckets()),
      city: figuresByWeek(city, id, this.buckets()),
    }));
  });
  private readonly weeks = computed<Weeks>(() => readyData(this.load()) ?? { point: [], city: [] });
  protected readonly isEmpty = computed(() => this.weeks().point.every((figure) => figure?.value == null));

  protected readonly options = computed(() =>
    TREND_METRICS.flatMap((value) => {
      const metric = this.facts.metric(value);
      return metric === null ? [] : [{ value, text: this.words.label(metric.label) }];
    }),
  );

  private readonly data = computed<TrendData>(() => {
    const { point, city } = this.weeks();
    const name = this.facts.point(this.answers.code() ?? '')?.name ?? '';
    return {
      buckets: this.buckets(),
      // Whoever answers for a part of the city is not shown the whole of it.
      lines: [lineOf(name, 'main', point), ...(this.seesCity() ? [lineOf(this.words.say('point.whole_city'), 'reference', city)] : [])],
      standard: this.metric()?.standard?.value ?? null,
      isLastPartial: this.isLastPartial(),
      annotations: this.changes.marks(),
      notes: this.noted.marks(),
      isFromZero: this.metric()?.direction === 'down',
    };
  });

  protected readonly walk = computed(() => ({ series: trendLineAt(this.data()), length: this.buckets().length }));

  protected readonly draw = computed<Draw>(() => {
    const data = this.data();
    const standard = this.metric()?.standard;
    const texts = {
      bucket: this.formats.dayShort,
      bucketInFull: (week: string) => this.words.say('point.week', { range: this.formats.range({ from: week, to: addDays(week, 7) }) }),
      value: this.value,
      n: (n: number) => this.words.say('point.n', { n: this.formats.number(n) }),
      axis: this.tick,
      standard: this.formats.standard(standard ?? null, this.unit()),
      partial: this.words.say('point.week_partial'),
      unknown: this.words.say('point.cell_unknown'),
      notes: (index: number) => [this.changes.cell(this.buckets()[index] ?? ''), ...this.noted.lines(index)].filter((line) => line !== ''),
    };
    return (frame) => trendOption(data, texts, frame);
  });

  protected readonly caption = computed(() => {
    const metric = this.metric();
    if (metric === null || this.isEmpty()) return '';
    const { point, city } = this.weeks();
    const values = (figures: Figures): readonly (number | null)[] => figures.map((figure) => figure?.value ?? null);
    const { weeks, worse } = compareWeeks(values(point), values(city), {
      direction: metric.direction,
      isLastPartial: this.isLastPartial(),
    });
    const params = { worse: this.formats.number(worse), weeks: this.formats.number(weeks), metric: this.words.label(metric.label) };
    if (weeks === 0) return this.words.say('point.trend_no_city');
    return this.words.say(metric.direction === 'up' ? 'point.trend_lower' : 'point.trend_higher', params);
  });

  protected readonly twin = computed<TableTwin>(() => {
    const { point, city } = this.weeks();
    const text = (figure: Value | null | undefined): string =>
      figure?.value == null ? this.words.say('point.cell_unknown') : this.value(figure.value);
    return {
      columns: [
        { text: this.words.say('point.week_of') },
        { text: this.data().lines[0]?.name ?? '', isNumber: true },
        { text: 'n', isNumber: true },
        ...(this.seesCity() ? [{ text: this.words.say('point.whole_city'), isNumber: true }] : []),
        { text: this.words.say('trend.changes') },
        { text: this.words.say('notes.title') },
      ],
      rows: this.buckets().map((week, index) => [
        this.formats.day(week),
        text(point[index]),
        this.formats.number(point[index]?.n ?? 0),
        ...(this.seesCity() ? [text(city[index])] : []),
        this.changes.cell(week),
        this.noted.cell(index),
      ]),
    };
  });

  protected open({ index }: PickedFigure): void {
    const week = this.buckets()[index];
    if (week === undefined) return;
    // A week of the trend may lie outside the chosen period: the link brings its own days.
    const queryParams = { ...this.rows.of(this.answers.trendMetric(), 'n'), from: week, to: addDays(week, 7) };
    void this.router.navigate(['/rows'], { queryParams });
  }

  private readonly unit = computed(() => this.metric()?.unit ?? 'count');
  private readonly value = (value: number): string => this.formats.withUnit(value, this.unit());
  private readonly tick = (value: number): string => (this.unit() === 'share' ? this.formats.share(value, 0) : this.formats.number(value));
}
