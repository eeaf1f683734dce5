import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  contentChildren,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { HoverLink, Sparkline } from '@evenhand/charts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Formats } from '../../format/formats';
import { ariaSort, type Sort } from '../../format/sort';
import { Words } from '../../i18n/words';
import { DensityChoice } from '../../preferences/density-choice';
import { Icon } from '../icon';
import type { TablePart } from '../twin-table';
import { VerdictTag } from '../verdict-tag';
import { chosenFirst, foundRows, pinnedFirst, sortedRows } from './arranged-rows';
import { BesidePanel } from './beside-panel';
import { ColumnCell } from './column-cell';
import { ColumnHead } from './column-head';
import { fittingColumns, sheetColumns, widthsOf } from './fitting-columns';
import { GridKeys } from './grid-keys';
import { HeadCell } from './head-cell';
import { PanelTables } from './panel-tables';
import { isShort, rowWindow } from './row-window';
import type { TableColumn } from './table-column';
import { tableFile } from './table-file';
import { type OfferedColumn, TableMenu } from './table-menu';
import { MOST_PINNED, type TableState } from './table-state';
import { boxView } from './table-view';
import { TotalCell } from './total-cell';

const PIN_WIDTH = 36;
const COMPACT = 34;
const [FIRST_WIDTH, NARROW_FIRST_WIDTH, NARROW] = [216, 150, 560];
/** So few rows need neither a search nor a choice of columns. */
const FEW = 8;
const NOT_IN_ROW = 'a, button, input, summary';

/**
 * The one table of the product: sorts by any column, searches without diacritics, pins rows and holds them side by side, draws
 * only the rows in view. Its first column names the row and stays in sight.
 */
@Component({
  selector: 'eh-data-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BesidePanel, ColumnHead, GridKeys, Icon, NgTemplateOutlet, RouterLink, Sparkline, TableMenu, TranslocoPipe, VerdictTag],
  templateUrl: './data-table.html',
  styleUrl: './data-table.css',
})
export class DataTable<Row extends object> {
  /** What the table is, for those who cannot see it; also its id. */
  readonly name = input.required<string>();
  readonly key = input.required<string>();
  /** All columns in reading order; the first names the row. Which of them show is up to the state. */
  readonly columns = input.required<readonly TableColumn<Row>[]>();
  /** Rows in the order in which equals stand. */
  readonly rows = input.required<readonly Row[]>();
  readonly state = input.required<TableState>();
  readonly idOf = input.required<(row: Row) => string>();
  /** What is searched; without it nothing can be. */
  readonly textOf = input<((row: Row) => string) | null>(null);
  readonly searchText = input('');
  /** The columns that can be chosen, where there are more than `columns` holds. */
  readonly offered = input<readonly OfferedColumn[] | null>(null);
  readonly hasPins = input(true);
  /** What the totals are of; the whole city unless it is said. */
  readonly totalText = input('');
  /** Rows there are on all pages, where these are one page of them. */
  readonly total = input<number | null>(null);
  /** The most height of the box in pixels; the screen's unless it is said. */
  readonly height = input<number | null>(null);
  /** True for a list of a few rows that is read from end to end: it stands in full, however high its rows are. */
  readonly isWhole = input(false);
  /** The row that the page is about: it stands first and is marked. */
  readonly chosen = input<string | null>(null);
  /** True for a table beside or in place of a drawing: its rows stand as close as they can be read. */
  readonly isCompact = input(false);
  /** True where a click anywhere in a row does what its name does. */
  readonly opensRows = input(false);
  /** True where rows are places: what is pointed at here is marked on the drawings of the page, and the other way round. */
  readonly isOfPlaces = input(false);
  readonly opened = output<string>();

  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly density = inject(DensityChoice);
  private readonly link = inject(HoverLink);
  private readonly drawn = contentChildren(ColumnCell);
  private readonly drawnHeads = contentChildren(HeadCell);
  private readonly drawnTotals = contentChildren(TotalCell);
  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');
  private readonly view = boxView(this.box, () => this.rowHeight());

