import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Matters } from '../../data/matters';
import { BacklogAnswers } from './backlog-answers';
import { BacklogPanel } from './backlog-panel';
import { BreachPanel } from './breach-panel';
import { LendingPanel } from './lending-panel';
import { LendingEffects } from './lending-effects';
import { LiveAnswers } from './live-answers';
import { LivePanel } from './live-panel';
import { LoadAnswers } from './load-answers';
import { LoadPanel } from './load-panel';
import { UrgentPanel } from './urgent-panel';

/** Act now: what to do first, who waits, who is overloaded and who could help, which dossiers are late, which points break a standard. */
@Component({
  selector: 'eh-act-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BacklogPanel, BreachPanel, LendingPanel, LivePanel, LoadPanel, TranslocoPipe, UrgentPanel],
  providers: [BacklogAnswers, LendingEffects, LiveAnswers, LoadAnswers, Matters],
  template: `
    <h1 class="page-title">{{ 'act.title' | transloco }}</h1>
    <p class="page-about">{{ 'act.about' | transloco }}</p>
    @if (!isEmpty()) {
      <div class="page-grid">
        <eh-urgent-panel class="wide" />
        <eh-lending-panel />
        <eh-load-panel class="full" />
        <eh-live-panel class="full" />
        <eh-backlog-panel class="full" />
        <eh-breach-panel class="half" standard="waiting_time" />
        <eh-breach-panel class="half" standard="on_time_settlement" />
      </div>
    }
  `,
})
export class ActPage {
  protected readonly isEmpty = inject(CityFacts).isEmpty;
}
