import { inject, Injectable } from '@angular/core';
import type { Value } from '@evenhand/domain';
import type { CatalogMetric } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import type { PointTrends } from '../../data/point-trends';
import { Session } from '../../data/session';
import { VERDICTS } from '../../data/verdict';
import { IgnoredFilters } from '../../design/ignored-filters';
import { AboutPoint } from '../../design/table/about-point';
import { FigureCells } from '../../design/table/figure-cells';
import type { CellLook, TableCell, TableColumn } from '../../design/table/table-column';
import { Words } from '../../i18n/words';
import type { PointCell, PointRow } from './point-rows';

/** Columns beside those of metrics. */
export const NAME = 'name';
export const BRANCH = 'branch';
export const VERDICT = 'verdict';

export interface PointColumnsInput {
  readonly metrics: readonly CatalogMetric[];
  /** The metric whose verdict and coverage stand in the last columns. */
  readonly judged: CatalogMetric | null;
  readonly rows: readonly PointRow[];
  readonly cityOf: (metric: string) => Value | null;
  /** The last months of the judged metric. */
  readonly trends: PointTrends | null;
}

const figureOf = (row: PointRow, { id }: CatalogMetric): Value | undefined => row.cells.get(id)?.figure;
const valueOf = (row: PointRow, metric: CatalogMetric): number | null => figureOf(row, metric)?.value ?? null;

/** What stands out carries a mark, unless so much is missing that nothing can be said. */
function lookOf(cell: PointCell | undefined, plain: CellLook | undefined): CellLook | undefined {
  if (plain !== 'plain') return plain;
  if (cell?.isWorse) return 'worse';
  return cell?.verdict === 'better' || cell?.verdict === 'partial' ? cell.verdict : plain;
}

/** The columns of the table of all points. */
@Injectable({ providedIn: 'root' })
export class PointColumns {
  private readonly about = inject(AboutPoint);
  private readonly cells = inject(FigureCells);
  private readonly filters = inject(Filters);
  private readonly ignored = inject(IgnoredFilters);
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  of(input: PointColumnsInput): readonly TableColumn<PointRow>[] {
    const { judged, trends } = input;
    const mayCompare = this.session.may('compare');
    return [
      this.name(),
      this.branch(),
      ...input.metrics.map((metric) => this.metric(metric, input)),
      ...(judged === null
        ? []
        : [
            this.about.trend<PointRow>(judged, trends, ({ point }) => point.code),
            ...(mayCompare ? [this.about.peers<PointRow>(judged, (row) => row.cells.get(judged.id)?.compared ?? null)] : []),
            this.about.coverage<PointRow>(judged, { row: (row) => figureOf(row, judged), city: input.cityOf(judged.id) }),
            ...(mayCompare ? [this.verdict(judged)] : []),
          ]),
    ];
  }

  private name(): TableColumn<PointRow> {
    const query = this.filters.carried();
    return {
      id: NAME,
      text: this.words.say('ranking.point'),
      width: 170,
      order: ({ point }) => point.name,
      cell: ({ point, branch }) => ({
        text: point.name,
        title: [point.name, point.code, branch].filter((part) => part !== '').join(' · '),
        aside: branch,
        link: { to: ['/points', point.code], query },
      }),
    };
  }

  private branch(): TableColumn<PointRow> {
    return {
      id: BRANCH,
      text: this.words.say('points.branch'),
      width: 150,
      order: ({ branch }) => (branch === '' ? null : branch),
      cell: ({ branch }) => ({ text: branch === '' ? '–' : branch, title: branch }),
    };
  }

  private metric(metric: CatalogMetric, { rows, cityOf }: PointColumnsInput): TableColumn<PointRow> {
    const longest = Math.max(0, ...rows.map((row) => valueOf(row, metric) ?? 0));
    const total = cityOf(metric.id);
    return {
      id: metric.id,
      text: this.words.label(metric.label),
      about: this.words.label(metric.description),
      note: this.ignored.said(metric),
      isNumber: true,
      isLargestFirst: metric.direction !== 'up',
      width: 86,
      order: (row) => valueOf(row, metric),
      cell: (row) => this.figure(row, metric, longest),
      ...(total === null ? {} : { total: this.cells.of(total, metric.unit) }),
    };
  }

  private figure(row: PointRow, metric: CatalogMetric, longest: number): TableCell {
    const of = row.cells.get(metric.id);
    const value = of?.figure?.value ?? null;
    const cell = this.cells.of(of?.figure, metric.unit, value === null || longest === 0 ? null : Math.max(0, value) / longest);
    const look = lookOf(of, cell.look);
    return look === cell.look ? cell : { ...cell, look, spoken: this.words.say(`verdict.${of?.verdict ?? 'unknown'}`) };
  }

  private verdict(judged: CatalogMetric): TableColumn<PointRow> {
    return {
      id: VERDICT,
      text: `${this.words.say('ranking.verdict')}: ${this.words.label(judged.label)}`,
      width: 132,
      order: (row) => VERDICTS.indexOf(row.cells.get(judged.id)?.verdict ?? 'unknown'),
      then: [{ column: judged.id, isDescending: judged.direction !== 'up' }],
      cell: (row) => {
        const verdict = row.cells.get(judged.id)?.verdict ?? 'unknown';
        return { text: this.words.say(`verdict.${verdict}`), verdict };
      },
    };
  }
}
