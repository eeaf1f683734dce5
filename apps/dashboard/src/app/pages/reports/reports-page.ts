import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { ATTRIBUTIONS, REPORT_CALENDARS, textOfPeriod } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { UrlState } from '../../data/url-state';
import { ChoiceMenu } from '../../design/choice-menu';
import { Segmented } from '../../design/segmented';
import { Words } from '../../i18n/words';
import { FormII06 } from './form-ii06';
import { Index766Report } from './index-766-report';
import { QuarterlyForm } from './quarterly-form';
import { kindsOf, periodOfKind, periodsKnown, readReport, REPORTS } from './report-choice';
import { ReportWords } from './report-words';

/** The forms that the law asks for, from the same data as every other page: to read, to check and to print. */
@Component({
  selector: 'eh-reports-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ChoiceMenu, FormII06, Index766Report, QuarterlyForm, Segmented, TranslocoPipe],
  template: `
    <h1 class="page-title">{{ 'reports.title' | transloco }}</h1>
    <p class="page-about">{{ 'reports.about' | transloco }}</p>
    @if (choice(); as choice) {
      <div class="choices">
        <eh-segmented
          [label]="'reports.which' | transloco"
          [segments]="reports()"
          [value]="choice.report"
          (choose)="chooseReport($event)"
        />
        <eh-segmented
          [label]="'reports.calendar' | transloco"
          [segments]="calendars()"
          [value]="choice.calendar"
          (choose)="change({ calendar: $event })"
        />
        @if (kinds().length > 1) {
          <eh-choice-menu
            [name]="'reports.kind' | transloco"
            [options]="kinds()"
            [value]="choice.period.kind"
            (choose)="chooseKind($event)"
          />
        }
        <eh-choice-menu
          [name]="'reports.period' | transloco"
          [options]="periods()"
          [value]="period()"
          (choose)="change({ period: $event })"
        />
        <eh-choice-menu
          [name]="'reports.unit' | transloco"
          [options]="words.units()"
          [value]="choice.unit"
          (choose)="change({ unit: $event === 'city' ? null : $event })"
        />
        @if (choice.report === 'ii06') {
          <eh-choice-menu
            [name]="'reports.attribution' | transloco"
            [options]="attributions()"
            [value]="choice.attribution"
            (choose)="change({ by: $event })"
          />
        }
        <button type="button" class="button" (click)="print()">{{ 'reports.print' | transloco }}</button>
      </div>
      @switch (choice.report) {
        @case ('ii06') {
          <eh-form-ii06 [choice]="choice" />
        }
        @case ('quarterly') {
          <eh-quarterly-form [choice]="choice" />
        }
        @case ('index766') {
          <eh-index-766-report [choice]="choice" />
        }
      }
    }
  `,
  styles: `
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
      margin-bottom: var(--eh-gap);
    }
    eh-choice-menu {
      min-width: 0;
      max-width: 100%;
    }
    @media print {
      h1,
      .page-about,
      .choices {
        display: none;
      }
    }
  `,
})
export class ReportsPage {
  private readonly facts = inject(CityFacts);
  private readonly url = inject(UrlState);
  private readonly texts = inject(Words);
  protected readonly words = inject(ReportWords);

  protected readonly choice = computed(() => {
    const known = this.facts.knownDays();
    return known === null ? null : readReport(this.url.params(), known);
  });
  protected readonly period = computed(() => {
    const choice = this.choice();
    return choice === null ? '' : textOfPeriod(choice.period);
  });
  protected readonly reports = computed(() => REPORTS.map((value) => ({ value, text: this.texts.say(`reports.name_${value}`) })));
  protected readonly calendars = computed(() =>
    REPORT_CALENDARS.map((value) => ({ value, text: this.texts.say(`reports.calendar_${value}`) })),
  );
  protected readonly attributions = computed(() => ATTRIBUTIONS.map((value) => ({ value, text: this.texts.say(`reports.by_${value}`) })));
  protected readonly kinds = computed(() => {
    const choice = this.choice();
    return choice === null ? [] : kindsOf(choice.report).map((value) => ({ value, text: this.texts.say(`reports.kind_${value}`) }));
  });
  protected readonly periods = computed(() => {
    const [choice, known] = [this.choice(), this.facts.knownDays()];
    if (choice === null || known === null) return [];
    return periodsKnown(choice.calendar, choice.period.kind, known).map((period) => ({
      value: textOfPeriod(period),
      text: this.words.period(period),
    }));
  });

  /** Another report has its own calendar and periods. */
  protected chooseReport(report: string): void {
    void this.change({ report, calendar: null, period: null });
  }

  protected chooseKind(kind: string | null): void {
    const [choice, known] = [this.choice(), this.facts.knownDays()];
    const wanted = choice === null ? undefined : kindsOf(choice.report).find((one) => one === kind);
    if (choice !== null && known !== null && wanted !== undefined) void this.change({ period: periodOfKind(wanted, choice, known) });
  }

  /** Whatever changes, the rows behind a cell of the report before are closed. */
  protected change(part: Readonly<Record<string, string | null>>): Promise<void> {
    return this.url.set({ ...part, cell: null, cause: null, page: null });
  }

  protected print(): void {
    window.print();
  }
}
