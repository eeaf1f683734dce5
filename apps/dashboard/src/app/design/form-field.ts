import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Problem } from '@evenhand/contracts';

/** A named control, with the server's sentence under it when it was what the server refused. */
@Component({
  selector: 'eh-form-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label class="label" [for]="control()">{{ label() }}</label>
    <span class="field"><ng-content /></span>
    @if (refused()) {
      <p class="wrong" role="alert" lang="en">{{ refused() }}</p>
    }
  `,
  host: { '[class.is-wrong]': "refused() !== ''" },
  styleUrl: './fields.css',
})
export class FormField {
  readonly label = input.required<string>();
  /** Id of the control inside. */
  readonly control = input.required<string>();
  /** What the server calls it. */
  readonly name = input.required<string>();
  /** What came of the last request. */
  readonly problem = input<Problem | null>(null);

  protected readonly refused = computed(() => {
    const problem = this.problem();
    return problem !== null && problem.field === this.name() ? problem.detail : '';
  });
}
