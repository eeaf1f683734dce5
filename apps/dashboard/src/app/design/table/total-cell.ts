import { Directive, inject, input, TemplateRef } from '@angular/core';

/** Draws the total of one column: `<ng-template ehTotalCell="2026-10-01">…</ng-template>` inside the table's element. */
@Directive({ selector: 'ng-template[ehTotalCell]' })
export class TotalCell {
  readonly ehTotalCell = input.required<string>();
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}
