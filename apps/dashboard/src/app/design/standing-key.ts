import { ChangeDetectionStrategy, Component } from '@angular/core';
import { VERDICT_STATES } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { StandingMark } from './standing-mark';

/** What the marks of verdicts mean. */
@Component({
  selector: 'eh-standing-key',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [StandingMark, TranslocoPipe],
  template: `
    @for (state of states; track state) {
      <span><eh-standing-mark [state]="state" /> {{ 'standing.means_' + state | transloco }}</span>
    }
    <span><i></i> {{ 'standing.partial' | transloco }}</span>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 16px;
      color: var(--eh-ink-2);
      font-size: 12px;
    }
    span {
      display: inline-flex;
      gap: 6px;
      align-items: center;
    }
    i {
      width: 22px;
      height: 22px;
      border: 1.5px dashed var(--eh-ink-3);
      border-radius: 6px;
    }
  `,
})
export class StandingKey {
  protected readonly states = VERDICT_STATES;
}
