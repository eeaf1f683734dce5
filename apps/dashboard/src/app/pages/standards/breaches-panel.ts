import { ChangeDetectionStrategy, Component, computed, effect, ElementRef, inject, input, untracked } from '@angular/core';
import type { StandardPage } from '@evenhand/contracts';
import { startOfMonth } from '@evenhand/domain';
import { CityFacts } from '../../data/city-facts';
import { fileSource } from '../../data/file-source';
import { readyData } from '../../data/loadable';
import { breachesOf } from '../../data/standards';
import { UrlState } from '../../data/url-state';
import { CASES_AT_ONCE, CasesTable } from '../../design/cases-table';
import { pageIn } from '../../design/page-steps';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { ScopeName } from '../../format/scope-name';
import { Words } from '../../i18n/words';
import { ShownPeriod } from './shown-period';

/** The cases that broke a rule at a point in a month, or anywhere in the city. */
@Component({
  selector: 'eh-breaches-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CasesTable, Panel],
  template: `
    <eh-panel
      [heading]="heading()"
      [note]="note()"
      [load]="standard().hasCases ? asked.load() : null"
      [empty]="empty()"
      [space]="320"
      [file]="file()"
      (retry)="asked.retry()"
    >
      @if (data(); as data) {
        <eh-cases-table
          id="breaches"
          key="breach-cases"
          [name]="heading()"
          [columns]="data.columns"
          [rows]="data.rows"
          [total]="data.total"
          [page]="data.page"
          [size]="data.size"
          (toPage)="toPage($event)"
        />
      }
    </eh-panel>
  `,
})
export class BreachesPanel {
  readonly standard = input.required<StandardPage>();

  private readonly url = inject(UrlState);
  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  private readonly seen = inject(ScopeName);
  private readonly formats = inject(Formats);
  private readonly shown = inject(ShownPeriod);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly asked = breachesOf(() => {
    const cell = this.shown.cell();
    if (cell === null || !this.standard().hasCases) return null;
    return {
      standard: this.standard().id,
      ...{ from: cell.month, to: startOfMonth(cell.month, 1) },
      point: cell.point === '' ? null : cell.point,
      page: pageIn(this.url.params().get('breaches')),
      size: CASES_AT_ONCE,
    };
  });
  /** Every breach of the cell, not only those of the page. */
  protected readonly file = computed(() => {
    const cell = this.shown.cell();
    if (cell === null || !this.standard().hasCases) return null;
    const point = cell.point === '' ? {} : { point: cell.point };
    return fileSource(`/api/exports/standards/${this.standard().id}/breaches`, {
      from: cell.month,
      to: startOfMonth(cell.month, 1),
      ...point,
    });
  });
  protected readonly data = computed(() => readyData(this.asked.load()));
  protected readonly heading = computed(() => {
    const cell = this.shown.cell();
    if (cell === null) return this.words.say('standards.breaches');
    const point = cell.point === '' ? this.seen.name() : (this.facts.point(cell.point)?.name ?? cell.point);
    return this.words.say('standards.breaches_at', { point, month: this.formats.month(cell.month) });
  });
  protected readonly note = computed(() => {
    const total = this.data()?.total;
    return total === undefined ? '' : this.words.say('standards.breaches_note', { breaches: this.formats.number(total) });
  });
  protected readonly empty = computed(() => {
    if (!this.standard().hasCases) return this.words.say('standards.no_single_cases');
    return this.data()?.total === 0 ? this.words.say('standards.no_breaches') : null;
  });
  private cellBefore: string | null = null;

  constructor() {
    // Whoever opens another cell far up the matrix sees what it opened.
    effect(() => {
      const cell = this.url.params().get('cell');
      if (this.cellBefore !== cell && cell !== null && untracked(this.data) !== null) {
        this.host.nativeElement.scrollIntoView({ block: 'nearest' });
      }
      this.cellBefore = cell;
    });
  }

  protected readonly toPage = (page: number): void => void this.url.set({ breaches: page === 1 ? null : String(page) });
}
