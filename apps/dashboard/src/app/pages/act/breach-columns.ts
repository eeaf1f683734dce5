import { inject, Injectable } from '@angular/core';
import { Filters } from '../../data/filters';
import { Columns } from '../../design/table/columns';
import type { TableCell, TableColumn } from '../../design/table/table-column';
import { Formats } from '../../format/formats';
import type { FailingPoint } from './breach-rows';

type Column = TableColumn<FailingPoint>;

/** The columns of the points that break a standard. */
@Injectable({ providedIn: 'root' })
export class BreachColumns {
  private readonly filters = inject(Filters);
  private readonly columns = inject(Columns);
  private readonly formats = inject(Formats);

  of(standard: 'waiting_time' | 'on_time_settlement'): readonly Column[] {
    return [
      this.columns.point<FailingPoint>('name', ({ point }) => point),
      {
        ...this.columns.share<FailingPoint>('share', `act.share_${standard}`, { of: ({ value }) => value }),
        isLargestFirst: standard === 'waiting_time',
        cell: (row) => this.shareCell(row),
      },
      {
        ...this.columns.count<FailingPoint>('breaches', `act.concerned_${standard}`, { of: ({ breaches }) => breaches, width: 150 }),
        cell: (row) => this.breachesCell(row, standard),
      },
      this.columns.share<FailingPoint>('coverage', 'feeds.coverage', { of: ({ coverage }) => coverage, width: 96 }),
    ];
  }

  private shareCell({ value, interval }: FailingPoint): TableCell {
    if (value === null) return this.columns.unknown();
    const within = interval === null ? '' : ` (${this.formats.interval(interval, 'share')})`;
    return { text: this.formats.share(value), title: `${this.formats.share(value)}${within}` };
  }

  /** The very cases that broke the standard at a point, of how many. */
  private breachesCell({ point, from, breaches, n }: FailingPoint, standard: string): TableCell {
    if (breaches === null) return this.columns.unknown();
    const query = { ...this.filters.carried(), cell: `${point}/${from}` };
    return {
      text: this.formats.number(breaches),
      link: { to: ['/standards', standard], query },
      aside: ` / ${this.formats.count(n)}`,
    };
  }
}
