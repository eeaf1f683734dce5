import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Chart, type Draw, type SmallTrend, type SmallTrendsData, smallTrendsHeight, smallTrendsOption } from '@evenhand/charts';
import { addDays, type Answer, type Value } from '@evenhand/domain';
import { type CatalogMetric, CityFacts } from '../../data/city-facts';
import { mapReady, readyData } from '../../data/loadable';
import { isPartialWeek } from '../../data/periods';
import { Panel } from '../../design/panel';
import type { TableTwin } from '../../design/twin-table';
import { ZoomBar } from '../../design/zoom-bar';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { ChartNoteList } from '../../notes/chart-note-list';
import { chartNotes } from '../../notes/chart-notes';
import { weekBuckets } from '../../notes/note-signs';
import { PointAnswers } from './point-answers';
import { KEY_METRICS } from './point-questions';
import { figuresByWeek, weeksOf } from './week-trend';

interface Course {
  readonly metric: CatalogMetric;
  readonly figures: readonly (Value | null)[];
}

/** All key figures of the point week by week, side by side: whether they move together. */
@Component({
  selector: 'eh-courses-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, ChartNoteList, Panel, ZoomBar],
  template: `
    <eh-panel
      [heading]="words.say('point.courses')"
      [note]="words.say('point.courses_note')"
      [load]="load()"
      [empty]="courses().length === 0 ? words.say('point.trend_empty') : null"
      [caption]="caption()"
      [twin]="twin()"
      [space]="300"
      [noted]="place()"
      (retry)="answers.retry()"
    >
      <eh-chart
        #chart
        [draw]="draw()"
        [height]="height"
        [label]="caption()"
        [walk]="{ series: 0, length: weeks().length }"
        [buckets]="weeks()"
      />
      <eh-zoom-bar [chart]="chart" />
      <eh-chart-note-list [notes]="noted" />
    </eh-panel>
  `,
})
export class CoursesPanel {
  protected readonly words = inject(Words);
  protected readonly answers = inject(PointAnswers);
  private readonly facts = inject(CityFacts);
  private readonly formats = inject(Formats);

  protected readonly weeks = computed(() => {
    const weeks = this.answers.periods()?.weeks;
    return weeks === undefined ? [] : weeksOf(weeks);
  });

  protected readonly place = computed(() => {
    const code = this.answers.code();
    return code === null ? null : `point:${code}`;
  });
  protected readonly noted = chartNotes(() => {
    const place = this.place();
    return place === null ? null : { place, buckets: weekBuckets(this.weeks()) };
  });

  protected readonly load = computed(() => mapReady(this.answers.together('weeks', KEY_METRICS), (answers) => this.coursesOf(answers)));
  protected readonly courses = computed(() => readyData(this.load()) ?? []);

  private readonly data = computed<SmallTrendsData>(() => {
    const [last, range] = [this.weeks().at(-1), this.answers.periods()?.weeks];
    return {
      buckets: this.weeks(),
      trends: this.courses().map((course) => this.trendOf(course)),
      isLastPartial: last !== undefined && range !== undefined && isPartialWeek(last, range),
      notes: this.noted.marks(),
    };
  });

  protected readonly height = (width: number): number => smallTrendsHeight(this.data(), width);

  protected readonly draw = computed<Draw>(() => {
    const data = this.data();
    const texts = {
      bucket: this.formats.dayShort,
      bucketInFull: (week: string) => this.words.say('point.week', { range: this.formats.range({ from: week, to: addDays(week, 7) }) }),
      n: (n: number) => this.words.say('point.n', { n: this.formats.number(n) }),
      partial: this.words.say('point.week_partial'),
      unknown: this.words.say('point.cell_unknown'),
      notes: this.noted.lines,
    };
    return (frame) => smallTrendsOption(data, texts, frame);
  });

  /** In how many figures the last whole week keeps its standard. */
  protected readonly caption = computed(() => {
    const { isLastPartial } = this.data();
    const whole = this.weeks().length - (isLastPartial ? 2 : 1);
    const judged = this.courses().flatMap(({ metric, figures }) => {
      const value = figures[whole]?.value ?? null;
      if (metric.standard === null || value === null) return [];
      return [metric.standard.comparison === 'at_most' ? value <= metric.standard.value : value >= metric.standard.value];
    });
    if (judged.length === 0) return this.words.say('point.courses_open');
    const week = this.weeks()[whole] ?? '';
    return this.words.say('point.courses_says', {
      ...{ kept: this.formats.number(judged.filter(Boolean).length), judged: this.formats.number(judged.length) },
      range: this.formats.range({ from: week, to: addDays(week, 7) }),
    });
  });

  protected readonly twin = computed<TableTwin>(() => ({
    columns: [
      { text: this.words.say('point.week_of') },
      ...this.courses().map(({ metric }) => ({ text: this.words.label(metric.label), isNumber: true })),
      { text: this.words.say('notes.title') },
    ],
    rows: this.weeks().map((week, index) => [
      this.formats.day(week),
      ...this.courses().map(({ metric, figures }) => this.formats.withUnit(figures[index]?.value ?? null, metric.unit)),
      this.noted.cell(index),
    ]),
  }));

  private coursesOf(answers: Readonly<Record<string, Answer | null>>): readonly Course[] {
    return KEY_METRICS.flatMap((id) => {
      const metric = this.facts.metric(id);
      const figures = figuresByWeek(answers[id] ?? null, id, this.weeks());
      return metric === null || figures.every((figure) => figure?.value == null) ? [] : [{ metric, figures }];
    });
  }

  private trendOf({ metric, figures }: Course): SmallTrend {
    const { unit, standard, direction } = metric;
    return {
      name: this.words.label(metric.label),
      values: figures.map((figure) => figure?.value ?? null),
      n: figures.map((figure) => figure?.n ?? 0),
      ...{ standard: standard?.value ?? null, standardText: this.formats.standard(standard, unit) },
      value: (value) => this.formats.withUnit(value, unit),
      axis: (value) => (unit === 'share' ? this.formats.share(value, 0) : this.formats.number(value, value % 1 === 0 ? 0 : 1)),
      isFromZero: unit !== 'share' || direction === 'down',
    };
  }
}
