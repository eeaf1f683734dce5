import { inject, Injectable } from '@angular/core';
import type { Against, ComparedWith, Interval, Value } from '@evenhand/domain';
import type { CatalogMetric } from '../../data/city-facts';
import { casesBehind } from '../../data/cases-behind';
import { Filters } from '../../data/filters';
import { filterTexts } from '../../data/rows-behind';
import { FigureCells } from '../../design/table/figure-cells';
import type { CellLook, TableCell, TableColumn } from '../../design/table/table-column';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import type { ExploreChoice } from './explore-choice';
import { type ExploreRow, sideOf } from './explore-rows';

export const NAME = 'name';
/** Columns beside the name, in reading order. */
export const COLUMNS = ['value', 'n', 'interval', 'against', 'difference', 'coverage', 'explain'] as const;

export interface ExploreColumnsInput {
  readonly choice: ExploreChoice;
  readonly rows: readonly ExploreRow[];
  /** The figure of all that was asked about; `null` while it is not known. */
  readonly total: Value | null;
  readonly nameText: string;
  /** Buckets and half-hours stand in the order of time, not of the alphabet. */
  readonly isInTime: boolean;
}

/** The columns of what was explored. */
@Injectable({ providedIn: 'root' })
export class ExploreColumns {
  private readonly cells = inject(FigureCells);
  private readonly formats = inject(Formats);
  private readonly filters = inject(Filters);
  private readonly words = inject(Words);

  of(input: ExploreColumnsInput): readonly TableColumn<ExploreRow>[] {
    const { choice } = input;
    const { against } = choice;
    return [
      {
        id: NAME,
        text: input.nameText,
        order: ({ key, name }) => (input.isInTime ? key : name),
        cell: ({ name, key }) => ({ text: name, title: name === key ? name : `${name} · ${key}` }),
      },
      this.value(input),
      this.count(input),
      this.interval(input),
      ...(against === null ? [] : [this.against(against, input), this.difference(against, input)]),
      this.coverage(input),
      { id: 'explain', text: this.words.say('explore.explain'), width: 96, order: () => null, cell: () => ({ text: '' }) },
    ];
  }

  /** Where the cases behind a figure are listed. */
  rowsLink(row: Pick<ExploreRow, 'where' | 'figure'>, { metric, where }: ExploreChoice): NonNullable<TableCell['link']> {
    const part = row.figure.cases === null || metric.direction === 'up' ? 'n' : 'cases';
    const texts = [...filterTexts(where), ...(row.where === '' ? [] : [row.where])];
    return { to: ['/rows'], query: { ...this.filters.carried(), metric: metric.id, part, where: texts } };
  }

  /** A difference in words: `+1,2 điểm %`, `−3,4 phút`. */
  differenceText(difference: number, { unit }: Pick<CatalogMetric, 'unit'>): string {
    const amount = Math.abs(difference);
    const text =
      unit === 'share'
        ? this.words.say('change.points', { number: this.formats.number(amount * 100, 1) })
        : this.formats.withUnit(amount, unit);
    return `${difference > 0 ? '+' : difference < 0 ? '−' : ''}${text}`;
  }

  private value({ choice, rows, total }: ExploreColumnsInput): TableColumn<ExploreRow> {
    const { metric } = choice;
    const longest = Math.max(0, ...rows.map(({ figure }) => figure.value ?? 0));
    return {
      id: 'value',
      text: this.words.label(metric.label),
      about: this.words.label(metric.description),
      isNumber: true,
      isLargestFirst: true,
      width: 128,
      order: ({ figure }) => figure.value,
      cell: (row) => {
        const value = row.figure.value;
        const cell = this.cells.of(row.figure, metric.unit, value === null || longest === 0 ? null : Math.max(0, value) / longest);
        return value === null ? cell : { ...cell, link: this.rowsLink(row, choice) };
      },
      ...(total === null ? {} : { total: this.cells.of(total, metric.unit) }),
    };
  }

  private count({ total }: ExploreColumnsInput): TableColumn<ExploreRow> {
    return {
      id: 'n',
      text: 'n',
      about: this.words.say('explore.n_about'),
      isNumber: true,
      isLargestFirst: true,
      width: 96,
      order: ({ figure }) => figure.n,
      cell: ({ figure }) => ({ text: this.formats.count(figure.n) }),
      ...(total === null ? {} : { total: { text: this.formats.number(casesBehind(total)) } }),
    };
  }

  private interval({ choice: { metric }, total }: ExploreColumnsInput): TableColumn<ExploreRow> {
    const text = (interval: Interval | null): string => (interval === null ? '–' : this.formats.interval(interval, metric.unit));
    return {
      id: 'interval',
      text: this.words.say('ranking.interval'),
      isNumber: true,
      width: 140,
      order: ({ figure }) => (figure.interval === null ? null : figure.interval.high - figure.interval.low),
      cell: ({ figure }) => ({ text: text(figure.interval) }),
      ...(total === null ? {} : { total: { text: text(total.interval) } }),
    };
  }

  private against(against: ComparedWith, { choice: { metric }, total }: ExploreColumnsInput): TableColumn<ExploreRow> {
    const heldOf = ({ figure }: ExploreRow): Against | undefined => figure.against?.[against];
    return {
      id: 'against',
      text: this.words.say(`explore.against_${against}`),
      isNumber: true,
      isLargestFirst: true,
      order: (row) => heldOf(row)?.value.value ?? null,
      cell: (row) => {
        const held = heldOf(row);
        const cell = this.cells.of(held?.value, metric.unit);
        return held === undefined ? cell : { ...cell, title: `${this.formats.range(held.range)}: ${cell.title ?? ''}` };
      },
      ...(total?.against?.[against] === undefined ? {} : { total: this.cells.of(total.against[against].value, metric.unit) }),
    };
  }

  private difference(against: ComparedWith, { choice: { metric }, total }: ExploreColumnsInput): TableColumn<ExploreRow> {
    return {
      id: 'difference',
      text: this.words.say('explore.difference'),
      about: this.words.say('explore.difference_about'),
      isNumber: true,
      isLargestFirst: metric.direction !== 'up',
      width: 140,
      order: ({ figure }) => figure.against?.[against]?.difference ?? null,
      cell: ({ figure }) => this.differenceCell(figure, against, metric),
      ...(total?.against?.[against] === undefined ? {} : { total: this.differenceCell(total, against, metric) }),
    };
  }

  private differenceCell(figure: Value, against: ComparedWith, metric: CatalogMetric): TableCell {
    const held = figure.against?.[against];
    if (held?.difference == null) return { text: '–', look: 'unknown', title: this.words.say('explore.no_difference') };
    const side = sideOf(figure, against);
    const look: CellLook =
      side === 0 || metric.direction === 'none' ? 'plain' : (side === 1) === (metric.direction === 'up') ? 'better' : 'worse';
    const spoken = this.words.say(`explore.look_${side === 0 ? 'within' : look === 'plain' ? 'beyond' : look}`);
    return { text: this.differenceText(held.difference, metric), look, spoken, title: spoken };
  }

  private coverage({ total }: ExploreColumnsInput): TableColumn<ExploreRow> {
    const text = (figure: Value): string => (figure.coverage === null ? '–' : this.formats.share(figure.coverage, 0));
    return {
      id: 'coverage',
      text: this.words.say('points.coverage'),
      about: this.words.say('points.coverage_about'),
      isNumber: true,
      width: 104,
      order: ({ figure }) => figure.coverage,
      cell: ({ figure }) => ({ text: text(figure) }),
      ...(total === null ? {} : { total: { text: text(total) } }),
    };
  }
}
