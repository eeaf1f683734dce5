import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { administration } from '../../data/administration';
import { AccountsPanel } from './accounts-panel';
import { InvitePanel } from './invite-panel';
import { TokensPanel } from './tokens-panel';

/** Who may sign in, what they may, and which machines may ask. */
@Component({
  selector: 'eh-administration-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [AccountsPanel, InvitePanel, TokensPanel, TranslocoPipe],
  template: `
    <h1 class="page-title">{{ 'administration.title' | transloco }}</h1>
    <p class="page-about">{{ 'administration.about' | transloco }}</p>
    <div class="page-grid">
      <eh-accounts-panel class="full" [administration]="administration" />
      <eh-invite-panel class="half" [administration]="administration" />
      <eh-tokens-panel class="half" [administration]="administration" />
    </div>
  `,
})
export class AdministrationPage {
  protected readonly administration = administration();
}
