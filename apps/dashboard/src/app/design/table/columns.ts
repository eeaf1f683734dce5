import { inject, Injectable } from '@angular/core';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import type { TableCell, TableColumn } from './table-column';

/** A column by the value of each row; what it says beyond that stands as it is. */
type Told<Row, Value> = Partial<Omit<TableColumn<Row>, 'id' | 'text'>> & { readonly of: (row: Row) => Value | null };

/** Makes the columns of tables: each under the words of a key, each kind of value written in one way. */
@Injectable({ providedIn: 'root' })
export class Columns {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  /** What nobody knows: a mark, a dash, and the reason for those who do not see the mark. */
  readonly unknown = (reason = this.words.say('reason.no_data')): TableCell => ({
    text: '–',
    look: 'unknown',
    title: reason,
    spoken: reason,
  });

  /** Where a thing has no such value: it is neither zero nor unknown. */
  readonly none = (why: string): TableCell => ({ text: '–', look: 'none', title: why, spoken: why });

  text<Row>(id: string, key: string, { of, ...more }: Told<Row, string>): TableColumn<Row> {
    return { id, text: this.words.say(key), order: of, cell: this.cellOf(of, (text) => ({ text, title: text })), ...more };
  }

  /** A number of cases; the largest come first. */
  count<Row>(id: string, key: string, { of, ...more }: Told<Row, number>): TableColumn<Row> {
    const cell = this.cellOf(of, (count) => ({ text: this.formats.number(count) }));
    return { id, text: this.words.say(key), isNumber: true, isLargestFirst: true, order: of, cell, ...more };
  }

  share<Row>(id: string, key: string, { of, ...more }: Told<Row, number>): TableColumn<Row> {
    const cell = this.cellOf(of, (share) => ({ text: this.formats.share(share) }));
    return this.count(id, key, { of, cell, ...more });
  }

  instant<Row>(id: string, key: string, { of, ...more }: Told<Row, string>): TableColumn<Row> {
    const cell = this.cellOf(of, (instant) => ({ text: this.formats.instant(instant) }));
    return this.text(id, key, { of, isLargestFirst: true, width: 156, cell, ...more });
  }

  day<Row>(id: string, key: string, { of, ...more }: Told<Row, string>): TableColumn<Row> {
    const cell = this.cellOf(of, (day) => ({ text: this.formats.day(day) }));
    return this.text(id, key, { of, isLargestFirst: true, width: 112, cell, ...more });
  }

  /** A state in a word; what somebody has to look at comes first. */
  state<Row>(
    id: string,
    key: string,
    { of, isLate, ...more }: Told<Row, string> & { readonly isLate: (row: Row) => boolean },
  ): TableColumn<Row> {
    const order = (row: Row): string => `${isLate(row) ? 0 : 1} ${of(row) ?? ''}`;
    const cell = (row: Row): TableCell => ({ text: of(row) ?? '', tag: isLate(row) ? 'late' : 'quiet' });
    return this.text(id, key, { of, width: 150, order, cell, ...more });
  }

  /** The point that a row is of, as the way to its page. */
  point<Row>(id: string, of: (row: Row) => string): TableColumn<Row> {
    const query = this.filters.carried();
    const cell = (row: Row): TableCell => {
      const [code, name, branch] = [of(row), this.nameOf(of(row)), this.branchOf(of(row))];
      const title = [name, code, branch].filter((part) => part !== '').join(' · ');
      return { text: name, title, aside: branch, link: { to: ['/points', code], query } };
    };
    return { id, text: this.words.say('ranking.point'), order: (row) => this.nameOf(of(row)), cell };
  }

  readonly nameOf = (code: string): string => this.facts.point(code)?.name ?? code;
  readonly branchOf = (code: string): string => this.facts.branch(this.facts.point(code)?.branchCode ?? null)?.name ?? '';

  private cellOf<Row, Value extends string | number>(of: (row: Row) => Value | null, known: (value: Value) => TableCell) {
    return (row: Row): TableCell => {
      const value = of(row);
      return value === null || value === '' ? this.unknown() : known(value);
    };
  }
}
