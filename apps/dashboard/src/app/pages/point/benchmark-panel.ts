import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { type BenchmarkData, benchmarkHeight, benchmarkOption, Chart, type Draw } from '@evenhand/charts';
import type { Benchmark } from '@evenhand/contracts';
import type { Value } from '@evenhand/domain';
import { addsUp, benchmarkOf, besideBand, wholeMonths } from '../../data/benchmark';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { readyData } from '../../data/loadable';
import { pageAnswers } from '../../data/page-answers';
import { Session } from '../../data/session';
import { UrlState } from '../../data/url-state';
import { ChoiceMenu } from '../../design/choice-menu';
import { Panel } from '../../design/panel';
import type { TableTwin } from '../../design/twin-table';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { PointAnswers } from './point-answers';
import { BENCHMARK_METRICS } from './point-questions';

/** The point and all that the reader sees beside others taken together: of no other point anything is told. */
@Component({
  selector: 'eh-benchmark-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, ChoiceMenu, Panel],
  template: `
    <eh-panel
      [heading]="words.say('benchmark.title')"
      [note]="note()"
      [load]="asked.load()"
      [empty]="empty()"
      [caption]="caption()"
      [twin]="twin()"
      [space]="180"
      (retry)="asked.retry()"
    >
      <div panelActions class="panel-tools">
        <eh-choice-menu
          [name]="words.say('point.measure')"
          [options]="options()"
          [value]="metric()?.id ?? null"
          (choose)="url.set({ against: $event })"
        />
      </div>
      <eh-chart [draw]="draw()" [height]="height()" [fills]="true" [label]="caption()" [walk]="{ series: 0, length: marks() }" />
      <p class="about">{{ words.say('benchmark.about') }}</p>
    </eh-panel>
  `,
  styles: `
    .about {
      margin-top: 8px;
      color: var(--eh-ink-3);
      font-size: 12px;
    }
  `,
})
export class BenchmarkPanel {
  protected readonly words = inject(Words);
  protected readonly url = inject(UrlState);
  private readonly answers = inject(PointAnswers);
  private readonly facts = inject(CityFacts);
  private readonly session = inject(Session);
  private readonly filters = inject(Filters);
  private readonly formats = inject(Formats);

  private readonly metrics = computed(() =>
    BENCHMARK_METRICS.flatMap((id) => {
      const metric = this.facts.metric(id);
      return metric !== null && addsUp(metric) ? [metric] : [];
    }),
  );
  protected readonly options = computed(() => this.metrics().map(({ id, label }) => ({ value: id, text: this.words.label(label) })));
  protected readonly metric = computed(() => {
    const asked = this.url.params().get('against');
    return this.metrics().find(({ id }) => id === asked) ?? this.metrics()[0] ?? null;
  });
  private readonly months = computed(() => {
    const range = this.filters.range();
    return range === null ? null : wholeMonths(range);
  });

  protected readonly asked = benchmarkOf(() => {
    const [metric, months] = [this.metric(), this.months()];
    return metric === null || months === null ? null : { metric: metric.id, ...months };
  });
  private readonly benchmark = computed<Benchmark | null>(() => readyData(this.asked.load()));

  /** The figure of this point in the same months, without the filters that others are not told by. */
  private readonly ofPoint = pageAnswers(() => {
    const [metric, months, code] = [this.metric(), this.months(), this.answers.code()];
    if (metric === null || months === null || code === null) return null;
    const where = [{ dimension: 'point' as const, values: [code] }];
    return { point: { metrics: [metric.id], by: [], ...months, where, exact: false } };
  });
  private readonly point = computed<Value | null>(
    () => readyData(this.ofPoint.of('point'))?.rows[0]?.values[this.metric()?.id ?? ''] ?? null,
  );

