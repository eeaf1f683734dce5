import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Chart, type ControlChartData, controlChartOption, type ControlChartTexts, controlLineAt, type Draw } from '@evenhand/charts';
import type { TrendAnswer } from '@evenhand/contracts';
import { type Day, placeText, type TimeRange, WHOLE_CITY_NOTED } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CatalogMetric, CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { type Loadable, readyData } from '../../data/loadable';
import { UrlState } from '../../data/url-state';
import { Panel } from '../../design/panel';
import type { TableTwin } from '../../design/twin-table';
import { ZoomBar } from '../../design/zoom-bar';
import { ChangeWords } from '../../format/change-words';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { ChartNoteList } from '../../notes/chart-note-list';
import { chartNotes } from '../../notes/chart-notes';
import { weekBuckets } from '../../notes/note-signs';
import { bucketOf, findingOf, isLastPartial, weekOfChange, weeksOf } from './control-weeks';
import { TrendWords } from './trend-words';

/** Whether a figure changes for real: its weeks between the limits that hold while nothing does. */
@Component({
  selector: 'eh-trend-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, ChartNoteList, Panel, TranslocoPipe, ZoomBar],
  template: `
    <eh-panel
      [heading]="'trend.title' | transloco"
      [note]="note()"
      [load]="load()"
      [empty]="empty()"
      [caption]="caption()"
      [twin]="twin()"
      [space]="300"
      [noted]="place()"
      (retry)="retry.emit()"
    >
      <eh-chart #chart [draw]="draw()" [height]="height" [label]="caption()" [walk]="walk()" [buckets]="buckets()" />
      <eh-zoom-bar [chart]="chart" />
      <ul class="key" aria-hidden="true">
        <li><i class="band"></i>{{ 'trend.limits' | transloco }}</li>
        <li>
          <svg viewBox="0 0 12 12" class="better"><path d="M2 2h8v8H2Z" /></svg>{{ 'trend.mark_better' | transloco }}
        </li>
        <li>
          <svg viewBox="0 0 12 12" class="worse"><path d="M6 1 11.5 11H.5Z" /></svg>{{ 'trend.mark_worse' | transloco }}
        </li>
      </ul>
      @if (changes().length > 0) {
        <ol class="changes" [attr.aria-label]="'trend.changes' | transloco">
          @for (change of changes(); track $index) {
            <li>
              <b aria-hidden="true">{{ change.number }}</b> {{ change.text }}
              <button
                type="button"
                class="anew"
                [attr.aria-pressed]="change.day === anew()"
                [attr.aria-label]="('trend.anew' | transloco) + ': ' + change.text"
                (click)="countAnew(change.day)"
              >
                {{ (change.day === anew() ? 'trend.as_before' : 'trend.anew') | transloco }}
              </button>
            </li>
          }
        </ol>
      }
      <eh-chart-note-list [notes]="noted" />
    </eh-panel>
  `,
  styleUrl: './trend-panel.css',
})
export class TrendPanel {
  readonly metric = input.required<CatalogMetric | null>();
  readonly load = input.required<Loadable<TrendAnswer>>();
  /** The weeks that were asked for: they tell whether the last one is whole. */
  readonly range = input.required<TimeRange | null>();
  /** Code of the point that is looked at; `null` for the whole city. */
  readonly point = input<string | null>(null);
  /** The day from which limits are counted anew; `null` for none. */
  readonly anew = input<Day | null>(null);
  readonly retry = output();

  private readonly facts = inject(CityFacts);
  private readonly url = inject(UrlState);
  private readonly filters = inject(Filters);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly said = inject(TrendWords);
  private readonly changeWords = inject(ChangeWords);

  private readonly trend = computed(() => readyData(this.load()));
  private readonly unit = computed(() => this.metric()?.unit ?? 'count');
  private readonly weeks = computed(() => weeksOf(this.trend() ?? { series: [] }));
  /** What the chart is about, as notes name it. */
  protected readonly place = computed(() => {
    const [point, { branch }] = [this.point(), this.filters.choice()];
    return placeText(
      point !== null ? { kind: 'point', code: point } : branch !== null ? { kind: 'branch', code: branch } : WHOLE_CITY_NOTED,
    );
  });
  protected readonly noted = chartNotes(() => ({ place: this.place(), buckets: weekBuckets(this.weeks().map(({ week }) => week)) }));
  private readonly isPartial = computed(() => {
    const range = this.range();
    return range !== null && isLastPartial(this.weeks(), range);
  });

  protected readonly height = (width: number): number => (width < 400 ? 220 : 250);
  protected readonly walk = computed(() => ({ series: controlLineAt(this.data()), length: this.weeks().length }));

