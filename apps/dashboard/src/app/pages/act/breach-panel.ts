import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { mapReady, readyData } from '../../data/loadable';
import { pointVerdicts } from '../../data/standards';
import { Panel } from '../../design/panel';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import { listState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { BreachColumns } from './breach-columns';
import { breachRows, type FailingPoint, judgedMonth } from './breach-rows';

/** The points that break one standard this month, those with most people concerned first. */
@Component({
  selector: 'eh-breach-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, Panel, TranslocoPipe],
  template: `
    <eh-panel
      [heading]="'act.breach_' + standard() | transloco"
      [note]="note()"
      [load]="load()"
      [empty]="empty()"
      [caption]="caption()"
      [space]="280"
      (retry)="retry()"
    >
      <eh-data-table
        [key]="'breach-' + standard()"
        [name]="'act.breach_' + standard() | transloco"
        [columns]="columns()"
        [rows]="failing()"
        [state]="table"
        [idOf]="idOf"
        [textOf]="textOf"
        [searchText]="'ranking.search' | transloco"
        [height]="420"
      />
    </eh-panel>
  `,
})
export class BreachPanel {
  /** Which standard: one whose cases can be told apart. */
  readonly standard = input.required<'waiting_time' | 'on_time_settlement'>();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly names = inject(Columns);
  private readonly breachColumns = inject(BreachColumns);

  private readonly month = computed(() => {
    const [range, known] = [this.filters.range(), this.facts.knownDays()];
    return range === null || known === null ? null : judgedMonth(range, known);
  });
  private readonly verdicts = pointVerdicts(() => {
    const month = this.month();
    return month === null ? null : { ...month, standard: this.standard(), grain: 'month' };
  });
  protected readonly retry = this.verdicts.retry;

  protected readonly load = computed(() => {
    const { branch } = this.filters.choice();
    const isChosen = (code: string): boolean => branch === null || this.facts.point(code)?.branchCode === branch;
    return mapReady(this.verdicts.load(), (verdicts) => breachRows(verdicts, isChosen));
  });
  private readonly rows = computed(() => readyData(this.load()));
  protected readonly failing = computed(() => this.rows()?.failing ?? []);
  protected readonly table = listState({
    ...{ name: () => `breach_${this.standard()}`, first: 'name', others: ['share', 'breaches', 'coverage'] },
    sort: '-breaches',
  });
  protected readonly columns = computed(() => this.breachColumns.of(this.standard()));
  protected readonly idOf = ({ point }: FailingPoint): string => point;
  protected readonly textOf = ({ point }: FailingPoint): string => `${this.names.nameOf(point)} ${point} ${this.names.branchOf(point)}`;

  protected readonly note = computed(() => {
    const month = this.month();
    return month === null ? '' : this.formats.range(month);
  });
  protected readonly empty = computed(() => (this.failing().length === 0 ? this.words.say('act.none_fails', this.standing()) : null));
  protected readonly caption = computed(() => this.words.say('act.breach_says', this.standing()));

  private standing(): Readonly<Record<string, string>> {
    const counts = this.rows()?.counts;
    const number = (count = 0): string => this.formats.number(count);
    return { fail: number(counts?.fail), close: number(counts?.too_close), pass: number(counts?.pass), unknown: number(counts?.unknown) };
  }
}
