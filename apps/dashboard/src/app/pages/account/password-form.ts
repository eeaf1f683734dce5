import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { Problem } from '@evenhand/contracts';
import { SHORTEST_PASSWORD } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../../data/session';
import { TextField } from '../../design/text-field';
import { Words } from '../../i18n/words';

/** Changes the password by which somebody signs in. */
@Component({
  selector: 'eh-password-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TextField, TranslocoPipe],
  template: `
    <form id="password" (submit)="change($event)" [attr.aria-busy]="isSending()">
      <eh-text-field
        [label]="'account.password_so_far' | transloco"
        name="current-password"
        type="password"
        autocomplete="current-password"
        [most]="200"
        [(value)]="current"
      />
      <eh-text-field
        [label]="'join.password' | transloco"
        [hint]="'join.password_hint' | transloco: { least: shortest }"
        name="new-password"
        type="password"
        autocomplete="new-password"
        [least]="shortest"
        [most]="200"
        [(value)]="password"
      />
      @if (trouble() !== '') {
        <p class="trouble" role="alert">{{ trouble() }}</p>
      } @else if (isDone()) {
        <p class="done" role="status">{{ 'account.password_changed' | transloco }}</p>
      }
      <button type="submit" class="button" [disabled]="isSending()">{{ 'account.change_password' | transloco }}</button>
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 12px;
      justify-items: start;
      max-width: 420px;
    }
    eh-text-field {
      width: 100%;
    }
    .trouble {
      color: var(--eh-worse-text);
      font-weight: 500;
    }
    .done {
      color: var(--eh-ink);
      font-weight: 500;
    }
  `,
})
export class PasswordForm {
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  protected readonly shortest = SHORTEST_PASSWORD;
  protected readonly current = signal('');
  protected readonly password = signal('');
  protected readonly isSending = signal(false);
  protected readonly isDone = signal(false);
  private readonly problem = signal<Problem | null>(null);

  protected readonly trouble = computed(() => {
    const problem = this.problem();
    if (problem === null) return '';
    if (problem.status === 0) return this.words.say('problem.offline');
    if (problem.status === 429) return this.words.say('sign_in.too_many_attempts');
    return problem.field === 'current' ? this.words.say('account.wrong_password') : this.words.say('account.other_password');
  });

  protected async change(event: Event): Promise<void> {
    event.preventDefault();
    this.isSending.set(true);
    this.problem.set(await this.session.changePassword(this.current(), this.password()));
    this.isDone.set(this.problem() === null);
    this.current.set('');
    if (this.isDone()) this.password.set('');
    this.isSending.set(false);
  }
}
