import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Chart, type Draw, type TrendData, trendOption, type TrendTexts } from '@evenhand/charts';
import type { Answer, TimeRange, Value } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CatalogMetric } from '../../data/city-facts';
import { type Loadable, readyData } from '../../data/loadable';
import { isPartialWeek } from '../../data/periods';
import { trendVerdict } from '../../data/trend-verdict';
import { Panel } from '../../design/panel';
import type { TableTwin } from '../../design/twin-table';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

interface Week {
  readonly week: string;
  readonly figure: Value | undefined;
}

/** Whether a figure is getting better, week by week. */
@Component({
  selector: 'eh-trend-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, Panel, TranslocoPipe],
  template: `
    <eh-panel
      [heading]="'trend.title' | transloco"
      [note]="note()"
      [load]="answer()"
      [empty]="empty()"
      [caption]="caption()"
      [twin]="twin()"
      [space]="240"
      (retry)="retry.emit()"
    >
      <eh-chart [draw]="draw()" [height]="240" [label]="caption()" [walk]="{ series: walked(), length: weeks().length }" />
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
  `,
})
export class TrendPanel {
  readonly metric = input.required<CatalogMetric | null>();
  readonly answer = input.required<Loadable<Answer | null>>();
  readonly range = input.required<TimeRange | null>();
  readonly retry = output();

  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  protected readonly weeks = computed<readonly Week[]>(() => {
    const metric = this.metric();
    return (readyData(this.answer())?.rows ?? []).flatMap(({ key, values }) =>
      key.week == null || metric === null ? [] : [{ week: key.week, figure: values[metric.id] }],
    );
  });

  private readonly isLastPartial = computed(() => {
    const [last, range] = [this.weeks().at(-1), this.range()];
    return last !== undefined && range !== null && isPartialWeek(last.week, range);
  });

  private readonly hasBand = computed(() => this.weeks().some(({ figure }) => figure?.interval != null));
  /** The bounds are two series drawn before the line. */
  protected readonly walked = computed(() => (this.hasBand() ? 2 : 0));

  protected readonly note = computed(() => {
    const metric = this.metric();
    return metric === null ? '' : this.words.say('trend.note', { metric: this.words.label(metric.label) });
  });

  protected readonly empty = computed(() =>
    this.answer().state === 'ready' && this.weeks().every(({ figure }) => figure?.value == null) ? this.words.say('empty.period') : null,
  );

  protected readonly draw = computed<Draw>(() => {
    const [data, texts] = [this.data(), this.texts()];
    return (frame) => trendOption(data, texts, frame);
  });

  protected readonly caption = computed(() => {
    const metric = this.metric();
    const complete = this.isLastPartial() ? this.weeks().slice(0, -1) : this.weeks();
    if (metric === null || complete.length === 0) return '';
    const { kind, weeks } = trendVerdict(
      complete.map(({ figure }) => figure?.value ?? null),
      metric.direction,
    );
    const last = complete.at(-1)?.figure?.value ?? null;
    return this.words.say(`trend.${kind}`, { weeks, last: this.formats.withUnit(last, metric.unit) });
  });

  protected readonly twin = computed<TableTwin>(() => {
    const { say } = this.words;
    const unit = this.metric()?.unit ?? 'count';
    return {
      columns: [
        { text: say('trend.week') },
        { text: this.note(), isNumber: true },
        { text: say('ranking.interval'), isNumber: true },
        { text: 'n', isNumber: true },
      ],
      rows: this.weeks().map(({ week, figure }) => [
        this.formats.day(week),
        this.formats.withUnit(figure?.value ?? null, unit),
        figure?.interval == null ? '–' : this.formats.interval(figure.interval, unit),
        this.formats.number(figure?.n ?? 0),
      ]),
    };
  });

  private readonly data = computed<TrendData>(() => {
    const metric = this.metric();
    const weeks = this.weeks();
    const bound = (end: 'low' | 'high'): (number | null)[] => weeks.map(({ figure }) => figure?.interval?.[end] ?? null);
    return {
      buckets: weeks.map(({ week }) => week),
      lines: [
        {
          name: metric === null ? '' : this.words.label(metric.label),
          role: 'main',
          values: weeks.map(({ figure }) => figure?.value ?? null),
          n: weeks.map(({ figure }) => figure?.n ?? 0),
          ...(this.hasBand() ? { band: { low: bound('low'), high: bound('high') } } : {}),
        },
      ],
      standard: metric?.standard?.value ?? null,
      isLastPartial: this.isLastPartial(),
      annotations: [],
      isFromZero: metric?.unit !== 'share' || metric.direction !== 'up',
    };
  });

  private readonly texts = computed<TrendTexts>(() => {
    const metric = this.metric();
    const { say } = this.words;
    const unit = metric?.unit ?? 'count';
    return {
      bucket: this.formats.dayShort,
      bucketInFull: (week) => say('trend.week_of', { day: this.formats.day(week) }),
      value: (value) =>
        unit === 'share'
          ? this.formats.share(value, Number.isInteger(Number((value * 100).toFixed(6))) ? 0 : 1)
          : this.formats.withUnit(value, unit),
      n: (n) => say('kpi.n', { n: this.formats.number(n) }),
      standard: this.formats.standard(metric?.standard ?? null, unit),
      partial: say('trend.partial'),
      unknown: say('map.unknown'),
    };
  });
}
