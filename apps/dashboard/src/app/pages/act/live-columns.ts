import { inject, Injectable } from '@angular/core';
import type { Live, LivePoint } from '@evenhand/contracts';
import { Columns } from '../../design/table/columns';
import type { TableCell, TableColumn } from '../../design/table/table-column';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

type Column = TableColumn<LivePoint>;

export interface LiveColumnsInput {
  readonly minutes: string;
  /** The city's figures of the moment; `null` where a part of it is looked at. */
  readonly city: Live['city'] | null;
}

/** The columns of the points with people in line. */
@Injectable({ providedIn: 'root' })
export class LiveColumns {
  private readonly columns = inject(Columns);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  of({ minutes, city }: LiveColumnsInput): readonly Column[] {
    const over = { ...this.columns.count<LivePoint>('over', 'act.over_now', { of: ({ overNow }) => overNow }), width: 120 };
    const expected = { ...this.columns.count<LivePoint>('expected', 'act.expected_over', { of: expectedIn }), width: 150 };
    return [
      this.columns.point<LivePoint>('name', ({ point }) => point),
      { ...this.columns.count<LivePoint>('waiting', 'act.in_line', { of: ({ waiting }) => waiting }), ...this.total(city?.waiting) },
      { ...over, text: this.words.say('act.over_now', { minutes }), ...this.total(city?.overNow) },
      {
        ...expected,
        text: this.words.say('act.expected_over', { minutes }),
        cell: (row) => this.expectedCell(row),
        ...(city === null ? {} : { total: this.expectedCell(city) }),
      },
      this.columns.count<LivePoint>('longest', 'act.longest', {
        of: ({ longestMinutes }) => longestMinutes,
        cell: (row) => this.minutesCell(row.longestMinutes),
        ...(city === null ? {} : { total: this.minutesCell(city.longestMinutes) }),
      }),
      this.columns.count<LivePoint>('counters', 'act.counters', { of: ({ counters }) => counters }),
      this.columns.count<LivePoint>('told', 'act.told', { of: ({ ageMinutes }) => ageMinutes, cell: (row) => this.ageCell(row) }),
    ];
  }

  private total(count: number | null | undefined): Pick<Column, 'total'> {
    if (count === undefined) return {};
    return { total: count === null ? this.columns.unknown() : { text: this.formats.number(count) } };
  }

  /** A dash where nobody can say how fast the line moves. */
  private expectedCell({ expectedOver, share }: Pick<LivePoint, 'expectedOver' | 'share'>): TableCell {
    if (expectedOver === null) return this.columns.unknown(this.words.say('act.no_pace'));
    return { text: this.formats.number(expectedOver), ...(share === null ? {} : { aside: ` · ${this.formats.share(share, 0)}` }) };
  }

  private minutesCell(minutes: number | null): TableCell {
    return minutes === null ? this.columns.unknown() : { text: this.formats.withUnit(minutes, 'minutes') };
  }

  private ageCell({ ageMinutes }: LivePoint): TableCell {
    const minutes = Math.round(ageMinutes ?? 0);
    return { text: minutes === 0 ? this.words.say('act.age_now') : this.words.say('act.age', { minutes: this.formats.number(minutes) }) };
  }
}

const expectedIn = ({ expectedOver, overNow }: LivePoint): number | null => expectedOver ?? overNow;
