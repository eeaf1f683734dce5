import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { Chart, MOST_LINES, type PickedFigure } from '@evenhand/charts';
import type { Dimension, Value } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { bucketRange } from '../../data/buckets';
import { CityFacts } from '../../data/city-facts';
import { filtersFor } from '../../data/filter-choice';
import { Filters } from '../../data/filters';
import { mapReady, readyData } from '../../data/loadable';
import { pageAnswers } from '../../data/page-answers';
import { filterTexts } from '../../data/rows-behind';
import { IgnoredFilters } from '../../design/ignored-filters';
import { UrlState } from '../../data/url-state';
import { Panel } from '../../design/panel';
import { sortedRows } from '../../design/table/arranged-rows';
import { ColumnCell } from '../../design/table/column-cell';
import { DataTable } from '../../design/table/data-table';
import { tableState } from '../../design/table/table-state';
import type { TableTwin } from '../../design/twin-table';
import { ZoomBar } from '../../design/zoom-bar';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import type { Sort } from '../../format/sort';
import { ScopeName } from '../../format/scope-name';
import { Words } from '../../i18n/words';
import { ChartNoteList } from '../../notes/chart-note-list';
import { chartNotes } from '../../notes/chart-notes';
import { ExploreAnswers } from './explore-answers';
import { ExploreCaption } from './explore-caption';
import { COLUMNS, ExploreColumns, NAME } from './explore-columns';
import { type Drawing, ExploreDrawing, type NotedLines } from './explore-drawing';
import { ExploreQuestion } from './explore-question';
import { type ExploreRow, figuresOver } from './explore-rows';
import { ExactProgress } from './exact-progress';
import { notedPlace } from './noted-place';

/** How many rows are drawn beside one another unless the reader pinned some. */
const DRAWN = 12;
const IN_TIME: readonly Dimension[] = ['weekday', 'half_hour'];

/** Any figure by anything it can be broken down by: drawn, told in a sentence, and as the table of the same numbers. */
@Component({
  selector: 'eh-explore-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, ChartNoteList, ColumnCell, DataTable, ExactProgress, ExplainButton, ExploreQuestion, Panel, TranslocoPipe, ZoomBar],
  providers: [ExploreAnswers],
  templateUrl: './explore-page.html',
  styleUrl: './explore-page.css',
})
export class ExplorePage {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly ignored = inject(IgnoredFilters);
  private readonly words = inject(Words);
  private readonly seen = inject(ScopeName);
  private readonly formats = inject(Formats);
  private readonly tableColumns = inject(ExploreColumns);
  private readonly drawing = inject(ExploreDrawing);
  private readonly captions = inject(ExploreCaption);
  private readonly router = inject(Router);
  private readonly url = inject(UrlState);
  protected readonly asked = inject(ExploreAnswers);

  protected readonly isEmpty = this.facts.isEmpty;
  protected readonly choice = this.asked.choice;
  private readonly isOverTime = computed(() => this.choice()?.by == null && this.choice()?.grain != null);
  private readonly isInTime = computed(() => this.isOverTime() || IN_TIME.includes(this.choice()?.by ?? 'point'));
  protected readonly isOne = computed(() => this.choice()?.by == null && this.choice()?.grain == null);

  protected readonly table = tableState({
    name: 'explore',
    columns: () => COLUMNS,
    fixed: () => [NAME],
    shown: () => COLUMNS,
    sorts: () => [
      this.isInTime() ? { column: NAME, isDescending: false } : { column: 'value', isDescending: this.choice()?.metric.direction !== 'up' },
    ],
  });
  protected readonly rows = computed<readonly ExploreRow[]>(() => readyData(this.asked.rows()) ?? []);
  protected readonly columns = computed(() => {
    const choice = this.choice();
    if (choice === null) return [];
    const dimension = choice.by ?? choice.grain ?? 'point';
    return this.tableColumns.of({
      choice,
      rows: this.rows(),
      total: this.asked.whole(),
      nameText: this.dimensionName(dimension),
      isInTime: this.isInTime(),
    });
  });
  protected readonly offered = computed(() =>
    this.columns()
      .filter(({ id }) => id !== NAME)
      .map(({ id, text }) => ({ id, text, isShown: this.table.shown().includes(id) })),
  );
  protected readonly idOf = ({ key }: ExploreRow): string => key;
  protected readonly textOf = ({ name, key }: ExploreRow): string => `${name} ${key}`;

