import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { axisFromZero, type IntervalMark, IntervalRow, type ValueAxis } from '@evenhand/charts';
import type { PointComparison } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CatalogMetric } from '../../data/city-facts';
import { type Flag, flagOf, FLAGS, flagTone } from '../../data/flags';
import { type Loadable, LOADING, mapReady, readyData } from '../../data/loadable';
import { UrlState } from '../../data/url-state';
import { FlagTag } from '../../design/flag-tag';
import { Panel } from '../../design/panel';
import { ColumnCell } from '../../design/table/column-cell';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableCell, TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { PointAnswers } from './point-answers';
import { PointComparisons } from './point-comparisons';
import { RowsLink } from './rows-link';

interface Line {
  readonly id: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly flag: Flag | null;
  readonly isPersistent: boolean;
  readonly mark: IntervalMark;
  readonly axis: ValueAxis;
  readonly city: number | null;
  readonly sentence: string;
  readonly lived: string;
  readonly adjusted: string;
  readonly expected: string;
  readonly peers: string;
  readonly places: string;
  /** The best place it can have. */
  readonly best: number | null;
  /** The cases behind what people lived. */
  readonly rows: Readonly<Record<string, string>> | null;
}

const markOf = ({ adjusted, value }: PointComparison): IntervalMark =>
  adjusted === null
    ? { value: value.value, low: value.interval?.low ?? null, high: value.interval?.high ?? null }
    : { value: adjusted.value, low: adjusted.interval.low, high: adjusted.interval.high, raw: value.value };

/** How the point stands in each figure: with the work of the city, against what is expected of it, and the places it can have. */
@Component({
  selector: 'eh-standing-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ColumnCell, DataTable, ExplainButton, FlagTag, IntervalRow, Panel, TranslocoPipe],
  templateUrl: './standing-panel.html',
  styleUrl: './standing-panel.css',
})
export class StandingPanel {
  protected readonly words = inject(Words);
  protected readonly comparisons = inject(PointComparisons);
  private readonly answers = inject(PointAnswers);
  private readonly columnsOf = inject(Columns);
  private readonly formats = inject(Formats);
  private readonly url = inject(UrlState);
  private readonly rows = inject(RowsLink);

  protected readonly load = computed<Loadable<unknown>>(() => {
    const loads = this.comparisons.metrics().map(({ id }) => this.comparisons.of(id));
    return loads.find(({ state }) => state === 'ready') ?? loads.find(({ state }) => state === 'error') ?? LOADING;
  });

  protected readonly lines = computed(() => this.comparisons.metrics().map((metric) => this.line(metric)));
  protected readonly where = computed(() => `point:${this.answers.code() ?? ''}`);

  protected readonly idOf = ({ id }: Line): string => id;
  protected readonly table = listState({
    ...{ name: 'standing', first: 'metric', others: ['interval', 'lived', 'expected', 'adjusted', 'peers', 'places', 'verdict'] },
    sort: '',
  });
  /** A line has a unit of its own: its figures cannot be sorted by. */
  protected readonly columns = computed<readonly TableColumn<Line>[]>(() => [
    this.columnsOf.text<Line>('metric', 'point.measure', { of: ({ label }) => label, width: 232 }),
    {
      ...{ id: 'interval', text: this.words.say('ranking.interval'), width: 150, isRoomy: true },
      cell: ({ sentence }) => ({ text: sentence, title: sentence }),
    },
    this.figure('lived', 'flags.lived', (line) => ({
      ...(line.rows === null ? {} : { link: { to: ['/rows'], query: line.rows } }),
    })),
    { ...this.figure('expected', 'flags.expected'), isRoomy: true },
    { ...this.figure('adjusted', 'flags.adjusted'), isRoomy: true },
    { ...this.figure('peers', 'point.peers_median'), isRoomy: true },
    { ...this.figure('places', 'flags.places'), isRoomy: true, order: ({ best }) => best },
    {
      ...{ id: 'verdict', text: this.words.say('ranking.verdict'), width: 190 },
      order: ({ flag }) => (flag === null ? null : -FLAGS.indexOf(flag)),
      cell: ({ flag, sentence }) => ({ text: flag === null ? sentence : this.words.say(`flag.${flag}`), title: sentence }),
    },
  ]);

  protected readonly caption = computed(() => {
    const known = this.lines().filter(({ flag }) => flag !== null && !['unknown', 'too_few', 'suppressed', 'no_cases'].includes(flag));
    const worse = known.filter(({ flag }) => flag === 'review' || flag === 'look').length;
    const better = known.filter(({ flag }) => flag === 'better').length;
    const params = { worse: this.formats.number(worse), better: this.formats.number(better), known: this.formats.number(known.length) };
    return this.words.say(known.length === 0 ? 'point.standing_open' : 'point.standing_says', params);
  });

  protected readonly choose = (id: string): void => void this.url.set({ against: id });

  private line(metric: CatalogMetric): Line {
    const load = this.comparisons.of(metric.id);
    const own = this.comparisons.own(metric.id);
    const city = readyData(mapReady(load, (answer) => answer.city.value));
    const text = (value: number | null | undefined): string => this.formats.withUnit(value ?? null, metric.unit);
    const head = {
      ...{ id: metric.id, label: this.words.label(metric.label), isChosen: metric.id === this.comparisons.chosen()?.id, city },
      sentence: own === null ? this.missing(load) : this.words.label(own.sentence),
    };
    if (own === null) return { ...head, ...NOTHING };
    const mark = markOf(own);
    const { peers, rank } = own;
    return {
      ...head,
      ...{ mark, flag: flagOf(own), isPersistent: own.isPersistent, lived: text(own.value.value) },
      axis: axisFromZero([mark.high, mark.value, mark.raw ?? null, city, peers?.band?.high ?? null]),
      ...{ adjusted: text(own.adjusted?.value), expected: text(own.expected) },
      peers: peers?.median == null ? '–' : text(peers.median),
      rows: own.value.value === null ? null : this.rows.of(metric.id, this.rows.partFor(metric.id, own.value)),
      best: rank?.best ?? null,
      places: rank === null ? '–' : rank.best === rank.worst ? String(rank.best) : `${rank.best}–${rank.worst}`,
    };
  }

  private figure(
    id: 'lived' | 'expected' | 'adjusted' | 'peers' | 'places',
    key: string,
    more: (line: Line) => Partial<TableCell> = () => ({}),
  ): TableColumn<Line> {
    const cell = (line: Line): TableCell =>
      line[id] === '–' ? this.columnsOf.none(line.sentence) : { text: line[id], title: line.sentence, ...more(line) };
    return { id, text: this.words.say(key), isNumber: true, cell };
  }

  private missing({ state }: Loadable<unknown>): string {
    if (state === 'loading') return this.words.say('panel.loading');
    return this.words.say(state === 'error' ? 'point.not_compared' : 'reason.no_data');
  }

  protected readonly tone = ({ flag }: Line) => (flag === null ? 'neutral' : flagTone(flag));
}

const NOTHING = {
  rows: null,
  ...{ flag: null, isPersistent: false, lived: '–', adjusted: '–', expected: '–', peers: '–', places: '–', best: null },
  mark: { value: null, low: null, high: null },
  axis: { min: 0, max: 1, ticks: [] },
} as const;
