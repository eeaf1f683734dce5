import { Directive, inject, input, TemplateRef } from '@angular/core';

/** Draws something under the head of one column: `<ng-template ehHeadCell="interval">…</ng-template>` inside the table's element. */
@Directive({ selector: 'ng-template[ehHeadCell]' })
export class HeadCell {
  readonly ehHeadCell = input.required<string>();
  readonly template = inject<TemplateRef<unknown>>(TemplateRef);
}