  /** The drawing follows the table in a task of its own, so that a sort of many rows is seen at once. */
  private readonly drawnSorts = linkedSignal<readonly ExploreRow[], readonly Sort[]>({
    source: this.rows,
    computation: () => untracked(() => this.table.sorts()),
  });

  /** The rows that are drawn: those that are pinned, else the first of the table. */
  protected readonly drawnRows = computed<readonly ExploreRow[]>(() => {
    const [rows, pins, grain] = [this.rows(), this.table.pinned(), this.choice()?.grain];
    const pinned = pins.flatMap((pin) => rows.find(({ key }) => key === pin) ?? []);
    if (pinned.length > 0 && !this.isOverTime()) return pinned;
    const sorted = this.isOverTime() ? rows : sortedRows(rows, this.columns(), this.drawnSorts());
    if (this.isInTime()) return sorted;
    return sorted.filter(({ figure }) => figure.value !== null).slice(0, grain == null ? DRAWN : MOST_LINES);
  });

  /** What readers noted of the places that the filters keep; of a course over time only. */
  protected readonly place = computed(() => {
    const choice = this.choice();
    return choice?.grain == null ? null : notedPlace([...choice.where, ...filtersFor(this.filters.choice(), ['branch'])]);
  });
  protected readonly noted = chartNotes(() => {
    const [place, grain] = [this.place(), this.choice()?.grain];
    if (place === null || grain == null) return null;
    return { place, buckets: this.asked.buckets().map((bucket) => ({ bucket, end: bucketRange(bucket, grain).to })) };
  });

  /** The drawn rows over time. */
  private readonly lineAnswers = pageAnswers(() => {
    const [choice, keys] = [this.choice(), this.drawnRows().map(({ key }) => key)];
    if (choice?.by == null || choice.grain === null || keys.length === 0) return null;
    return { lines: this.asked.question([choice.by, choice.grain], { where: [{ dimension: choice.by, values: keys }] }) };
  });
  private readonly lines = computed<NotedLines | null>(() => {
    const choice = this.choice();
    if (choice?.grain == null) return null;
    const { metric, grain, by } = choice;
    const [buckets, total] = [this.asked.buckets(), this.asked.wholeOverTime()];
    const line = (name: string, figures: readonly (Value | null)[]) => ({
      name,
      values: figures.map((figure) => figure?.value ?? null),
      n: figures.map((figure) => figure?.n ?? 0),
    });
    const whole = line(this.scopeName(), figuresOver(total, { metric: metric.id, grain, buckets }));
    const answer = readyData(this.lineAnswers.of('lines'));
    const lines =
      by === null
        ? [
            line(
              this.words.label(metric.label),
              this.rows().map(({ figure }) => figure),
            ),
          ]
        : this.drawnRows().map(({ key, name }) =>
            line(name, figuresOver(answer, { metric: metric.id, grain, buckets, only: { by, key } })),
          );
    return {
      ...{
        buckets,
        lines,
        standard: metric.standard?.value ?? null,
        ...this.asked.partial(),
        isFromZero: metric.direction === 'down',
        ...{ notes: this.noted.marks(), noteLines: this.noted.lines },
      },
      reference: by === null || metric.kind === 'count' || metric.kind === 'total' ? null : whole,
    };
  });

