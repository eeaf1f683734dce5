import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { Problem } from '../../design/problem';
import { PageTitles } from '../../shell/page-titles';
import { DossiersPanel } from './dossiers-panel';
import { PeoplePanel } from './people-panel';
import { PointAnswers } from './point-answers';
import { PointCards } from './point-cards';
import { PointHeader } from './point-header';
import { RowsLink } from './rows-link';
import { SatisfactionPanel } from './satisfaction-panel';
import { SlotsPanel } from './slots-panel';
import { TrendPanel } from './trend-panel';
import { WorkloadPanel } from './workload-panel';

/** One service point: how people wait, how the counters are loaded, how its dossiers stand, against the whole city. */
@Component({
  selector: 'eh-point-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    DossiersPanel,
    PeoplePanel,
    PointCards,
    PointHeader,
    Problem,
    RouterLink,
    SatisfactionPanel,
    SlotsPanel,
    TranslocoPipe,
    TrendPanel,
    WorkloadPanel,
  ],
  providers: [PointAnswers, RowsLink],
  template: `
    @if (isUnknown()) {
      <h1>{{ 'point.unknown' | transloco: { code: code() } }}</h1>
      <p class="unknown">
        {{ 'point.unknown_hint' | transloco }}
        <a class="more" routerLink="/points" [queryParams]="filters.carried()">{{ 'point.all' | transloco }}</a>
      </p>
    } @else {
      <eh-point-header />
      @if (answers.failure(); as problem) {
        <eh-problem [problem]="problem" (retry)="answers.retry()" />
      } @else {
        <eh-point-cards />
        <div class="grid">
          <eh-slots-panel class="wide" />
          <eh-people-panel />
          <eh-trend-panel class="wide" />
          <eh-satisfaction-panel />
          <eh-workload-panel class="half" by="counter" />
          <eh-workload-panel class="half" by="agent" />
          <eh-dossiers-panel class="full" />
        </div>
      }
    }
  `,
  styles: `
    h1 {
      font-size: 27px;
      font-weight: 600;
    }
    .unknown {
      margin-top: 8px;
      color: var(--eh-ink-2);
    }
    .grid {
      display: grid;
      grid-template-columns: repeat(12, minmax(0, 1fr));
      gap: var(--eh-gap);
      margin-top: var(--eh-gap);
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
export class PointPage {
  /** From the address: `/points/:code`. */
  readonly code = input.required<string>();

  private readonly facts = inject(CityFacts);
  protected readonly answers = inject(PointAnswers);
  private readonly titles = inject(PageTitles);
  protected readonly filters = inject(Filters);

  protected readonly isUnknown = computed(() => this.facts.points().length > 0 && this.facts.point(this.code()) === null);

  constructor() {
    effect(() => {
      this.answers.code.set(this.code());
      this.titles.subject.set(this.facts.point(this.code())?.name ?? null);
    });
  }
}
