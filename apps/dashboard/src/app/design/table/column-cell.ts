import { Directive, inject, input, TemplateRef } from '@angular/core';

interface Context<Row> {
  readonly $implicit: Row;
}

/**
 * Draws the cells of one column: `<ng-template ehColumnCell="wait" [ehColumnCellOf]="rows()" let-row>…</ng-template>` inside the
 * table's element.
 */
@Directive({ selector: 'ng-template[ehColumnCell]' })
export class ColumnCell<Row> {
  readonly ehColumnCell = input.required<string>();
  /** The rows of the table: they say what `row` is. */
  readonly ehColumnCellOf = input<readonly Row[]>([]);
  readonly template = inject<TemplateRef<Context<Row>>>(TemplateRef);

  /** Read by the template compiler only. */
  static ngTemplateContextGuard<Row>(cell: ColumnCell<Row>, context: unknown): context is Context<Row> {
    return cell.template !== context;
  }
}
