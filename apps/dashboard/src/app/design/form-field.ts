import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Problem } from '@evenhand/contracts';
import { Refusal } from './refusal';

/** A named control, with why under it when it was what the server refused. */
@Component({
  selector: 'eh-form-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Refusal],
  template: `
    <label class="label" [for]="control()">{{ label() }}</label>
    <span class="field"><ng-content /></span>
    @if (refused(); as problem) {
      <p class="wrong" role="alert"><eh-refusal [problem]="problem" /></p>
    }
  `,
  host: { '[class.is-wrong]': 'refused() !== null' },
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
    return problem !== null && problem.field === this.name() ? problem : null;
  });
}
