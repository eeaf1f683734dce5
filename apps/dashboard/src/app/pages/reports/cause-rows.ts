import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { readyData } from '../../data/loadable';
import { index766Rows, type ReportWanted } from '../../data/reports';
import { UrlState } from '../../data/url-state';
import { columnsOf, withFlags } from '../../design/cases-columns';
import { CasesTable } from '../../design/cases-table';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

const SIZE = 50;

/** The cases behind a cause of lost points. */
@Component({
  selector: 'eh-cause-rows',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CasesTable, Panel],
  template: `
    <eh-panel [heading]="heading()" [note]="note()" [load]="asked.load()" [space]="320" (retry)="asked.retry()">
      @if (data(); as data) {
        <eh-cases-table
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
export class CauseRows {
  readonly wanted = input.required<ReportWanted>();
  readonly cause = input.required<string>();
  /** What the cause is called. */
  readonly heading = input.required<string>();

  private readonly url = inject(UrlState);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  protected readonly asked = index766Rows(() => ({
    ...this.wanted(),
    cause: this.cause(),
    page: Math.max(1, Math.trunc(Number(this.url.params().get('page') ?? 1)) || 1),
    size: SIZE,
  }));
  protected readonly data = computed(() => readyData(this.asked.load()));
  protected readonly rows = computed(() => (this.data()?.rows ?? []).map(withFlags));
  protected readonly columns = computed(() => columnsOf(this.data()?.rows ?? []));
  protected readonly note = computed(() => {
    const total = this.data()?.total;
    return total === undefined ? '' : this.words.say('reports.cases', { cases: this.formats.number(total) });
  });

  protected readonly toPage = (page: number): void => void this.url.set({ page: page === 1 ? null : String(page) });
}
