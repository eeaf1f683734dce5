import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { readyData } from '../../data/loadable';
import { reportCases, type ReportCasesWanted } from '../../data/reports';
import { UrlState } from '../../data/url-state';
import { columnsOf, withFlags } from '../../design/cases';
import { CASES_AT_ONCE, CasesTable } from '../../design/cases-table';
import { pageIn } from '../../design/page-steps';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

/** The cases behind a number of a report. */
@Component({
  selector: 'eh-report-cases',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CasesTable, Panel],
  template: `
    <eh-panel [heading]="heading()" [note]="note()" [load]="asked.load()" [space]="320" (retry)="asked.retry()">
      @if (data(); as data) {
        <eh-cases-table
          key="report-cases"
          [name]="heading()"
          [columns]="columns()"
          [rows]="rows()"
          [total]="data.total"
          [page]="data.page"
          [size]="data.size"
          (toPage)="toPage($event)"
        />
      }
    </eh-panel>
  `,
})
export class ReportCases {
  readonly wanted = input.required<ReportCasesWanted>();
  /** What the number is called. */
  readonly heading = input.required<string>();

  private readonly url = inject(UrlState);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  protected readonly asked = reportCases(() => ({ ...this.wanted(), page: pageIn(this.url.params().get('page')), size: CASES_AT_ONCE }));
  protected readonly data = computed(() => readyData(this.asked.load()));
  protected readonly rows = computed(() => (this.data()?.rows ?? []).map(withFlags));
  protected readonly columns = computed(() => columnsOf(this.data()?.rows ?? []));
  protected readonly note = computed(() => {
    const total = this.data()?.total;
    return total === undefined ? '' : this.words.say('reports.cases', { cases: this.formats.number(total) });
  });

  protected readonly toPage = (page: number): void => void this.url.set({ page: page === 1 ? null : String(page) });
}
