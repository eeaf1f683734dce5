import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Chart, type Draw, type SeriesLine, type SeriesLinesData, seriesLinesOption } from '@evenhand/charts';
import type { EndShare, WaitEndsAt } from '@evenhand/domain';
import { CityFacts } from '../data/city-facts';
import { filtersFor } from '../data/filter-choice';
import { Filters } from '../data/filters';
import { readyData } from '../data/loadable';
import { filterTexts } from '../data/rows-behind';
import { drawnSteps, waitEndsOf } from '../data/wait-ends';
import { ExplainButton } from '../explain/explain-button';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';
import { Panel } from './panel';
import type { TableTwin } from './twin-table';

/** Whose cases they are: its explanation lists them, and what is left out. */
const METRIC = 'offered_long_wait_rate';

const ENDS = ['called', 'left', 'inLine'] as const;
const HEIGHT = 300;
/** The table names every fifth minute. */
const LISTED_EVERY = 5;

/** What has become of people so many minutes after they took a ticket: called, gone, or in line yet. */
@Component({
  selector: 'eh-wait-ends-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, ExplainButton, Panel],
  template: `
    <eh-panel
      [heading]="words.say('ends.title')"
      [note]="note()"
      [load]="asked.load()"
      [empty]="empty()"
      [caption]="caption()"
      [twin]="twin()"
      [space]="360"
      (retry)="asked.retry()"
    >
      <div panelActions class="panel-tools">
        <eh-explain-button [metric]="metric" [name]="words.say('ends.title')" [where]="where()" />
      </div>
      @if (atLimit(); as step) {
        <dl>
          @for (end of ends; track end) {
            <div>
              <dt>{{ words.say('ends.' + end) }} · {{ formats.withUnit(step.minutes, 'minutes') }}</dt>
              <dd>
                {{ formats.share(step[end].value) }} <small>{{ interval(step[end]) }}</small>
                @if (bounded(end); as text) {
                  <small class="bounds">{{ text }}</small>
                }
              </dd>
            </div>
          }
        </dl>
      }
      <eh-chart [draw]="draw()" [height]="height" [label]="caption()" [walk]="{ series: 0, length: drawn().length }" />
      <p class="about">{{ words.say('ends.about') }}</p>
    </eh-panel>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 28px;
      margin: 0 0 10px;
    }
    dt,
    small {
      color: var(--eh-ink-3);
      font-weight: 400;
      font-size: 12px;
    }
    dd {
      margin: 2px 0 0;
      font-weight: 600;
      font-size: 18px;
    }
    .bounds {
      display: block;
    }
    .about {
      margin-top: 8px;
      color: var(--eh-ink-3);
      font-size: 12px;
    }
  `,
})
export class WaitEndsPanel {
  /** Code of the point that is looked at; `null` for all that the top bar leaves. */
  readonly point = input<string | null>(null);

  protected readonly words = inject(Words);
  protected readonly formats = inject(Formats);
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);

  protected readonly metric = METRIC;
  protected readonly ends = ENDS;
  protected readonly height = HEIGHT;

  protected readonly where = computed(() => {
    const point = this.point();
    return point === null ? null : `point:${point}`;
  });
  protected readonly asked = waitEndsOf(() => {
    const [range, metric, where] = [this.filters.range(), this.facts.metric(METRIC), this.where()];
    if (range === null || metric === null) return null;
    // A point lies in one branch: that of the top bar is left out, or there would be nothing for every other point.
    const choice = where === null ? this.filters.choice() : { ...this.filters.choice(), branch: null };
    return { ...range, where: [...filterTexts(filtersFor(choice, metric.dimensions)), ...(where === null ? [] : [where])] };
  });
  private readonly told = computed(() => readyData(this.asked.load()));
  protected readonly atLimit = computed(() => this.told()?.atLimit ?? null);
  protected readonly drawn = computed(() => drawnSteps(this.told() ?? { steps: [] }));

  protected readonly note = computed(() => {
    const { n, coverage, asOf } = this.told() ?? { n: null, coverage: null, asOf: null };
    return [
      n === null ? '' : this.words.say('kpi.n', { n: this.formats.number(n) }),
      coverage === null ? '' : this.words.say('kpi.coverage', { share: this.formats.share(coverage, 0) }),
      asOf === null ? '' : this.words.say('kpi.as_of', { instant: this.formats.instant(asOf) }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  });
  protected readonly empty = computed(() => {
    const reason = this.told()?.reason ?? null;
    return reason === null ? null : this.words.say(`reason.${reason}`);
  });
  protected readonly caption = computed(() => {
    const told = this.told();
    if (told === null) return '';
    return told.label === null ? this.words.say('reason.not_reached') : this.words.label(told.label);
  });

  /** What the share could be had the silent feeds told; empty where nothing is missing. */
  protected bounded(end: (typeof ENDS)[number]): string {
    return this.formats.bounds({ bounds: this.told()?.bounds?.[end] ?? null }, 'share');
  }

  protected readonly interval = ({ interval }: EndShare): string =>
    interval === null ? '' : `(${this.formats.interval(interval, 'share')})`;

  private line(name: string, of: (step: WaitEndsAt) => EndShare): SeriesLine {
    return { name, values: this.drawn().map((step) => of(step).value), n: this.drawn().map(({ followed }) => followed) };
  }

  private readonly data = computed<SeriesLinesData>(() => ({
    buckets: this.drawn().map(({ minutes }) => String(minutes)),
    lines: ENDS.map((end) => this.line(this.words.say(`ends.${end}`), (step) => step[end])),
    reference: this.line(this.words.say('ends.if_nobody_left'), (step) => step.calledIfNobodyLeft),
    ...{ standard: null, isLastPartial: false, isFromZero: true, most: 1, height: HEIGHT },
  }));

  protected readonly draw = computed<Draw>(() => {
    const [data, { say }] = [this.data(), this.words];
    const after = (minutes: string): string => say('ends.after', { minutes });
    const texts = {
      ...{ bucket: (minutes: string) => minutes, bucketInFull: after, standard: '', partial: '' },
      ...{ value: (share: number) => this.formats.share(share), axis: (share: number) => this.formats.share(share, 0) },
      n: (n: number) => say('ends.followed', { n: this.formats.number(n) }),
      unknown: say('point.cell_unknown'),
    };
    return (frame) => seriesLinesOption(data, texts, frame);
  });

  protected readonly twin = computed<TableTwin>(() => {
    const { say } = this.words;
    const cell = (share: EndShare): string => `${this.formats.share(share.value)} ${this.interval(share)}`.trim();
    return {
      columns: [
        { text: say('ends.minutes'), isNumber: true },
        ...ENDS.map((end) => ({ text: say(`ends.${end}`), isNumber: true })),
        { text: say('ends.if_nobody_left'), isNumber: true },
        { text: say('ends.followed_head'), isNumber: true },
      ],
      rows: (this.told()?.steps ?? [])
        .filter(({ minutes }) => minutes % LISTED_EVERY === 0)
        .map((step) => [
          this.formats.number(step.minutes),
          ...ENDS.map((end) => cell(step[end])),
          cell(step.calledIfNobodyLeft),
          this.formats.number(step.followed),
        ]),
    };
  });
}
