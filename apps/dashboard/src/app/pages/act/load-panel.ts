import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ClassEdges, type LegendEntry, ScaleLegend, stepOf } from '@evenhand/charts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { UrlState } from '../../data/url-state';
import { ChoiceMenu, type Option } from '../../design/choice-menu';
import { Panel } from '../../design/panel';
import { Segmented } from '../../design/segmented';
import type { TableTwin } from '../../design/twin-table';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { LoadAnswers } from './load-answers';
import { latestDays, WEEKDAYS } from './load-days';
import { halfHoursIn, type LoadRow, loadRows, OCCUPANCY, OVERLOAD, type SlotLoad } from './slot-loads';

const SHOWN = 20;
/** Fixed classes, so that one day can be compared with another; the two darkest lie beyond the usual standard. */
const EDGES: Readonly<Record<string, ClassEdges>> = {
  [OCCUPANCY]: [0.5, 0.7, 0.85, 1],
  [OVERLOAD]: [0.1, 0.25, 0.5, 0.75],
};

interface Cell {
  readonly halfHour: string;
  readonly step: number | 'unknown' | 'none';
  readonly text: string;
  readonly title: string;
}

/** How busy the counters of each point are in each half-hour; the head of a column chooses the half-hour to find help for. */
@Component({
  selector: 'eh-load-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ChoiceMenu, ExplainButton, Panel, RouterLink, ScaleLegend, Segmented, TranslocoPipe],
  templateUrl: './load-panel.html',
  styleUrl: './load-panel.css',
})
export class LoadPanel {
  protected readonly answers = inject(LoadAnswers);
  protected readonly url = inject(UrlState);
  protected readonly words = inject(Words);
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly formats = inject(Formats);

  protected readonly isWhole = signal(false);
  protected readonly carried = this.filters.carried;
  protected readonly measure = computed(() => (this.url.params().get('measure') === OVERLOAD ? OVERLOAD : OCCUPANCY));
  protected readonly measures = computed(() =>
    [OCCUPANCY, OVERLOAD].map((value) => ({ value, text: this.words.say(`act.measure_${value}`) })),
  );
  protected readonly measureName = computed(() => {
    const metric = this.facts.metric(this.measure());
    return metric === null ? '' : this.words.label(metric.label);
  });
  /** What of the chosen days the explained figure knows, too. */
  protected readonly where = computed(
    () => this.answers.days()?.where.map(({ dimension, values }) => `${dimension}:${values.join(',')}`) ?? [],
  );
  /** One day alone is no filter: the explanation of the period would be of another figure. */
  protected readonly isExplained = computed(() => this.answers.days()?.range === this.filters.range());

  protected readonly dayOptions = computed<readonly Option[]>(() => {
    const [range, known] = [this.filters.range(), this.facts.knownDays()];
    const days = range === null || known === null ? [] : latestDays(range, known);
    return [
      { value: null, text: this.words.say('act.all_days') },
      ...WEEKDAYS.map((weekday) => ({ value: weekday, text: this.words.say(`weekday_long.${weekday}`) })),
      ...days.map((day) => ({ value: day, text: this.formats.dayLong(day), short: this.formats.day(day) })),
    ];
  });

  private readonly all = computed(() =>
    loadRows(
      this.answers.loads().filter(({ point }) => this.answers.isChosen(point)),
      this.answers.standard(),
    ),
  );
  protected readonly count = computed(() => this.all().length);
  protected readonly rows = computed(() => (this.isWhole() ? this.all() : this.all().slice(0, SHOWN)));
  /** The half-hours in which one of the shown points is staffed. */
  protected readonly halfHours = computed(() => halfHoursIn(this.rows().flatMap((row) => [...row.slots.values()])));
  protected readonly note = computed(() => {
    const days = this.answers.days();
    return days === null ? '' : this.words.say('act.load_note', { period: this.formats.range(days.range) });
  });

  protected readonly caption = computed(() => {
    const standard = this.formats.share(this.answers.standard(), 0);
    const over = this.all().filter((row) => row.over > 0).length;
    const known = this.all().filter((row) => row.highest !== null).length;
    const slot = this.answers.busiest();
    if (over === 0 || slot === null) return this.words.say('act.load_none', { known: this.formats.number(known), standard });
    const params = { over: this.formats.number(over), known: this.formats.number(known), standard, slot };
    return this.words.say('act.load_says', params);
  });

  protected readonly legend = computed<readonly LegendEntry[]>(() => {
    const [a, b, c, d] = (EDGES[this.measure()] ?? [0.2, 0.4, 0.6, 0.8]).map((edge) => this.formats.share(edge, 0));
    return [
      { swatch: 0, text: `≤ ${a}` },
      { swatch: 1, text: `${a}–${b}` },
      { swatch: 2, text: `${b}–${c}` },
      { swatch: 3, text: `${c}–${d}` },
      { swatch: 4, text: `> ${d}` },
      { swatch: 'unknown', text: this.words.say('point.cell_unknown') },
    ];
  });

  protected readonly twin = computed<TableTwin>(() => ({
    columns: [
      { text: this.words.say('ranking.point') },
      { text: this.words.say('point.half_hour') },
      { text: this.words.say('act.occupancy'), isNumber: true },
      { text: this.words.say('act.work'), isNumber: true },
      { text: this.words.say('act.staffed'), isNumber: true },
      { text: this.words.say('act.overloaded_days'), isNumber: true },
    ],
    rows: this.rows().flatMap((row) =>
      [...row.slots.values()].map((load) => [
        this.nameOf(row),
        load.halfHour,
        load.occupancy === null ? this.words.say('point.cell_unknown') : this.formats.share(load.occupancy),
        this.formats.number(load.work, 1),
        this.formats.number(load.staffed, 1),
        this.ofDays(load),
      ]),
    ),
  }));

  protected readonly nameOf = ({ point }: LoadRow): string => this.facts.point(point)?.name ?? point;

  protected cells(row: LoadRow): readonly Cell[] {
    return this.halfHours().map((halfHour) => this.cell(halfHour, row.slots.get(halfHour)));
  }

  private cell(halfHour: string, load: SlotLoad | undefined): Cell {
    if (load === undefined) return { halfHour, step: 'none', text: '', title: this.words.say('act.not_staffed') };
    if (load.occupancy === null) return { halfHour, step: 'unknown', text: '–', title: this.words.say('reason.unknown') };
    const value = this.measure() === OVERLOAD ? load.overloadedDays / load.days : load.occupancy;
    const title = this.words.say('act.cell', {
      slot: halfHour,
      occupancy: this.formats.share(load.occupancy, 0),
      work: this.formats.number(load.work),
      staffed: this.formats.number(load.staffed),
      overloaded: this.ofDays(load),
    });
    return {
      halfHour,
      step: stepOf(value, EDGES[this.measure()] ?? [0.2, 0.4, 0.6, 0.8]),
      text: this.formats.number(value * 100),
      title,
    };
  }

  private readonly ofDays = ({ overloadedDays, days }: SlotLoad): string =>
    `${this.formats.number(overloadedDays)}/${this.formats.number(days)}`;
}
