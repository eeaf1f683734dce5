import { afterEveryRender, Directive, ElementRef, inject, input, output } from '@angular/core';

interface Place {
  /** As `aria-rowindex` says it: the head is 1. */
  readonly row: number;
  readonly column: number;
}

const PAGE = 10;
const WIDGET = 'a, button, input, select, summary';
/** Keys mean something else where something is typed or chosen. */
const TYPED = 'input, select, textarea';

/** What the tab key stops at in a cell: all that can be pressed in it, or the cell itself. */
function widgetsIn(cell: HTMLElement): readonly HTMLElement[] {
  const widgets = [...cell.querySelectorAll<HTMLElement>(WIDGET)];
  return widgets.length === 0 ? [cell] : widgets;
}

/** Where a key leads; `null` for keys that lead nowhere. */
export function placeAfter(key: string, { row, column }: Place, size: Place, isFar: boolean): Place | null {
  const rows = (by: number): Place => ({ row: Math.min(size.row, Math.max(1, row + by)), column });
  const columns = (by: number): Place => ({ row, column: Math.min(size.column - 1, Math.max(0, column + by)) });
  switch (key) {
    case 'ArrowDown':
      return rows(1);
    case 'ArrowUp':
      return rows(-1);
    case 'ArrowRight':
      return columns(1);
    case 'ArrowLeft':
      return columns(-1);
    case 'PageDown':
      return rows(PAGE);
    case 'PageUp':
      return rows(-PAGE);
    case 'Home':
      return { row: isFar ? 1 : row, column: 0 };
    case 'End':
      return { row: isFar ? size.row : row, column: size.column - 1 };
    default:
      return null;
  }
}

/**
 * The keys of a grid: one stop of the tab key, arrows from cell to cell. A cell with links or buttons in it hands the focus to
 * the first of them. Rows carry `aria-rowindex`; those that are not drawn are asked for.
 */
@Directive({
  selector: 'table[ehGridKeys]',
  host: { role: 'grid', '(keydown)': 'move($event)', '(focusin)': 'follow($event)' },
})
export class GridKeys {
  /** Rows there are, with the head. */
  readonly rowCount = input.required<number>();
  /** A row that is not drawn and should be, by its `aria-rowindex`. */
  readonly wanted = output<number>();

  private readonly table = inject<ElementRef<HTMLTableElement>>(ElementRef).nativeElement;
  private at: Place = { row: 1, column: 0 };
  private isWaiting = false;

  constructor() {
    afterEveryRender({ write: () => this.mark() });
  }

  protected move(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || (event.target instanceof Element && event.target.matches(TYPED))) return;
    const size = { row: this.rowCount(), column: this.cellsOf(1).length };
    const place = placeAfter(event.key, this.at, size, event.ctrlKey);
    if (place === null) return;
    event.preventDefault();
    this.at = place;
    this.isWaiting = true;
    if (this.cellsOf(place.row).length === 0) this.wanted.emit(place.row);
    this.mark();
  }

  protected follow(event: FocusEvent): void {
    const cell = event.target instanceof Element ? event.target.closest('td, th') : null;
    const row = cell?.parentElement;
    if (!(row instanceof HTMLTableRowElement) || cell === null) return;
    this.at = { row: Number(row.getAttribute('aria-rowindex')), column: [...row.cells].findIndex((one) => one === cell) };
    this.mark();
  }

  private cellsOf(row: number): readonly HTMLTableCellElement[] {
    return [...(this.table.querySelector<HTMLTableRowElement>(`tr[aria-rowindex="${row}"]`)?.cells ?? [])];
  }

  /** Leaves one stop for the tab key, and takes the focus along where keys have asked for a cell. */
  private mark(): void {
    const there = this.cellsOf(this.at.row)[this.at.column];
    const cell = there ?? this.cellsOf(1)[0];
    if (cell === undefined) return;
    const widgets = widgetsIn(cell);
    // Only what differs is written: this runs after every render.
    for (const stop of this.table.querySelectorAll<HTMLElement>(`${WIDGET}, [tabindex="0"]`)) {
      if (!widgets.includes(stop) && stop.tabIndex !== -1) stop.tabIndex = -1;
    }
    for (const widget of widgets) if (widget.tabIndex !== 0) widget.tabIndex = 0;
    if (!this.isWaiting || there === undefined) return;
    this.isWaiting = false;
    widgets[0]?.focus();
  }
}
