import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../../data/session';
import { Words } from '../../i18n/words';
import { PasswordForm } from './password-form';

/** Who is signed in, what they are in the city, and their password. */
@Component({
  selector: 'eh-account-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PasswordForm, TranslocoPipe],
  template: `
    <h1 class="page-title">{{ 'account.title' | transloco }}</h1>
    <p class="page-about">
      <b>{{ who()?.name }}</b> – {{ roles() }}
    </p>
    <section class="card" aria-labelledby="password-title">
      <h2 id="password-title">{{ 'account.change_password' | transloco }}</h2>
      @if (who()?.hasPassword) {
        <p class="hint">{{ 'account.password_note' | transloco }}</p>
        <eh-password-form />
      } @else {
        <p class="hint">{{ 'account.no_password' | transloco }}</p>
      }
    </section>
  `,
  styles: `
    b {
      overflow-wrap: anywhere;
    }
    section {
      padding: 16px 18px;
      border: 1px solid var(--eh-line);
      border-radius: var(--eh-radius);
      background: var(--eh-surface);
    }
    h2 {
      font-size: 16px;
      font-weight: 600;
    }
    .hint {
      margin: 4px 0 14px;
      color: var(--eh-ink-2);
    }
  `,
})
export class AccountPage {
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  protected readonly who = computed(() => this.session.state()?.who ?? null);
  protected readonly roles = computed(() => {
    const roles = this.session.state()?.roles ?? [];
    return roles.length === 0 ? this.words.say('account.no_role') : roles.map((role) => this.words.say(`role.${role}`)).join(', ');
  });
}