  private readonly isNarrow = computed(() => this.view.width() > 0 && this.view.width() < NARROW);
  protected readonly ariaSort = ariaSort;
  protected readonly rowHeight = computed(() =>
    this.isCompact() ? Math.min(COMPACT, this.density.rowHeight()) : this.density.rowHeight(),
  );
  protected readonly isDense = computed(() => this.isCompact() || this.density.density() === 'dense');
  /** `aria-sort` names one column only: the first. */
  protected readonly first = computed<Sort>(() => this.state().sorts()[0] ?? { column: '', isDescending: false });
  protected readonly shown = computed(() => {
    const ids = this.state().shown();
    const [columns, width] = [this.columns().filter(({ id }) => ids.includes(id)), this.view.width()];
    if (this.view.isPrinting()) return sheetColumns(columns, this.firstWidth());
    if (width === 0 || this.state().isChosen()) return columns;
    return fittingColumns(columns, { width: width - this.pinsWidth(), first: this.firstWidth() });
  });
  protected readonly choices = computed<readonly OfferedColumn[]>(() => {
    const ids = this.state().shown();
    const own = this.columns().slice(1);
    return this.offered() ?? (own.length < 2 ? [] : own.map(({ id, text }) => ({ id, text, isShown: ids.includes(id) })));
  });
  /** True where there is no room for some columns: the reader may want others. */
  private readonly isShortened = computed(() => this.shown().length < this.state().shown().length && !this.view.isPrinting());
  protected readonly hasTools = computed(
    () =>
      (this.textOf() !== null && this.rows().length > FEW) || this.state().typed() !== '' || this.state().isChosen() || this.isShortened(),
  );
  protected readonly templates = computed(() => new Map(this.drawn().map((cell) => [cell.ehColumnCell(), cell.template])));
  protected readonly heads = computed(() => new Map(this.drawnHeads().map((head) => [head.ehHeadCell(), head.template])));
  protected readonly totals = computed(() => new Map(this.drawnTotals().map((cell) => [cell.ehTotalCell(), cell.template])));
  protected readonly hasTotal = computed(() => this.shown().some(({ total }) => total !== undefined));

  private readonly found = computed(() => {
    const textOf = this.textOf();
    return textOf === null ? this.rows() : foundRows(this.rows(), this.state().typed(), textOf);
  });
  private readonly sorted = computed(() => sortedRows(this.found(), this.columns(), this.state().sorts()));
  /** What is pinned stays in sight while others are searched for. */
  private readonly pinned = computed(() => pinnedFirst(this.rows(), this.state().pinned(), this.idOf()).pinned);
  private readonly arranged = computed(() => {
    const { rest } = pinnedFirst(this.sorted(), this.state().pinned(), this.idOf());
    return [...this.pinned(), ...chosenFirst(rest, this.chosen(), this.idOf())];
  });

  protected readonly headRows = computed(() => (this.hasTotal() ? 2 : 1));
  protected readonly rowCount = computed(() => this.arranged().length + this.headRows());
  private readonly window = computed(() => {
    const count = this.arranged().length;
    if (this.view.isPrinting()) return { first: 0, end: count };
    return rowWindow(count, { scrolled: this.view.scrolled(), height: this.view.height(), rowHeight: this.rowHeight() });
  });
  protected readonly above = computed(() => this.window().first * this.rowHeight());
  protected readonly below = computed(() => (this.arranged().length - this.window().end) * this.rowHeight());
  protected readonly lines = computed(() => {
    const { first, end } = this.window();
    const [columns, pins] = [this.shown(), this.state().pinned()];
    return this.arranged()
      .slice(first, end)
      .map((row, index) => {
        const id = this.idOf()(row);
        return {
          id,
          row,
          place: first + index + this.headRows() + 1,
          isPinned: pins.includes(id),
          isChosen: id === this.chosen(),
          cells: columns.map((column) => ({ column, cell: column.cell(row), template: this.templates().get(column.id) ?? null })),
        };
      });
  });

