import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Chart, type Draw, heatMapHeight, heatMapOption, type LegendEntry, type PickedFigure, ScaleLegend } from '@evenhand/charts';
import { CityFacts } from '../../data/city-facts';
import { type Loadable, mapReady, readyData } from '../../data/loadable';
import { UrlState } from '../../data/url-state';
import { Panel } from '../../design/panel';
import { Segmented } from '../../design/segmented';
import type { TableTwin } from '../../design/twin-table';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { PointAnswers } from './point-answers';
import { SLOT_METRICS } from './point-questions';
import { RowsLink } from './rows-link';
import { ENOUGH, type Slot, waitSlots, type WaitSlots } from './wait-slots';

const NOTHING: WaitSlots = { rows: [], columns: [], cells: [], edges: [1, 2, 3, 4], worst: null, rush: null };

/** In which half-hours of the week people wait; a cell opens the cases behind it. */
@Component({
  selector: 'eh-slots-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, ExplainButton, Panel, ScaleLegend, Segmented],
  template: `
    <eh-panel
      [heading]="words.say('point.slots')"
      [note]="note()"
      [load]="load()"
      [empty]="empty()"
      [caption]="caption()"
      [twin]="twin()"
      [space]="260"
      (retry)="answers.retry()"
    >
      <div panelActions class="panel-tools">
        <eh-segmented
          [label]="words.say('point.measure')"
          [segments]="segments()"
          [value]="answers.slotMetric()"
          (choose)="url.set({ slots: $event })"
        />
        <eh-explain-button [metric]="answers.slotMetric()" [name]="note()" [where]="where()" />
      </div>
      <eh-chart
        [draw]="draw()"
        [height]="height()"
        [label]="caption()"
        [walk]="{ series: 0, length: slots().cells.length }"
        (picked)="open($event)"
      />
      <eh-scale-legend [entries]="legend()" />
    </eh-panel>
  `,
  styles: `
    eh-scale-legend {
      display: block;
      margin-top: 10px;
    }
  `,
})
export class SlotsPanel {
  protected readonly words = inject(Words);
  protected readonly answers = inject(PointAnswers);
  protected readonly url = inject(UrlState);
  private readonly formats = inject(Formats);
  private readonly facts = inject(CityFacts);
  private readonly rows = inject(RowsLink);
  private readonly router = inject(Router);

  private readonly metric = computed(() => this.facts.metric(this.answers.slotMetric()));

  protected readonly where = computed(() => `point:${this.answers.code() ?? ''}`);
  protected readonly load = computed<Loadable<WaitSlots>>(() => {
    const metric = this.answers.slotMetric();
    return mapReady(this.answers.answer('slots', metric), (answer) => (answer === null ? NOTHING : waitSlots(answer, metric)));
  });
  protected readonly slots = computed(() => readyData(this.load()) ?? NOTHING);

  protected readonly empty = computed(() => {
    const { cells } = this.slots();
    if (cells.length === 0) return this.words.say('point.no_tickets');
    return cells.every(({ value }) => value === null) ? this.words.say('reason.unknown') : null;
  });

  protected readonly note = computed(() => {
    const metric = this.metric();
    return metric === null ? '' : this.words.label(metric.label);
  });

  protected readonly segments = computed(() => SLOT_METRICS.map((value) => ({ value, text: this.words.say(`point.slots_by.${value}`) })));

  protected readonly height = computed(() => {
    const slots = this.slots();
    return (width: number): number => heatMapHeight(slots, width);
  });

  protected readonly draw = computed<Draw>(() => {
    const slots = this.slots();
    const texts = {
      row: this.weekdayShort,
      column: (key: string) => key,
      cell: this.inCell,
      value: this.inFull,
      n: this.people,
      unknown: this.words.say('point.cell_unknown'),
    };
    return (frame) => heatMapOption(slots, texts, frame);
  });

  protected readonly caption = computed(() => {
    const { worst, rush } = this.slots();
    const most = this.answers.slotMetric() === 'tickets' ? 'point.slots_most' : 'point.slots_worst';
    const [weekday, time] = [this.weekday(worst?.weekday ?? '1'), worst?.halfHour ?? ''];
    const said = { weekday, time, value: this.inFull(worst?.value ?? 0), least: this.formats.number(ENOUGH) };
    return [
      worst === null ? this.words.say('point.slots_few') : this.words.say(most, said),
      rush === null ? '' : this.words.say('point.rush', { share: this.formats.share(rush.share, 0), times: rush.halfHours.join(', ') }),
    ]
      .filter((part) => part !== '')
      .join(' ');
  });

  protected readonly legend = computed<readonly LegendEntry[]>(() => {
    const [a, b, c, d] = this.slots().edges;
    const [first, second, third, fourth] = [a, b, c, d].map((edge) => this.inCell(edge));
    return [
      { swatch: 0, text: `≤ ${first}` },
      { swatch: 1, text: `${first}–${second}` },
      { swatch: 2, text: `${second}–${third}` },
      { swatch: 3, text: `${third}–${fourth}` },
      { swatch: 4, text: `> ${fourth}` },
      { swatch: 'unknown', text: this.words.say('point.cell_unknown') },
    ];
  });

  protected readonly twin = computed<TableTwin>(() => ({
    columns: [
      { text: this.words.say('point.weekday') },
      { text: this.words.say('point.half_hour') },
      { text: this.note(), isNumber: true },
      { text: 'n', isNumber: true },
    ],
    rows: this.slots().cells.map((cell) => [
      this.weekday(cell.weekday),
      cell.halfHour,
      cell.value === null ? this.words.say('point.cell_unknown') : this.inFull(cell.value),
      this.formats.number(cell.n),
    ]),
  }));

  protected open({ index }: PickedFigure): void {
    const slot: Slot | undefined = this.slots().cells[index];
    if (slot === undefined) return;
    const queryParams = this.rows.within(this.answers.slotMetric(), { weekday: slot.weekday, half_hour: slot.halfHour });
    void this.router.navigate(['/rows'], { queryParams });
  }

  private readonly weekday = (key: string): string => this.words.say(`weekday_long.${key}`);
  private readonly weekdayShort = (key: string): string => this.words.say(`weekday.${key}`);
  private readonly people = (n: number): string => this.words.say('point.n_tickets', { n: this.formats.number(n) });
  private readonly inFull = (value: number): string => this.formats.withUnit(value, this.metric()?.unit ?? 'count');
  private readonly inCell = (value: number): string => this.formats.number(this.metric()?.unit === 'share' ? value * 100 : value);
}
