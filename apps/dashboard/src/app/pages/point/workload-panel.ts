import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BarCell } from '@evenhand/charts';
import type { Value } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { type CatalogMetric, CityFacts } from '../../data/city-facts';
import { type Loadable, mapReady, readyData } from '../../data/loadable';
import { IgnoredFilters } from '../../design/ignored-filters';
import { Panel } from '../../design/panel';
import { ColumnCell } from '../../design/table/column-cell';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import { FigureCells } from '../../design/table/figure-cells';
import { HeadCell } from '../../design/table/head-cell';
import type { TableCell, TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { PointAnswers } from './point-answers';
import { AGENT_METRICS, COUNTER_METRICS } from './point-questions';
import { RowsLink } from './rows-link';
import { countBeyond, largest, workloadRows, type WorkloadRow } from './workload';

const SIZE = 'tickets_served';
const OCCUPANCY = 'counter_occupancy';

interface Column {
  readonly metric: CatalogMetric;
  readonly label: string;
  /** Which chosen filters this column does not know; empty when it knows them all. */
  readonly ignored: string;
  readonly largest: number;
  readonly threshold: number | null;
}

/** How the work of the point lies on its counters or its officers: a table with bars, each figure a link to its cases. */
@Component({
  selector: 'eh-workload-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BarCell, ColumnCell, DataTable, ExplainButton, HeadCell, Panel, RouterLink, TranslocoPipe],
  templateUrl: './workload-panel.html',
  styleUrl: './workload-panel.css',
})
export class WorkloadPanel {
  readonly by = input.required<'counter' | 'agent'>();

  protected readonly words = inject(Words);
  protected readonly answers = inject(PointAnswers);
  protected readonly rowsLink = inject(RowsLink);
  private readonly formats = inject(Formats);
  private readonly cells = inject(FigureCells);
  private readonly columnsOf = inject(Columns);
  private readonly facts = inject(CityFacts);
  private readonly ignored = inject(IgnoredFilters);

  protected readonly where = computed(() => `point:${this.answers.code() ?? ''}`);
  private readonly ids = computed<readonly string[]>(() => (this.by() === 'counter' ? COUNTER_METRICS : AGENT_METRICS));

  protected readonly load = computed<Loadable<readonly WorkloadRow[]>>(() =>
    mapReady(this.answers.together(this.by() === 'counter' ? 'counters' : 'agents', this.ids()), (answers) =>
      workloadRows(answers, this.by(), SIZE),
    ),
  );
  protected readonly all = computed(() => readyData(this.load()) ?? []);
  protected readonly count = computed(() => this.all().length);
  protected readonly columns = computed<readonly Column[]>(() =>
    this.ids().flatMap((id) => {
      const metric = this.facts.metric(id);
      if (metric === null) return [];
      const threshold = id === OCCUPANCY ? (metric.standard?.value ?? null) : null;
      return [
        {
          metric,
          label: this.words.say(`point.column.${id}`),
          ignored: this.ignored.said(metric),
          largest: Math.max(id === OCCUPANCY ? 1 : 0, largest(this.all(), id)),
          threshold,
        },
      ];
    }),
  );

  protected readonly caption = computed(() => {
    const known = this.all().filter((row) => row.figures[SIZE]?.value != null);
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return '';
    if (first === last) return this.beyond();
    const sizeOf = (row: WorkloadRow): string => this.formats.number(row.figures[SIZE]?.value ?? 0);
    const spread = this.words.say(`point.${this.by()}_spread`, {
      most: sizeOf(first),
      least: sizeOf(last),
      rows: this.formats.number(known.length),
    });
    return [spread, this.beyond()].filter((part) => part !== '').join(' ');
  });

  protected readonly nameOf = (row: WorkloadRow): string => row.key ?? this.words.say('point.not_said');

  protected readonly table = listState({
    ...{ name: () => `by_${this.by()}`, first: 'key', others: [...new Set([...COUNTER_METRICS, ...AGENT_METRICS])] },
    sort: `-${SIZE}`,
  });
  protected readonly tableColumns = computed<readonly TableColumn<WorkloadRow>[]>(() => [
    this.columnsOf.text<WorkloadRow>('key', `point.${this.by()}`, { of: this.nameOf, width: 150 }),
    ...this.columns().map((column) => this.tableColumn(column)),
  ]);
  protected readonly idOf = ({ key }: WorkloadRow): string => key ?? '';

  /** The head of the column says the unit, only a share carries its sign. */
  protected cellOf(value: Value | null | undefined, { metric }: Column): TableCell {
    const cell = value === null ? this.columnsOf.none(this.words.say('reason.not_applicable')) : this.cells.of(value, metric.unit);
    if (value?.value == null) return cell;
    const text = metric.unit === 'share' ? this.formats.share(value.value, 0) : this.formats.figure(value.value, metric.unit);
    return { ...cell, text };
  }

  private tableColumn(column: Column): TableColumn<WorkloadRow> {
    const { metric, label, ignored } = column;
    return {
      ...{ id: metric.id, text: label, about: this.words.label(metric.description), note: ignored },
      ...{ isNumber: true, isLargestFirst: true, width: 124 },
      order: ({ figures }) => figures[metric.id]?.value ?? null,
      cell: ({ figures }) => this.cellOf(figures[metric.id], column),
    };
  }

  protected isKnown(value: Value | null | undefined): boolean {
    return value?.value != null;
  }

  protected link(row: WorkloadRow, { metric }: Column): ReturnType<RowsLink['within']> {
    return this.rowsLink.within(metric.id, { [this.by()]: row.key ?? '' });
  }

  private beyond(): string {
    const threshold = this.facts.metric(OCCUPANCY)?.standard?.value ?? null;
    if (this.by() !== 'counter' || threshold === null) return '';
    const { beyond, known } = countBeyond(this.all(), OCCUPANCY, threshold);
    if (known === 0) return '';
    return this.words.say(beyond === 0 ? 'point.none_beyond' : 'point.beyond', {
      beyond: this.formats.number(beyond),
      known: this.formats.number(known),
      threshold: this.formats.share(threshold, 0),
    });
  }
}
