import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { homeOf } from '../../data/page-access';
import { Session } from '../../data/session';

/** What somebody sees whose role does not open a page. */
@Component({
  selector: 'eh-not-allowed-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, TranslocoPipe],
  template: `
    <h1 class="page-title">{{ 'not_allowed.title' | transloco }}</h1>
    <p class="page-about">{{ (hasRole() ? 'not_allowed.why' : 'not_allowed.no_role') | transloco }}</p>
    @if (hasHome()) {
      <a class="button" [routerLink]="home()">{{ 'not_allowed.home' | transloco }}</a>
    }
  `,
})
export class NotAllowedPage {
  private readonly state = inject(Session).state;
  protected readonly home = computed(() => homeOf(this.state()));
  protected readonly hasHome = computed(() => this.home() !== '/not-allowed');
  protected readonly hasRole = computed(() => (this.state()?.roles.length ?? 0) > 0);
}
