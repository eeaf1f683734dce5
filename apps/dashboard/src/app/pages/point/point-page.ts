import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { Session } from '../../data/session';
import { Problem } from '../../design/problem';
import { WaitEndsPanel } from '../../design/wait-ends-panel';
import { PageTitles } from '../../shell/page-titles';
import { BenchmarkPanel } from './benchmark-panel';
import { CoursesPanel } from './courses-panel';
import { CoveragePanel } from './coverage-panel';
import { DossiersPanel } from './dossiers-panel';
import { DueCalendar } from './due-calendar';
import { DuePanel } from './due-panel';
import { PeersPanel } from './peers-panel';
import { PeoplePanel } from './people-panel';
import { PointAnswers } from './point-answers';
import { PointComparisons } from './point-comparisons';
import { PointCards } from './point-cards';
import { PointHeader } from './point-header';
import { PointNow } from './point-now';
import { RowsLink } from './rows-link';
import { SatisfactionPanel } from './satisfaction-panel';
import { SlotsPanel } from './slots-panel';
import { StaffPanel } from './staff-panel';
import { StandardsPanel } from './standards-panel';
import { StandingPanel } from './standing-panel';
import { TrendPanel } from './trend-panel';
import { WaitsPanel } from './waits-panel';
import { WorkloadPanel } from './workload-panel';

/** Everything about one service point on one screen, each figure with the cases behind it. */
@Component({
  selector: 'eh-point-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    BenchmarkPanel,
    CoursesPanel,
    CoveragePanel,
    DossiersPanel,
    DuePanel,
    PeersPanel,
    PeoplePanel,
    PointCards,
    PointHeader,
    PointNow,
    Problem,
    RouterLink,
    SatisfactionPanel,
    SlotsPanel,
    StaffPanel,
    StandardsPanel,
    StandingPanel,
    TranslocoPipe,
    TrendPanel,
    WaitEndsPanel,
    WaitsPanel,
    WorkloadPanel,
  ],
  providers: [DueCalendar, PointAnswers, PointComparisons, RowsLink],
  template: `
    @if (isUnknown()) {
      <h1>{{ 'point.unknown' | transloco: { code: code() } }}</h1>
      <p class="unknown">
        {{ 'point.unknown_hint' | transloco }}
        <a class="more" routerLink="/points" [queryParams]="filters.carried()">{{ 'point.all' | transloco }}</a>
      </p>
    } @else {
      <eh-point-header />
      <eh-point-now />
      @if (answers.failure(); as problem) {
        <eh-problem [problem]="problem" (retry)="answers.retry()" />
      } @else {
        <eh-point-cards />
        <div class="page-grid">
          <eh-slots-panel class="wide" />
          <eh-people-panel />
          @if (session.may('compare')) {
            <eh-standing-panel class="full" />
            <eh-trend-panel class="larger" />
            <eh-peers-panel class="smaller" />
          } @else {
            <eh-trend-panel class="full" />
          }
          @defer (on viewport; on timer(2s)) {
            @if (session.may('benchmark')) {
              <eh-waits-panel class="half" />
              <eh-benchmark-panel class="half" />
            } @else {
              <eh-waits-panel class="full" />
            }
            <eh-wait-ends-panel class="full" [point]="code()" />
            <eh-courses-panel class="full" />
          } @placeholder {
            <div class="full later"></div>
          }
          @defer (on viewport; on timer(2s)) {
            <eh-staff-panel class="full" />
          } @placeholder {
            <div class="full later"></div>
          }
          @if (session.sees('staff')) {
            <eh-workload-panel class="half" by="counter" />
            <eh-workload-panel class="half" by="agent" />
          } @else {
            <eh-workload-panel class="full" by="counter" />
          }
          <eh-dossiers-panel class="full" />
          <!-- What lies below the screen is asked when the rest has been, or when it is scrolled to. -->
          @defer (on viewport; on timer(2s)) {
            @if (session.may('cases')) {
              <eh-due-panel class="half" metric="dossiers_at_risk" />
              <eh-due-panel class="half" metric="dossiers_overdue" />
            }
            <eh-satisfaction-panel class="half" />
            <eh-standards-panel class="half" />
            <eh-coverage-panel class="full" />
          } @placeholder {
            <div class="full later"></div>
          }
        </div>
      }
    }
  `,
  styles: `
    .page-grid {
      margin-top: var(--eh-gap);
    }
    .later {
      min-height: 320px;
    }
    h1 {
      font-size: 27px;
      font-weight: 600;
    }
    .unknown {
      margin-top: 8px;
      color: var(--eh-ink-2);
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
  protected readonly session = inject(Session);

  protected readonly isUnknown = computed(() => this.facts.points().length > 0 && this.facts.point(this.code()) === null);

  constructor() {
    effect(() => {
      this.answers.code.set(this.code());
      this.titles.subject.set(this.facts.point(this.code())?.name ?? null);
    });
  }
}