  protected readonly buckets = computed(() => this.weeks().map(({ week }) => week));

  protected readonly note = computed(() => {
    const metric = this.metric();
    const place = this.facts.point(this.point() ?? '')?.name;
    if (metric === null) return '';
    return [this.words.say('trend.note', { metric: this.words.label(metric.label) }), place]
      .filter((part) => part !== undefined)
      .join(' · ');
  });

  protected readonly empty = computed(() => {
    if (this.load().state !== 'ready') return null;
    return this.weeks().some(({ entry }) => entry?.value.value != null) ? null : this.words.say('empty.period');
  });

  /** Changes in the order of the chart, numbered as in the drawing. */
  private readonly marks = computed(() =>
    (this.trend()?.changes ?? []).flatMap((change) => {
      const week = weekOfChange(this.weeks(), change);
      return week === null || change.day < (this.weeks()[0]?.week ?? '') ? [] : [{ change, week }];
    }),
  );
  protected readonly changes = computed(() =>
    this.marks().map(({ change }, index) => ({
      number: this.formats.number(index + 1),
      day: change.day,
      text: this.changeWords.of(change),
    })),
  );

  protected readonly data = computed<ControlChartData>(() => {
    const metric = this.metric();
    const weeks = [...new Set(this.marks().map(({ week }) => week))];
    const numbers = (week: string): string =>
      this.marks()
        .flatMap((mark, index) => (mark.week === week ? [this.formats.number(index + 1)] : []))
        .join(', ');
    return {
      buckets: this.weeks().map(bucketOf),
      standard: metric?.standard?.value ?? null,
      isLastPartial: this.isPartial(),
      changes: weeks.map((week) => ({ bucket: week, text: numbers(week) })),
      notes: this.noted.marks(),
      isFromZero: metric?.unit !== 'share' || metric.direction !== 'up',
    };
  });

  private readonly texts = computed<ControlChartTexts>(() => {
    const metric = this.metric();
    const centre = this.weeks().findLast(({ entry }) => entry?.centre != null)?.entry?.centre ?? null;
    return {
      bucket: this.formats.dayShort,
      axis: (value) => (this.unit() === 'share' ? this.formats.share(value, 0) : this.formats.number(value)),
      lines: (index) => this.lines(index),
      standard: this.formats.standard(metric?.standard ?? null, this.unit()),
      centre: centre === null ? '' : this.words.say('trend.centre', { centre: this.formats.withUnit(centre, this.unit()) }),
      limits: this.words.say('trend.limits'),
    };
  });

  protected readonly draw = computed<Draw>(() => {
    const [data, texts] = [this.data(), this.texts()];
    return (frame) => controlChartOption(data, texts, frame);
  });

  protected readonly caption = computed(() => {
    const [trend, range] = [this.trend(), this.range()];
    const finding = trend === null || range === null ? null : findingOf(trend, range);
    return trend === null || finding === null ? '' : this.said.finding(finding, trend, this.unit());
  });

  protected readonly twin = computed<TableTwin>(() => {
    const { say } = this.words;
    return {
      columns: [
        { text: say('trend.week') },
        { text: this.note(), isNumber: true },
        { text: 'n', isNumber: true },
        { text: say('trend.limits'), isNumber: true },
        { text: say('trend.rule') },
        { text: say('trend.changes') },
        { text: say('notes.title') },
      ],
      rows: this.weeks().map(({ week, entry }, index) => [
        this.formats.day(week),
        entry === null ? say('map.unknown') : this.formats.withUnit(entry.value.value, this.unit()),
        entry === null ? '–' : this.formats.count(entry.value.n),
        entry?.limits ? this.formats.interval(entry.limits, this.unit()) : '–',
        entry?.label ? this.words.label(entry.label) : '',
        this.marks()
          .flatMap((mark) => (mark.week === week ? [this.words.label(mark.change.title)] : []))
          .join('; '),
        this.noted.cell(index),
      ]),
    };
  });

  /** Counts limits anew from a documented change, or as they stand when they are so already. */
  protected countAnew(day: Day): void {
    void this.url.set({ anew: day === this.anew() ? null : day });
  }

  private lines(index: number): readonly string[] {
    const week = this.weeks()[index];
    if (week === undefined) return [];
    const isFilling = this.isPartial() && index === this.weeks().length - 1;
    const changes = this.marks().filter((mark) => mark.week === week.week);
    return [...this.said.tooltip(week, { unit: this.unit(), isFilling, changes }), ...this.noted.lines(index)];
  }
}
