import { inject, Injectable } from '@angular/core';
import type { IntervalMark } from '@evenhand/charts';
import type { ComparisonAnswer } from '@evenhand/contracts';
import type { PointComparison } from '@evenhand/domain';
import type { CatalogMetric } from '../../data/city-facts';
import { flagOf, severityOf } from '../../data/flags';
import { Columns } from '../../design/table/columns';
import { FigureCells } from '../../design/table/figure-cells';
import type { TableCell, TableColumn } from '../../design/table/table-column';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

type Column = TableColumn<PointComparison>;

/** A place only where it is the only one it can have. */
const placesOf = ({ rank }: PointComparison): string =>
  rank === null ? '–' : rank.best === rank.worst ? String(rank.best) : `${rank.best}–${rank.worst}`;

/** The adjusted figure with what people lived as a hollow dot; what people lived alone where nothing was allowed for. */
export function markOf({ adjusted, value }: PointComparison): IntervalMark {
  if (adjusted === null) return { value: value.value, low: value.interval?.low ?? null, high: value.interval?.high ?? null };
  return { value: adjusted.value, low: adjusted.interval.low, high: adjusted.interval.high, raw: value.value };
}

/** The columns of the points by how serious their flag is. */
@Injectable({ providedIn: 'root' })
export class FlagColumns {
  private readonly columns = inject(Columns);
  private readonly cells = inject(FigureCells);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  of(answer: ComparisonAnswer, metric: CatalogMetric): readonly Column[] {
    return [
      { ...this.columns.point<PointComparison>('name', ({ point }) => point), width: 176 },
      this.interval(metric),
      this.lived(answer, metric),
      ...(answer.adjust === 'none' ? [] : [this.adjusted(metric)]),
      this.count(answer),
      this.places(),
      this.verdict(metric),
    ];
  }

  private interval({ direction }: CatalogMetric): Column {
    return {
      id: 'interval',
      text: this.words.say('ranking.interval'),
      width: 160,
      isLargestFirst: direction !== 'up',
      order: (one) => markOf(one).value,
      cell: ({ sentence }) => ({ text: this.words.label(sentence) }),
    };
  }

  private lived({ city }: ComparisonAnswer, { unit, direction }: CatalogMetric): Column {
    return {
      ...{ id: 'lived', text: this.words.say('flags.lived'), isNumber: true, isLargestFirst: direction !== 'up', width: 84 },
      order: ({ value }) => value.value,
      cell: ({ value }) => this.cells.of(value, unit),
      total: this.cells.of(city, unit),
    };
  }

  private adjusted({ unit, direction }: CatalogMetric): Column {
    return {
      ...{ id: 'adjusted', text: this.words.say('flags.adjusted'), isNumber: true, isLargestFirst: direction !== 'up' },
      ...{ isRoomy: true, width: 96 },
      order: ({ adjusted }) => adjusted?.value ?? null,
      cell: ({ adjusted }) => (adjusted === null ? this.columns.unknown() : { text: this.formats.withUnit(adjusted.value, unit) }),
    };
  }

  private count({ city }: ComparisonAnswer): Column {
    const cell = (n: number | null): TableCell => (n === null ? this.columns.unknown() : { text: this.formats.number(n) });
    return {
      ...{ id: 'n', text: 'n', about: this.words.say('explore.n_about'), isNumber: true, isLargestFirst: true, isRoomy: true, width: 72 },
      order: ({ n }) => n,
      cell: ({ n }) => cell(n),
      total: cell(city.n),
    };
  }

  private places(): Column {
    return {
      ...{ id: 'places', text: this.words.say('flags.places'), isNumber: true, isRoomy: true, width: 88 },
      order: ({ rank }) => rank?.best ?? null,
      cell: (one) => ({ text: placesOf(one) }),
    };
  }

  private verdict({ direction }: CatalogMetric): Column {
    return {
      ...{ id: 'verdict', text: this.words.say('ranking.verdict'), width: 132 },
      order: severityOf,
      then: [{ column: 'interval', isDescending: direction !== 'up' }],
      cell: (one) => ({ text: this.words.say(`flag.${flagOf(one)}`) }),
    };
  }
}