  protected readonly totalName = computed(() => (this.totalText() === '' ? this.words.say('points.whole_city') : this.totalText()));
  private readonly all = computed(() => this.total() ?? this.rows().length);
  private readonly part = computed<TablePart | undefined>(() => {
    const [shown, total] = [this.arranged().length, this.all()];
    return shown < total ? { shown, total } : undefined;
  });
  private readonly file = computed(() => ({
    ...tableFile({ columns: this.shown(), rows: this.arranged(), totalText: this.totalName() }),
    part: this.part(),
  }));
  /** What a sheet of paper leaves out: rows of other pages and of a search, columns for which it has no room. */
  protected readonly leftOut = computed(() => {
    if (!this.view.isPrinting()) return '';
    const [part, columns, all] = [this.part(), this.shown().length, this.state().shown().length];
    const said = [
      ...(part === undefined ? [] : [this.words.say('table.part', this.counts(part))]),
      ...(columns < all ? [this.words.say('table.part_columns', this.counts({ shown: columns, total: all }))] : []),
    ];
    return said.join(' ');
  });

  protected readonly firstWidth = computed(() => {
    const own = this.columns()[0]?.width ?? FIRST_WIDTH;
    return this.isNarrow() ? Math.min(own, NARROW_FIRST_WIDTH) : own;
  });
  protected readonly widths = computed(() => widthsOf(this.shown(), this.firstWidth()));
  protected readonly least = computed(() => this.widths().reduce((sum, width) => sum + width, this.pinsWidth()));
  /** A cell that spans more would make a column of its own. */
  protected readonly cellsInRow = computed(() => this.widths().length + (this.hasPins() ? 1 : 0));
  protected readonly pinsWidth = computed(() => (this.hasPins() ? PIN_WIDTH : 0));
  /** Rows that are all drawn may be as high as their words ask for. */
  protected readonly isShort = computed(() => isShort(this.arranged().length));

  protected readonly counted = computed(() =>
    this.words.say('table.counted', { shown: this.formats.number(this.found().length), all: this.formats.number(this.all()) }),
  );
  protected readonly isFull = computed(() => this.state().pinned().length >= MOST_PINNED);
  protected readonly besideText = computed(() => this.words.say('table.pinned', { count: this.pinned().length, most: MOST_PINNED }));
  protected readonly besideRows = computed(() =>
    this.pinned().map((row) => {
      const [name, ...cells] = this.shown().map((column) => column.cell(row));
      return { id: this.idOf()(row), name: name ?? { text: '' }, cells };
    }),
  );
  protected readonly besideColumns = computed(() =>
    this.shown()
      .slice(1)
      .map(({ id, text, total }) => ({ id, text, total: total ?? null })),
  );

  constructor() {
    const tables = inject(PanelTables, { optional: true });
    const table = { name: this.name, twin: () => this.file() };
    inject(DestroyRef).onDestroy(() => {
      tables?.remove(table);
      this.link.leave(this);
    });
    // A card learns of its tables once they stand: while they are being made its own menu has been drawn.
    afterNextRender(() => tables?.add(table));
  }

  /** The row that another drawing of the page points at. */
  protected readonly pointed = computed(() => {
    const pointed = this.isOfPlaces() ? this.link.pointed() : null;
    return pointed?.what === 'place' && pointed.by !== this ? pointed.key : null;
  });

  protected point(id: string | null): void {
    if (!this.isOfPlaces()) return;
    if (id === null) this.link.leave(this);
    else this.link.point({ what: 'place', key: id, by: this });
  }

  protected search(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.state().search(event.target.value);
  }

  protected open(id: string, { target }: Event): void {
    if (this.opensRows() && target instanceof Element && target.closest(NOT_IN_ROW) === null) this.opened.emit(id);
  }

  private readonly counts = ({ shown, total }: TablePart) => ({ shown: this.formats.number(shown), total: this.formats.number(total) });

  /** Draws a row that a key leads to. */
  protected bring(place: number): void {
    this.view.scrollTo(Math.max(0, (place - this.headRows() - 1) * this.rowHeight()));
  }
}
