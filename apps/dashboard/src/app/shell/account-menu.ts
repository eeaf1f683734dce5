import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { SimulatedReader } from '@evenhand/contracts';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from '../data/session';
import { Icon } from '../design/icon';
import { Words } from '../i18n/words';

/** Who is signed in; signs out, and in the simulated city becomes another reader. */
@Component({
  selector: 'eh-account-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, RouterLink, TranslocoPipe],
  template: `
    @if (who(); as who) {
      <button type="button" id="account" class="icon-button" [cdkMenuTriggerFor]="menu" [attr.aria-label]="label()" [title]="label()">
        <eh-icon name="person" />
      </button>
      <ng-template #menu>
        <div class="menu" cdkMenu [attr.aria-label]="label()">
          <p class="who">
            {{ who.name }}<small>{{ roles() }}</small>
          </p>
          @for (reader of readers(); track reader) {
            <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="become(reader)">
              {{ 'account.see_as' | transloco: { reader: words.say('reader.' + reader) } }}
            </button>
          }
          @if (who.hasPassword) {
            <a id="own-account" class="menu-item" cdkMenuItem routerLink="/account">{{ 'account.change_password' | transloco }}</a>
          }
          <button type="button" id="sign-out" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="session.signOut()">
            {{ 'account.sign_out' | transloco }}
          </button>
        </div>
      </ng-template>
    }
  `,
  styles: `
    a.menu-item {
      color: inherit;
      text-decoration: none;
    }
    .who {
      padding: 6px 8px 8px;
      border-bottom: 1px solid var(--eh-line);
      margin-bottom: 4px;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    small {
      display: block;
      color: var(--eh-ink-3);
      font-size: 12px;
      font-weight: 400;
    }
  `,
})
export class AccountMenu {
  protected readonly session = inject(Session);
  protected readonly words = inject(Words);

  protected readonly who = computed(() => this.session.state()?.who ?? null);
  protected readonly readers = computed(() => this.session.state()?.readers ?? []);
  protected readonly roles = computed(() => {
    const roles = this.session.state()?.roles ?? [];
    return roles.length === 0 ? this.words.say('account.no_role') : roles.map((role) => this.words.say(`role.${role}`)).join(', ');
  });
  protected readonly label = computed(() => this.words.say('account.label', { name: this.who()?.name ?? '' }));

  protected async become(reader: SimulatedReader): Promise<void> {
    await this.session.asReader(reader, '/');
  }
}
