import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Problem } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../../data/session';
import { RegisterChanges } from '../../data/register-changes';

const NOT_ALLOWED = 401;

/** Where whoever runs the city proves it, before a change; what was typed holds for the whole page. */
@Component({
  selector: 'eh-owner-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    @if (isNeeded()) {
      <label>
        <span class="label">{{ 'owner.token' | transloco }}</span>
        <span class="field">
          <input
            type="password"
            name="token"
            autocomplete="off"
            [value]="changes.token()"
            [attr.aria-invalid]="isRefused()"
            (input)="changes.token.set($any($event.target).value.trim())"
          />
        </span>
        <span class="hint">{{ 'owner.hint' | transloco }}</span>
      </label>
    }
    @if (isRefused()) {
      <p class="wrong" role="alert">{{ 'owner.refused' | transloco }}</p>
    }
  `,
  styleUrl: '../../design/fields.css',
})
export class OwnerField {
  protected readonly changes = inject(RegisterChanges);
  private readonly session = inject(Session);

  /** An account that may change rules needs no token. */
  protected readonly isNeeded = computed(() => this.session.state() === null || !this.session.may('set_rules'));

  /** What came of the last request. */
  readonly problem = input<Problem | null>(null);
  protected readonly isRefused = computed(() => this.problem()?.status === NOT_ALLOWED);
}
