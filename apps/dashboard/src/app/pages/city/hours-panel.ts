import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { Chart, type Draw, type HeatMapData, heatMapHeight, heatMapOption, type HeatMapTexts, quantileEdges } from '@evenhand/charts';
import type { Answer } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CatalogMetric, CityFacts } from '../../data/city-facts';
import { type Loadable, readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import type { TableTwin } from '../../design/twin-table';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { casesBehind } from '../../data/cases-behind';

/** A half-hour with fewer tickets in the whole period is not drawn: its figure would be an accident. */
const ENOUGH_TICKETS = 5;

/** At which hours of which weekdays people wait long. */
@Component({
  selector: 'eh-hours-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, Panel, TranslocoPipe],
  template: `
    <eh-panel
      [heading]="'hours.title' | transloco"
      [note]="note()"
      [load]="answer()"
      [empty]="empty()"
      [caption]="caption()"
      [twin]="twin()"
      [space]="240"
      (retry)="retry.emit()"
    >
      <eh-chart [draw]="draw()" [height]="height" [fills]="true" [label]="caption()" [walk]="{ series: 0, length: data().cells.length }" />
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
export class HoursPanel {
  readonly metric = input.required<CatalogMetric | null>();
  readonly answer = input.required<Loadable<Answer | null>>();
  /** Code of the point that is looked at; `null` for the whole city. */
  readonly point = input<string | null>(null);
  readonly retry = output();

  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  protected readonly data = computed<HeatMapData>(() => {
    const metric = this.metric();
    const cells = (readyData(this.answer())?.rows ?? []).flatMap(({ key, values }) => {
      const figure = metric === null ? undefined : values[metric.id];
      if (key.weekday == null || key.half_hour == null || figure === undefined || casesBehind(figure) < ENOUGH_TICKETS) return [];
      return [{ row: key.weekday, column: key.half_hour, value: figure.value, n: casesBehind(figure) }];
    });
    return {
      rows: [...new Set(cells.map((cell) => cell.row))].sort(),
      columns: [...new Set(cells.map((cell) => cell.column))].sort(),
      cells,
      edges: quantileEdges(
        cells.map((cell) => cell.value),
        1,
      ),
    };
  });

  protected readonly height = (width: number): number => heatMapHeight(this.data(), width);

  protected readonly note = computed(() => {
    const metric = this.metric();
    if (metric === null) return '';
    const place = this.facts.point(this.point() ?? '')?.name;
    return [`${this.words.label(metric.label)}, ${this.formats.unit(metric.unit)}`, place].filter((part) => part !== undefined).join(' · ');
  });

  protected readonly empty = computed(() =>
    this.answer().state === 'ready' && this.data().cells.length === 0 ? this.words.say('empty.period') : null,
  );

  private readonly texts = computed<HeatMapTexts>(() => {
    const { say } = this.words;
    const unit = this.metric()?.unit ?? 'minutes';
    return {
      row: (weekday) => say(`weekday.${weekday}`),
      column: (time) => time,
      cell: (value) => this.formats.number(value),
      value: (value) => this.formats.withUnit(value, unit),
      n: (n) => say('kpi.n', { n: this.formats.number(n) }),
      unknown: say('map.unknown'),
    };
  });

  protected readonly draw = computed<Draw>(() => {
    const [data, texts] = [this.data(), this.texts()];
    return (frame) => heatMapOption(data, texts, frame);
  });

  protected readonly caption = computed(() => {
    const known = this.data().cells.filter((cell) => cell.value !== null);
    const longest = [...known].sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
    if (longest === undefined) return '';
    return this.words.say('hours.caption', {
      weekday: this.words.say(`weekday_long.${longest.row}`),
      time: longest.column,
      wait: this.formats.withUnit(longest.value, this.metric()?.unit ?? 'minutes'),
    });
  });

  protected readonly twin = computed<TableTwin>(() => {
    const { rows, columns, cells } = this.data();
    const texts = this.texts();
    const cellAt = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
    return {
      columns: [{ text: this.words.say('hours.time') }, ...rows.map((row) => ({ text: texts.row(row), isNumber: true }))],
      rows: columns.map((column) => [
        column,
        ...rows.map((row) => {
          const value = cellAt.get(`${row} ${column}`)?.value ?? null;
          return value === null ? '–' : this.formats.number(value, 1);
        }),
      ]),
    };
  });
}