  /** The own points together beside this one, where they are more than it. */
  private readonly own = computed(() => {
    const [point, own] = [this.point(), this.benchmark()?.own ?? null];
    const name = this.facts.point(this.answers.code() ?? '')?.name ?? '';
    const isMore = own !== null && own.n !== (point?.n ?? null);
    return [
      { name, figure: point },
      ...(isMore ? [{ name: this.words.say(this.session.isWholeCity() ? 'points.whole_city' : 'benchmark.own'), figure: own }] : []),
    ];
  });

  private readonly groups = computed(() =>
    (this.benchmark()?.groups ?? []).map(({ branch, value, points, about }) => ({
      name: this.facts.branch(branch)?.name ?? branch,
      value,
      points: this.formats.number(points),
      about: this.words.say('benchmark.cases', { about: this.formats.number(about) }),
    })),
  );
  protected readonly marks = computed(() => this.own().length + this.groups().length);

  protected readonly note = computed(() => {
    const [metric, months] = [this.metric(), this.months()];
    if (metric === null || months === null) return '';
    return `${this.words.label(metric.label)} · ${this.words.say('benchmark.months', { range: this.formats.range(months) })}`;
  });
  protected readonly empty = computed(() => {
    if (this.asked.load().state !== 'ready') return null;
    return this.groups().length === 0 ? this.words.say('benchmark.withheld') : null;
  });

  private readonly data = computed<BenchmarkData>(() => {
    const metric = this.metric();
    return {
      own: this.own().map(({ name, figure }) => ({
        ...{ name, value: figure?.value ?? null },
        ...{ low: figure?.interval?.low ?? null, high: figure?.interval?.high ?? null },
        lines: [figure === null ? this.words.say('point.cell_unknown') : this.formats.spelled(figure, this.unit())],
      })),
      groups: this.groups().map(({ name, value, points, about }) => ({
        ...{ name, value },
        lines: [this.text(value), this.words.say('benchmark.points', { points }), about],
      })),
      band: this.benchmark()?.band ?? null,
      standard: metric?.standard?.value ?? null,
      isFromZero: metric?.direction !== 'up',
    };
  });
  protected readonly height = computed(() => benchmarkHeight(this.data()));
  protected readonly draw = computed<Draw>(() => {
    const data = this.data();
    const texts = {
      axis: (value: number) => (this.unit() === 'share' ? this.formats.share(value, 0) : this.formats.number(value)),
      others: this.words.say('benchmark.others'),
      standard: this.formats.standard(this.metric()?.standard ?? null, this.unit()),
    };
    return (frame) => benchmarkOption(data, texts, frame);
  });

  protected readonly caption = computed(() => {
    const [band, point] = [this.benchmark()?.band ?? null, this.point()];
    const groups = this.formats.number(this.groups().length);
    if (this.groups().length === 0) return '';
    const others = this.benchmark()?.others ?? null;
    if (band === null) return this.words.say('benchmark.no_band', { groups, others: this.text(others) });
    const range = this.formats.interval(band, this.unit());
    const place = besideBand(point?.value ?? null, band);
    return this.words.say(place === null ? 'benchmark.no_point' : `benchmark.is_${place}`, {
      ...{ groups, range, value: this.text(point?.value ?? null) },
    });
  });

  protected readonly twin = computed<TableTwin>(() => {
    const { say } = this.words;
    const others = this.benchmark()?.others ?? null;
    return {
      columns: [
        { text: say('benchmark.who') },
        { text: this.words.label(this.metric()?.label ?? { vi: '', en: '' }), isNumber: true },
        { text: say('benchmark.points_head'), isNumber: true },
        { text: say('benchmark.cases_head'), isNumber: true },
      ],
      rows: [
        ...this.own().map(({ name, figure }) => [name, this.text(figure?.value ?? null), '', this.formats.count(figure?.n ?? null)]),
        ...this.groups().map(({ name, value, points, about }) => [name, this.text(value), points, about]),
        ...(others === null ? [] : [[say('benchmark.all_others'), this.text(others), '', '']]),
      ],
    };
  });

  private readonly unit = computed(() => this.metric()?.unit ?? 'count');
  private text(value: number | null): string {
    return this.formats.withUnit(value, this.unit());
  }
}
