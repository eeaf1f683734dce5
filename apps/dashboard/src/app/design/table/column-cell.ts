import { Directive, inject, input, TemplateRef } from '@angular/core';

/** Draws the cells of one column: `<ng-template ehColumnCell="wait" let-row>…</ng-template>` inside the table's element. */
@Directive({ selector: 'ng-template[ehColumnCell]' })
export class ColumnCell {
  readonly ehColumnCell = input.required<string>();
  readonly template = inject<TemplateRef<{ readonly $implicit: unknown }>>(TemplateRef);
}
