import { inject, Injectable } from '@angular/core';
import type { PointComparison, Value } from '@evenhand/domain';
import type { CatalogMetric } from '../../data/city-facts';
import { type PointTrends, TREND_MONTHS } from '../../data/point-trends';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { Columns } from './columns';
import type { TableCell, TableColumn } from './table-column';

export const [TREND, PEERS, COVERAGE] = ['trend', 'peers', 'coverage'] as const;

/** Columns of a table of points that tell about a figure: how it went, what points alike have, how much of the data came. */
@Injectable({ providedIn: 'root' })
export class AboutPoint {
  private readonly columns = inject(Columns);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  /** The last months as a line; it sorts by the change from the first to the last month known. */
  trend<Row>(metric: CatalogMetric, trends: PointTrends | null, pointOf: (row: Row) => string): TableColumn<Row> {
    const seriesOf = (row: Row): readonly (number | null)[] => trends?.byPoint.get(pointOf(row)) ?? [];
    return {
      id: TREND,
      text: this.words.say('points.trend', { months: this.formats.number(trends?.months.length ?? TREND_MONTHS) }),
      about: this.aboutOf(metric, 'points.trend_about'),
      width: 96,
      isLargestFirst: metric.direction !== 'up',
      order: (row) => changeIn(seriesOf(row)),
      cell: (row) => this.trendCell(seriesOf(row), metric, trends?.isLastPartial ?? false),
    };
  }

  /** The median of the points of about the same size and mix of work. */
  peers<Row>(metric: CatalogMetric, comparedOf: (row: Row) => PointComparison | null): TableColumn<Row> {
    return {
      id: PEERS,
      text: this.words.say('points.peers'),
      about: this.aboutOf(metric, 'points.peers_about'),
      isNumber: true,
      isLargestFirst: true,
      width: 150,
      order: (row) => comparedOf(row)?.peers?.median ?? null,
      cell: (row) => this.peersCell(comparedOf(row)?.peers ?? null, metric),
    };
  }

  /** How much of the data that a figure rests on has come. */
  coverage<Row>(
    metric: CatalogMetric,
    of: { readonly row: (row: Row) => Value | undefined; readonly city: Value | null },
  ): TableColumn<Row> {
    return {
      id: COVERAGE,
      text: this.words.say('points.coverage'),
      about: this.aboutOf(metric, 'points.coverage_about'),
      isNumber: true,
      width: 110,
      order: (row) => of.row(row)?.coverage ?? null,
      cell: (row) => this.coverageCell(of.row(row)),
      ...(of.city === null ? {} : { total: this.coverageCell(of.city) }),
    };
  }

  /** The figure in question, and what the column says of it. */
  private aboutOf({ label }: CatalogMetric, key: string): string {
    return `${this.words.label(label)}. ${this.words.say(key)}`;
  }

  private coverageCell(figure: Value | undefined): TableCell {
    return figure?.coverage == null ? this.columns.unknown() : { text: this.formats.share(figure.coverage, 0) };
  }

  private peersCell(peers: PointComparison['peers'], metric: CatalogMetric): TableCell {
    if (peers?.median == null) return this.columns.unknown(this.words.say('points.no_peers'));
    const names = peers.points.map(this.columns.nameOf).join(', ');
    return {
      text: this.formats.withUnit(peers.median, metric.unit),
      title: `${this.words.label(peers.description)} ${names}`,
      aside: ` · ${this.words.say('points.peers_count', { points: this.formats.number(peers.points.length) })}`,
    };
  }

  private trendCell(series: readonly (number | null)[], { unit, standard }: CatalogMetric, isLastPartial: boolean): TableCell {
    if (series.every((value) => value === null)) return this.columns.unknown();
    const text = series.map((value) => this.formats.withUnit(value, unit)).join(' → ');
    return { text, title: text, trend: { series, isLastPartial, standard: standard?.value ?? null, label: text } };
  }
}

/** How much the last known value lies above the first; `null` where there are not two. */
function changeIn(series: readonly (number | null)[]): number | null {
  const known = series.filter((value) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  return first === undefined || last === undefined || known.length < 2 ? null : last - first;
}