  protected readonly chartLoad = computed(() => {
    const choice = this.choice();
    if (choice?.by == null || choice.grain === null || this.asked.rows().state !== 'ready' || this.rows().length === 0)
      return this.asked.rows();
    return mapReady(this.lineAnswers.of('lines'), (): unknown => true);
  });
  protected readonly drawn = computed<Drawing | null>(() => {
    const [choice, lines] = [this.choice(), this.lines()];
    if (choice === null || this.isOne()) return null;
    return lines !== null && choice.grain !== null
      ? this.drawing.lines(lines, choice, choice.grain)
      : this.drawing.side(this.drawnRows(), this.asked.whole(), choice);
  });
  protected readonly caption = computed(() => {
    const choice = this.choice();
    if (choice === null) return '';
    const whole = this.captions.ofWhole(this.asked.whole(), choice);
    const found = this.isOverTime()
      ? this.captions.overTime(this.rows(), choice, this.asked.partial())
      : this.captions.ofRows(this.rows(), choice);
    return [found, whole].filter((part) => part !== '').join(' ');
  });
  protected readonly twin = computed<TableTwin | null>(() => {
    const [choice, lines] = [this.choice(), this.lines()];
    if (choice === null || this.isOne()) return null;
    const text = (value: number | null): string => this.formats.withUnit(value, choice.metric.unit);
    if (lines !== null && choice.grain !== null) {
      const { grain } = choice;
      const all = [...lines.lines, ...(lines.reference === null ? [] : [lines.reference])];
      return {
        columns: [
          { text: this.dimensionName(grain) },
          ...all.map(({ name }) => ({ text: name, isNumber: true })),
          { text: this.words.say('notes.title') },
        ],
        rows: lines.buckets.map((bucket, index) => [
          this.drawing.bucketName(bucket, grain),
          ...all.map(({ values }) => text(values[index] ?? null)),
          this.noted.cell(index),
        ]),
      };
    }
    return {
      columns: [
        { text: this.columns()[0]?.text ?? '' },
        { text: this.words.label(choice.metric.label), isNumber: true },
        { text: 'n', isNumber: true },
      ],
      rows: this.drawnRows().map(({ name, figure }) => [name, text(figure.value), this.formats.count(figure.n)]),
    };
  });

  protected readonly heading = computed(() => {
    const choice = this.choice();
    if (choice === null) return '';
    const parts = [choice.by, choice.grain].flatMap((dimension) =>
      dimension === null ? [] : [this.dimensionName(dimension).toLocaleLowerCase(this.words.language())],
    );
    const measure = this.words.label(choice.metric.label);
    return parts.length === 0 ? measure : this.words.say('explore.heading', { metric: measure, by: parts.join(', ') });
  });
  protected readonly note = computed(() => {
    const choice = this.choice();
    if (choice === null) return '';
    const limited =
      choice.by !== null && this.drawnRows().length < this.rows().length
        ? this.words.say('explore.drawn', { drawn: this.drawnRows().length, all: this.rows().length })
        : '';
    return [this.ignored.said(choice.metric), limited].filter((part) => part !== '').join(' · ');
  });
  protected readonly about = computed(() => {
    const range = this.filters.range();
    return range === null ? '' : this.formats.range(range);
  });
  protected readonly empty = computed(() =>
    this.asked.rows().state === 'ready' && this.rows().length === 0 ? this.words.say('empty.period') : null,
  );
  protected readonly scopeName = computed(() => {
    const branch = this.facts.branch(this.filters.choice().branch)?.name;
    return branch ?? ((this.choice()?.where ?? []).length > 0 ? this.words.say('explore.scope') : this.seen.name());
  });
  protected readonly wholeText = computed(() => {
    const [whole, choice] = [this.asked.whole(), this.choice()];
    return whole === null || choice === null ? '–' : this.formats.withUnit(whole.value, choice.metric.unit);
  });

  constructor() {
    effect((onCleanup) => {
      const sorts = this.table.sorts();
      const timer = setTimeout(() => this.drawnSorts.set(sorts));
      onCleanup(() => clearTimeout(timer));
    });
  }

  /** Asks on about the pinned rows alone. */
  protected keepPinned(): void {
    const by = this.choice()?.by ?? null;
    if (by === null) return;
    const where = [...this.wholeWhere(), `${by}:${this.table.pinned().join(',')}`];
    void this.url.set({ where, pin: null, beside: null, sort: null, q: null });
  }

  /** The cases behind a drawn figure. */
  protected open({ index }: PickedFigure): void {
    const [choice, row] = [this.choice(), this.isOverTime() ? this.rows()[index] : this.drawnRows()[index]];
    if (choice === null || row === undefined || (choice.by !== null && choice.grain !== null)) return;
    const { to, query } = this.tableColumns.rowsLink(row, choice);
    void this.router.navigate([...to], { queryParams: query });
  }

  protected readonly wholeWhere = computed(() => filterTexts(this.choice()?.where ?? []));
  protected readonly explained = (row: ExploreRow): readonly string[] => [...this.wholeWhere(), row.where];

  private dimensionName(dimension: Dimension): string {
    const label = this.facts.labelOf('dimension', dimension);
    return label === null ? dimension : this.words.label(label);
  }
}
