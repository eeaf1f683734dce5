import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { BacklogPanel } from './backlog-panel';
import { BreachPanel } from './breach-panel';
import { LendingPanel } from './lending-panel';
import { LivePanel } from './live-panel';
import { LoadAnswers } from './load-answers';
import { LoadPanel } from './load-panel';

/** Act now: who waits, who is overloaded and who could help, which dossiers are late, which points break a standard. */
@Component({
  selector: 'eh-act-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BacklogPanel, BreachPanel, LendingPanel, LivePanel, LoadPanel, TranslocoPipe],
  providers: [LoadAnswers],
  template: `
    <h1 class="page-title">{{ 'act.title' | transloco }}</h1>
    <p class="page-about">{{ 'act.about' | transloco }}</p>
    @if (!isEmpty()) {
      <div class="grid">
        <eh-live-panel class="full" />
        <eh-load-panel class="wide" />
        <eh-lending-panel />
        <eh-backlog-panel class="full" />
        <eh-breach-panel class="half" standard="waiting_time" />
        <eh-breach-panel class="half" standard="on_time_settlement" />
      </div>
    }
  `,
  styles: `
    .grid {
      display: grid;
      grid-template-columns: repeat(12, minmax(0, 1fr));
      gap: var(--eh-gap);
    }
    .grid > * {
      display: grid;
      grid-column: span 4;
      min-width: 0;
    }
    .grid > .wide {
      grid-column: span 8;
    }
    .grid > .half {
      grid-column: span 6;
    }
    .grid > .full {
      grid-column: 1 / -1;
    }
    @media screen and (max-width: 1099px) {
      .grid > *,
      .grid > .wide,
      .grid > .half {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class ActPage {
  protected readonly isEmpty = inject(CityFacts).isEmpty;
}
