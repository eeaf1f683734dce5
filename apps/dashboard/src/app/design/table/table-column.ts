import type { Params } from '@angular/router';
import type { Series } from '@evenhand/charts';
import type { Sort } from '../../format/sort';
import type { Verdict } from '../../data/verdict';

/** How a cell stands out; each look has a mark beside its colour. */
export type CellLook = 'plain' | 'none' | 'worse' | 'better' | 'partial' | 'unknown' | 'suppressed';

/** The last buckets of a figure as a small line. */
export interface CellTrend {
  readonly series: Series;
  /** True where the last bucket is still filling. */
  readonly isLastPartial: boolean;
  readonly standard: number | null;
  /** What the line says, for those who do not see it. */
  readonly label: string;
}

/** What one cell shows. Texts are inert: they never reach the page as HTML. */
export interface TableCell {
  readonly text: string;
  /** More words on hover. */
  readonly title?: string | undefined;
  readonly look?: CellLook | undefined;
  /** What only a screen reader says after the text. */
  readonly spoken?: string | undefined;
  /** Length of the bar behind the text, 0…1. */
  readonly bar?: number | null | undefined;
  /** Shown as its tag instead of the text. */
  readonly verdict?: Verdict | undefined;
  /** Drawn instead of the text, which stands for it where nothing can be drawn. */
  readonly trend?: CellTrend | undefined;
  /** The text as a state in a word: quiet, or one that somebody has to look at. */
  readonly tag?: 'quiet' | 'late' | undefined;
  /** A smaller line under the text. */
  readonly aside?: string | undefined;
  readonly link?: { readonly to: readonly string[]; readonly query: Params } | undefined;
}

/** A column: what it is called, what it sorts by and what it shows of a row. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly text: string;
  /** What the figure means, on hover. */
  readonly about?: string | undefined;
  /** A smaller line under the head. */
  readonly note?: string | undefined;
  readonly isNumber?: boolean | undefined;
  /** True where the first click shows the largest first. */
  readonly isLargestFirst?: boolean | undefined;
  /** Left out where the table has no room for it, unless the reader chose columns. */
  readonly isRoomy?: boolean | undefined;
  /** In pixels; what is left over is shared out. */
  readonly width?: number | undefined;
  /** What to sort by; `null` comes last either way. Left out where rows cannot be held against one another. */
  readonly order?: ((row: Row) => string | number | null) | undefined;
  /** How equals of this column are sorted, unless the reader chose. */
  readonly then?: readonly Sort[] | undefined;
  readonly cell: (row: Row) => TableCell;
  /** The figure of all, worked out from its parts, never by adding the column up. */
  readonly total?: TableCell | undefined;
}
