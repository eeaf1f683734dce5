import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Chart, type Draw, type SpreadBandData, spreadBandOption, type SpreadBandTexts, spreadLineAt } from '@evenhand/charts';
import type { UnevennessAnswer } from '@evenhand/contracts';
import { type Day, placeText, WHOLE_CITY_NOTED } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { type Loadable, readyData } from '../../data/loadable';
import { ChoiceMenu, type Option } from '../../design/choice-menu';
import { Panel } from '../../design/panel';
import { Segmented } from '../../design/segmented';
import type { TableTwin } from '../../design/twin-table';
import { ZoomBar } from '../../design/zoom-bar';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { ChartNoteList } from '../../notes/chart-note-list';
import { chartNotes } from '../../notes/chart-notes';
import { MeasureTexts } from './measure-texts';
import { PeriodNames } from './period-names';
import { isLastPartial } from './series-range';
import { type SeriesGrain, type Spread, SPREADS } from './unevenness-choice';

/** How far points lie apart over time, against what chance alone would make of equal points. */
@Component({
  selector: 'eh-spread-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, ChartNoteList, ChoiceMenu, Panel, Segmented, TranslocoPipe, ZoomBar],
  template: `
    <eh-panel
      [heading]="'unevenness.over_time' | transloco"
      [note]="note()"
      [load]="series()"
      [empty]="empty()"
      [caption]="caption()"
      [twin]="twin()"
      [space]="340"
      [noted]="place()"
      (retry)="retry.emit()"
    >
      <div panelActions class="actions">
        <eh-segmented
          [label]="'unevenness.measure' | transloco"
          [segments]="spreads()"
          [value]="spread()"
          (choose)="chooseSpread.emit($event)"
        />
        <eh-choice-menu [name]="'unevenness.since' | transloco" [options]="days()" [value]="since()" (choose)="chooseSince.emit($event)" />
      </div>
      <eh-chart #chart [draw]="draw()" [height]="330" [fills]="true" [label]="caption()" [walk]="walk()" [buckets]="buckets()" />
      <eh-zoom-bar [chart]="chart" />
      <eh-chart-note-list [notes]="noted" />
    </eh-panel>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    eh-panel {
      height: 100%;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class SpreadPanel {
  readonly series = input.required<Loadable<UnevennessAnswer>>();
  readonly spread = input.required<Spread>();
  readonly retry = output();
  readonly chooseSpread = output<string>();
  readonly chooseSince = output<string | null>();

  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly measures = inject(MeasureTexts);
  private readonly names = inject(PeriodNames);
  private readonly filters = inject(Filters);

  private readonly answer = computed(() => readyData(this.series()));
  /** The metric that the answer is about, which may not be the one just chosen. */
  private readonly metric = computed(() => this.facts.metric(this.answer()?.metric ?? ''));
  /** Its grain, which names its periods. */
  private readonly grain = computed<SeriesGrain>(() => (this.answer()?.grain === 'week' ? 'week' : 'month'));
  private readonly periods = computed(() =>
    (this.answer()?.series ?? []).map((period) => ({ ...period, measure: period.measures[this.spread()] })),
  );

  protected readonly spreads = computed(() => SPREADS.map((value) => ({ value, text: this.words.say(`spread.${value}`) })));
  protected readonly note = computed(() => this.measures.name(this.spread()));

  /** The first day of the period that a change is counted from. */
  protected readonly since = computed<Day | null>(() => this.sincePeriod()?.range.from ?? null);
  private readonly sincePeriod = computed(() => {
    const day = this.answer()?.since?.day;
    return day === undefined ? undefined : this.periods().find(({ range }) => range.from <= day && day < range.to);
  });
  protected readonly days = computed<readonly Option[]>(() =>
    this.periods()
      .slice(0, -1)
      .map(({ range }) => ({
        value: range.from,
        text: this.names.inFull(range, this.grain()),
        short: this.names.short(range.from, this.grain()),
      })),
  );

  private readonly partial = computed(() => {
    const known = this.facts.knownDays();
    return known !== null && isLastPartial(this.periods().at(-1)?.range, this.grain(), known);
  });

  protected readonly empty = computed(() => {
    const periods = this.periods();
    if (this.series().state !== 'ready') return null;
    if (periods.some(({ measure }) => measure.value !== null)) return null;
    const why = periods.at(-1)?.measure;
    return why === undefined ? this.words.say('empty.period') : this.measures.sentence(why);
  });

  protected readonly walk = computed(() => ({ series: spreadLineAt(this.data()), length: this.periods().length }));

  protected readonly buckets = computed(() => this.periods().map(({ range }) => range.from));

  /** The points of the whole city, or of the chosen branch. */
  protected readonly place = computed(() => {
    const { branch } = this.filters.choice();
    return placeText(branch === null ? WHOLE_CITY_NOTED : { kind: 'branch', code: branch });
  });
  protected readonly noted = chartNotes(() => ({
    place: this.place(),
    buckets: this.periods().map(({ range }) => ({ bucket: range.from, end: range.to })),
  }));

  private readonly data = computed<SpreadBandData>(() => ({
    buckets: this.periods().map(({ range, measure }) => ({ bucket: range.from, ...measure })),
    isLastPartial: this.partial(),
    since: this.since(),
    notes: this.noted.marks(),
  }));

  protected readonly draw = computed<Draw>(() => {
    const [data, texts] = [this.data(), this.texts()];
    return (frame) => spreadBandOption(data, texts, frame);
  });

  private readonly texts = computed<SpreadBandTexts>(() => {
    const since = this.since();
    return {
      bucket: (bucket) => this.names.short(bucket, this.grain()),
      value: (value) => this.tick(value),
      lines: (index) => this.lines(index),
      byChance: this.words.say('unevenness.by_chance_band'),
      since: since === null ? '' : this.words.say('unevenness.counted_from', { period: this.names.short(since, this.grain()) }),
    };
  });

  protected readonly caption = computed(() => {
    const [since, metric] = [this.answer()?.since, this.metric()];
    const from = this.since();
    if (!since || metric === null || from === null) return '';
    const { change, label } = since;
    if (change.value === null) return `${this.words.label(label)}. ${this.measures.sentence(change)}`;
    return this.words.say('unevenness.change', {
      verdict: this.words.label(label),
      change: this.measures.change('real_spread', change.value, metric),
      interval: this.measures.interval('real_spread', change.interval, metric),
      since: this.names.short(from, this.grain()),
    });
  });

  protected readonly twin = computed<TableTwin | null>(() => {
    const metric = this.metric();
    if (metric === null) return null;
    const { say } = this.words;
    const interval = (ends: Parameters<MeasureTexts['interval']>[1]): string => this.measures.interval(this.spread(), ends, metric);
    return {
      columns: [
        { text: say('unevenness.period') },
        { text: this.note(), isNumber: true },
        { text: say('ranking.interval'), isNumber: true },
        { text: say('unevenness.by_chance'), isNumber: true },
        { text: say('unevenness.points'), isNumber: true },
        { text: say('unevenness.city'), isNumber: true },
        { text: say('notes.title') },
      ],
      rows: this.periods().map(({ range, measure, points, city }, index) => [
        this.names.inFull(range, this.grain()),
        measure.value === null ? this.measures.sentence(measure) : this.text(measure.value),
        interval(measure.interval),
        interval(measure.byChance),
        this.formats.number(points),
        this.formats.spelled(city, metric.unit),
        this.noted.cell(index),
      ]),
    };
  });

  private tick(value: number): string {
    const metric = this.metric();
    return metric === null ? '' : this.measures.tick(this.spread(), value, metric);
  }

  private text(value: number): string {
    const metric = this.metric();
    return metric === null ? '' : this.measures.value(this.spread(), value, metric);
  }

  private lines(index: number): readonly string[] {
    const [period, metric] = [this.periods()[index], this.metric()];
    if (period === undefined || metric === null) return [];
    const { measure, range, points, city } = period;
    const isPartial = this.partial() && index === this.periods().length - 1;
    const name = this.names.inFull(range, this.grain());
    const ends = measure.interval ?? measure.byChance;
    const said =
      ends === null
        ? []
        : [
            this.words.say(measure.interval === null ? 'unevenness.tip_chance' : 'unevenness.tip_interval', {
              range: this.measures.interval(this.spread(), ends, metric),
            }),
          ];
    return [
      isPartial ? `${name} (${this.words.say('trend.partial')})` : name,
      `${this.note()}: ${measure.value === null ? this.measures.sentence(measure) : this.text(measure.value)}`,
      ...said,
      this.words.say('unevenness.tip_points', {
        points: this.formats.number(points),
        city: this.formats.withUnit(city.value, metric.unit),
      }),
      ...this.noted.lines(index),
    ];
  }
}
