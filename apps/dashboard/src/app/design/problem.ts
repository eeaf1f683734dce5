import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Problem as ProblemDetails } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Refusal } from './refusal';
import { STOPPED } from '../data/waiting';

const kindOf = (status: number): 'offline' | 'stopped' | 'not_allowed' | 'refused' | 'absent' | 'failed' =>
  status === STOPPED
    ? 'stopped'
    : status === 0
      ? 'offline'
      : status === 403
        ? 'not_allowed'
        : status === 404
          ? 'absent'
          : status < 500
            ? 'refused'
            : 'failed';

/** What went wrong, what can be done, and the number to give to whoever runs the server. */
@Component({
  selector: 'eh-problem',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Refusal, TranslocoPipe],
  host: { role: 'alert' },
  template: `
    <p class="what">{{ 'problem.' + kind() | transloco }}</p>
    @if (problem().detail !== '') {
      <p class="detail"><eh-refusal [problem]="problem()" /></p>
    }
    <p class="foot">
      <button type="button" class="button" (click)="retry.emit()">{{ 'problem.retry' | transloco }}</button>
      @if (problem().requestId !== '') {
        <span
          >{{ 'problem.reference' | transloco }} <code>{{ problem().requestId }}</code></span
        >
      }
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 6px;
      padding: 10px 0;
    }
    .what {
      font-weight: 600;
    }
    .detail {
      color: var(--eh-ink-2);
      font-size: 13px;
      overflow-wrap: anywhere;
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 14px;
      align-items: center;
      color: var(--eh-ink-3);
      font-size: 12px;
    }
    code {
      overflow-wrap: anywhere;
    }
  `,
})
export class Problem {
  readonly problem = input.required<ProblemDetails>();
  readonly retry = output();
  protected readonly kind = computed(() => kindOf(this.problem().status));
}
