import { inject, Injectable } from '@angular/core';
import type { Value } from '@evenhand/domain';
import type { CatalogMetric } from '../../data/city-facts';
import type { PointTrends } from '../../data/point-trends';
import type { RankedPoint } from '../../data/ranking';
import { VERDICTS } from '../../data/verdict';
import { AboutPoint } from '../../design/table/about-point';
import { Columns } from '../../design/table/columns';
import { FigureCells } from '../../design/table/figure-cells';
import type { TableCell, TableColumn } from '../../design/table/table-column';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { placesOf } from './ranking-rows';

export const [NAME, INTERVAL, VALUE, COUNT, PLACES, VERDICT] = ['name', 'interval', 'value', 'n', 'places', 'verdict'] as const;

export interface RankingColumnsInput {
  readonly metric: CatalogMetric;
  readonly rows: readonly RankedPoint[];
  readonly city: Value | null;
  readonly trends: PointTrends | null;
}

type Column = TableColumn<RankedPoint>;

/** What a row is ordered by where its interval is drawn: what the point would have with the work of the city. */
const middleOf = ({ compared, figure }: RankedPoint): number | null => compared?.adjusted?.value ?? figure?.value ?? null;

/** The columns of the ranking of points. */
@Injectable({ providedIn: 'root' })
export class RankingColumns {
  private readonly about = inject(AboutPoint);
  private readonly columns = inject(Columns);
  private readonly cells = inject(FigureCells);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  of(input: RankingColumnsInput): readonly Column[] {
    const { metric, trends, city } = input;
    return [
      { ...this.columns.point<RankedPoint>(NAME, ({ point }) => point.code), width: 146 },
      this.interval(input),
      this.value(input),
      { ...this.about.trend<RankedPoint>(metric, trends, ({ point }) => point.code), isRoomy: true, width: 76 },
      this.count(city),
      this.places(),
      { ...this.about.peers<RankedPoint>(metric, ({ compared }) => compared), width: 130 },
      this.about.coverage<RankedPoint>(metric, { row: ({ figure }) => figure, city }),
      this.verdict(metric),
    ];
  }

  /** What the row says in words: what people lived, and what the point would have with the work of the city. */
  labelOf({ figure, compared }: RankedPoint, { unit }: CatalogMetric): string {
    if (figure === undefined) return this.words.say('reason.no_data');
    const adjusted = compared?.adjusted ?? null;
    const lived = this.formats.spelled(figure, unit);
    if (adjusted === null) return lived;
    const fair = `${this.formats.withUnit(adjusted.value, unit)} (${this.formats.interval(adjusted.interval, unit)})`;
    return `${lived}; ${this.words.say('flags.adjusted')}: ${fair}`;
  }

  private interval({ metric }: RankingColumnsInput): Column {
    return {
      id: INTERVAL,
      text: this.words.say('ranking.interval'),
      width: 118,
      isRoomy: true,
      isLargestFirst: metric.direction !== 'up',
      order: middleOf,
      cell: (row) => ({ text: this.labelOf(row, metric) }),
    };
  }

  private value({ metric, rows, city }: RankingColumnsInput): Column {
    const longest = Math.max(0, ...rows.map(({ figure }) => figure?.value ?? 0));
    return {
      id: VALUE,
      text: this.words.say('ranking.value'),
      about: this.words.label(metric.label),
      isNumber: true,
      isLargestFirst: metric.direction !== 'up',
      width: 82,
      order: ({ figure }) => figure?.value ?? null,
      cell: (row) => this.valueCell(row, metric, longest),
      ...(city === null ? {} : { total: this.cells.of(city, metric.unit) }),
    };
  }

  /** What is worse beyond chance carries the mark of an outlier. */
  private valueCell({ figure, isWorse, verdict }: RankedPoint, metric: CatalogMetric, longest: number): TableCell {
    const value = figure?.value ?? null;
    const cell = this.cells.of(figure, metric.unit, value === null || longest === 0 ? null : Math.max(0, value) / longest);
    if (cell.look !== 'plain' || !(isWorse || verdict === 'better')) return cell;
    return { ...cell, look: isWorse ? 'worse' : 'better', spoken: this.words.say(`verdict.${verdict}`) };
  }

  private count(city: Value | null): Column {
    const cell = (figure: Value | null | undefined): TableCell =>
      figure == null ? this.columns.unknown() : { text: this.formats.count(figure.n) };
    return {
      id: COUNT,
      text: 'n',
      about: this.words.say('explore.n_about'),
      isNumber: true,
      isLargestFirst: true,
      isRoomy: true,
      width: 72,
      order: ({ figure }) => figure?.n ?? null,
      cell: ({ figure }) => cell(figure),
      ...(city === null ? {} : { total: cell(city) }),
    };
  }

  private places(): Column {
    return {
      id: PLACES,
      text: this.words.say('flags.places'),
      isNumber: true,
      width: 96,
      order: ({ compared }) => compared?.rank?.best ?? null,
      cell: ({ compared }) => ({ text: placesOf(compared?.rank ?? null) ?? '–' }),
    };
  }

  private verdict({ direction }: CatalogMetric): Column {
    return {
      id: VERDICT,
      text: this.words.say('ranking.verdict'),
      width: 122,
      order: ({ verdict }) => VERDICTS.indexOf(verdict),
      then: [{ column: VALUE, isDescending: direction !== 'up' }],
      cell: ({ verdict, compared }) => {
        const places = placesOf(compared?.rank ?? null);
        const aside = places === null ? {} : { aside: this.words.say('ranking.places', { places }) };
        return { text: this.words.say(`verdict.${verdict}`), verdict, ...aside };
      },
    };
  }
}
