import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { VerdictState } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { StandingMark } from './standing-mark';

/** What a standard comes to, in words beside its mark. */
@Component({
  selector: 'eh-standing-tag',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [StandingMark, TranslocoPipe],
  template: `<eh-standing-mark [state]="state()" /> <span>{{ 'standing.' + state() | transloco }}</span>`,
  styles: `
    :host {
      display: inline-flex;
      gap: 7px;
      align-items: center;
    }
    span {
      font-weight: 600;
      white-space: nowrap;
    }
  `,
})
export class StandingTag {
  readonly state = input.required<VerdictState>();
}
