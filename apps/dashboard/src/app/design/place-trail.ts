import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../data/city-facts';
import { Filters } from '../data/filters';
import { mayOpen } from '../data/page-access';
import { Session } from '../data/session';
import { ScopeName } from '../format/scope-name';

/** Where a page stands in the city: city › branch › point › what is shown. Steps that the reader may not open are words. */
@Component({
  selector: 'eh-place-trail',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, TranslocoPipe],
  template: `
    <nav class="trail" [attr.aria-label]="'shell.trail' | transloco">
      @if (isCityOpen()) {
        <a routerLink="/city" [queryParams]="carried()">{{ scope.name() }}</a>
      } @else {
        <span>{{ scope.name() }}</span>
      }
      @if (branch(); as branch) {
        › <a routerLink="/points" [queryParams]="ofBranch()">{{ branch.name }}</a>
      }
      @if (place(); as place) {
        › <a [routerLink]="['/points', place.code]" [queryParams]="carried()">{{ place.name }}</a>
      }
      › <span aria-current="page">{{ here() }}</span>
    </nav>
  `,
})
export class PlaceTrail {
  /** Code of the point that the page is about; `null` where it is about more. */
  readonly point = input<string | null>(null);
  /** What the page shows. */
  readonly here = input.required<string>();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly session = inject(Session).state;
  protected readonly scope = inject(ScopeName);

  protected readonly carried = this.filters.carried;
  protected readonly isCityOpen = computed(() => mayOpen(this.session(), '/city'));
  protected readonly place = computed(() => this.facts.point(this.point() ?? ''));
  protected readonly branch = computed(() => this.facts.branch(this.place()?.branchCode ?? this.filters.choice().branch));
  protected readonly ofBranch = computed(() => ({ ...this.carried(), branch: this.branch()?.code ?? null }));
}
