import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ageingBarHeight, ageingBarOption, type AgePart, Chart, type Draw } from '@evenhand/charts';
import { type Loadable, readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import type { TableTwin } from '../../design/twin-table';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { FigureList } from './figure-list';
import { PointAnswers } from './point-answers';
import { RowsLink } from './rows-link';
import { casesBehind } from '../../data/cases-behind';

/** The dossiers of the point: what came, what was settled, what is open and late, and how what fell due ended. */
@Component({
  selector: 'eh-dossiers-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, FigureList, Panel, RouterLink],
  template: `
    <eh-panel
      [heading]="words.say('point.dossiers')"
      [note]="words.say('point.dossiers_note')"
      [load]="load()"
      [empty]="isEmpty() ? words.say('point.no_dossiers') : null"
      [twin]="twin()"
      [space]="200"
      (retry)="answers.retry()"
    >
      <eh-figure-list view="current" [metrics]="metrics" />
      <div class="bars">
        @for (bar of bars(); track bar.metric) {
          <section>
            <h3>{{ bar.heading }}</h3>
            <eh-chart [draw]="bar.draw" [height]="bar.height" [label]="bar.sentence" [walk]="{ series: 0, length: 1 }" />
            <p>
              {{ bar.sentence }}
              <a class="more" routerLink="/rows" [queryParams]="bar.rows">{{ words.say('point.see_rows') }}</a>
            </p>
          </section>
        }
      </div>
    </eh-panel>
  `,
  styles: `
    .bars {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
      gap: 18px 32px;
      margin-top: 18px;
    }
    h3 {
      margin-bottom: 6px;
      font-size: 13.5px;
      font-weight: 600;
    }
    p {
      margin-top: 6px;
      color: var(--eh-ink-2);
      font-size: 13px;
    }
  `,
})
export class DossiersPanel {
  protected readonly words = inject(Words);
  protected readonly answers = inject(PointAnswers);
  private readonly formats = inject(Formats);
  private readonly rows = inject(RowsLink);

  protected readonly metrics = [
    'dossiers_received',
    'dossiers_settled',
    'dossiers_open',
    'dossiers_overdue',
    'on_time_rate',
    'throughput_median',
  ] as const;

  protected readonly load = computed<Loadable<unknown>>(() => this.answers.figure('current', 'dossiers_open'));

  private readonly valueOf = (metric: string): number | null => readyData(this.answers.figure('current', metric))?.value ?? null;

  protected readonly isEmpty = computed(() => !this.metrics.some((metric) => (this.valueOf(metric) ?? 0) > 0));

  private readonly open = computed<readonly AgePart[]>(() => {
    const [open, overdue] = [this.valueOf('dossiers_open'), this.valueOf('dossiers_overdue')];
    if (open === null || overdue === null) return [];
    const soon = this.valueOf('dossiers_at_risk') ?? 0;
    return [
      { name: this.words.say('point.in_time'), count: open - overdue - soon, tone: 'neutral' },
      { name: this.words.say('point.due_soon'), count: soon, tone: 'watch' },
      { name: this.words.say('point.overdue'), count: overdue, tone: 'worse' },
    ];
  });

  private readonly due = computed<readonly AgePart[]>(() => {
    const figure = readyData(this.answers.figure('current', 'on_time_rate'));
    if (figure?.value == null || figure.cases === null) return [];
    return [
      { name: this.words.say('point.on_time'), count: figure.cases, tone: 'neutral' },
      { name: this.words.say('point.late'), count: casesBehind(figure) - figure.cases, tone: 'worse' },
    ];
  });

  protected readonly bars = computed(() =>
    [
      { metric: 'dossiers_open', parts: this.open() },
      { metric: 'on_time_rate', parts: this.due() },
    ]
      .filter(({ parts }) => parts.length > 0)
      .map(({ metric, parts }) => ({
        metric,
        heading: this.words.say(`point.bar.${metric}`),
        draw: this.drawing(parts),
        height: (width: number) => ageingBarHeight({ parts }, width),
        sentence: this.sentence(metric, parts),
        rows: this.rows.of(metric, 'n'),
      })),
  );

  protected readonly twin = computed<TableTwin>(() => ({
    columns: [{ text: this.words.say('point.dossiers') }, { text: this.words.say('point.count'), isNumber: true }],
    rows: [...this.open(), ...this.due()].map((part) => [part.name, this.formats.number(part.count)]),
  }));

  private drawing(parts: readonly AgePart[]): Draw {
    const texts = { count: this.count, share: this.formats.share };
    return (frame) => ageingBarOption({ parts }, texts, frame);
  }

  private sentence(metric: string, parts: readonly AgePart[]): string {
    const all = parts.reduce((sum, { count }) => sum + count, 0);
    const bad = parts.reduce((sum, { count, tone }) => sum + (tone === 'worse' ? count : 0), 0);
    const soon = parts.reduce((sum, { count, tone }) => sum + (tone === 'watch' ? count : 0), 0);
    const share = this.formats.share(all === 0 ? 0 : (all - bad) / all);
    const params = { all: this.count(all), bad: this.count(bad), soon: this.count(soon), share };
    const flow = metric === 'dossiers_open' ? `${this.flow()} ` : '';
    return `${flow}${this.words.say(`point.bar_says.${metric}`, params)}`;
  }

  /** Whether more came than was settled. */
  private flow(): string {
    const [received, settled] = [this.valueOf('dossiers_received'), this.valueOf('dossiers_settled')];
    if (received === null || settled === null) return '';
    const delta = received - settled;
    const kind = delta > 0 ? 'grew' : delta < 0 ? 'shrank' : 'level';
    return this.words.say(`point.backlog_${kind}`, {
      received: this.count(received),
      settled: this.count(settled),
      delta: this.count(Math.abs(delta)),
    });
  }

  private readonly count = (count: number): string => this.formats.number(count);
}
