import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';

/** What a link that leads nowhere shows. */
@Component({
  selector: 'eh-lost-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, TranslocoPipe],
  template: `
    <h1 class="page-title">{{ 'lost.title' | transloco }}</h1>
    <p class="page-about">{{ 'lost.why' | transloco }}</p>
    <a class="button" routerLink="/city" queryParamsHandling="preserve">{{ 'lost.home' | transloco }}</a>
  `,
})
export class LostPage {}
