import { inject, Injectable } from '@angular/core';
import type { Value } from '@evenhand/domain';
import { type CatalogMetric, CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { IgnoredFilters } from '../../design/ignored-filters';
import { Columns } from '../../design/table/columns';
import { FigureCells } from '../../design/table/figure-cells';
import type { TableCell, TableColumn } from '../../design/table/table-column';
import { Words } from '../../i18n/words';
import { AT_RISK, BANDS, type BacklogRow, EXPECTED_LATE, OLDEST, OVERDUE } from './backlog-rows';

export const BACKLOG_COLUMNS = [AT_RISK, EXPECTED_LATE, OVERDUE, ...BANDS, OLDEST] as const;

type Column = TableColumn<BacklogRow>;

/** The columns of what lies undone: each count opens the dossiers themselves. */
@Injectable({ providedIn: 'root' })
export class BacklogColumns {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly cells = inject(FigureCells);
  private readonly columns = inject(Columns);
  private readonly ignored = inject(IgnoredFilters);
  private readonly words = inject(Words);

  /** `city` holds the figures of the whole city by metric, where the reader sees it. */
  of(city: Readonly<Record<string, Value | undefined>>): readonly Column[] {
    return [
      { ...this.columns.point<BacklogRow>('name', ({ point }) => point), width: 186 },
      ...this.metrics().map((metric) => this.column(metric, city[metric.id])),
      {
        id: 'ageing',
        text: this.words.say('act.ageing'),
        width: 120,
        isRoomy: true,
        isLargestFirst: true,
        order: ({ bands }) => (bands.length === 0 ? null : bands.reduce((sum, count) => sum + count, 0)),
        cell: ({ bands }) => ({ text: bands.join(' · ') }),
      },
    ];
  }

  readonly metrics = (): readonly CatalogMetric[] => BACKLOG_COLUMNS.flatMap((id) => this.facts.metric(id) ?? []);

  private column(metric: CatalogMetric, city: Value | undefined): Column {
    return {
      ...{ id: metric.id, text: this.words.say(`act.column_${metric.id}`), about: this.words.label(metric.label) },
      ...{ note: this.ignored.said(metric), isNumber: true, isLargestFirst: true, width: 84 },
      order: ({ figures }) => figures[metric.id]?.value ?? null,
      cell: ({ figures, point }) => this.cell(figures[metric.id], metric, point),
      ...(city === undefined ? {} : { total: this.cells.of(city, 'count') }),
    };
  }

  private cell(figure: Value | undefined, { id }: CatalogMetric, point: string): TableCell {
    const cell = this.cells.of(figure, 'count');
    // What is expected is a sum of chances: there are no dossiers to list.
    if ((figure?.value ?? 0) === 0 || id === EXPECTED_LATE) return cell;
    const query = { ...this.filters.carried(), branch: null, metric: id, part: 'n', where: `point:${point}` };
    return { ...cell, link: { to: ['/rows'], query } };
  }
}

/** Which band of the drawing a column is; `null` for one that is none. */
export function bandOf(id: string): number | null {
  const band = BANDS.findIndex((candidate) => candidate === id);
  return band === -1 ? null : band;
}
