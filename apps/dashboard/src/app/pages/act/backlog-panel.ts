import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Panel } from '../../design/panel';
import { ColumnCell } from '../../design/table/column-cell';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import { HeadCell } from '../../design/table/head-cell';
import { listState } from '../../design/table/table-state';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { BacklogAnswers } from './backlog-answers';
import { BACKLOG_COLUMNS, BacklogColumns, bandOf } from './backlog-columns';
import { AT_RISK, type BacklogRow, countWith, OVERDUE, totalOf } from './backlog-rows';

/** Dossiers that are late or about to be, by point, and for how long; each count opens the dossiers themselves. */
@Component({
  selector: 'eh-backlog-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ColumnCell, DataTable, ExplainButton, HeadCell, Panel, TranslocoPipe],
  templateUrl: './backlog-panel.html',
  styleUrl: './backlog-panel.css',
})
export class BacklogPanel {
  private readonly words = inject(Words);
  private readonly names = inject(Columns);
  private readonly backlogColumns = inject(BacklogColumns);
  private readonly formats = inject(Formats);

  private readonly answers = inject(BacklogAnswers);
  protected readonly load = this.answers.load;
  protected readonly retry = this.answers.retry;
  private readonly all = this.answers.rows;
  protected readonly count = computed(() => this.all().length);
  protected readonly rows = this.answers.rows;
  protected readonly table = listState({
    ...{ name: 'backlog', first: 'name', others: [...BACKLOG_COLUMNS, 'ageing'] },
    sort: `-${OVERDUE},-${AT_RISK}`,
  });
  private readonly most = computed(() => Math.max(1, ...this.all().map((row) => row.figures[OVERDUE]?.value ?? 0)));

  protected readonly columns = computed(() => this.backlogColumns.of(this.answers.city()));
  protected readonly heads = computed(() =>
    this.backlogColumns.metrics().map(({ id, label }) => ({ id, band: bandOf(id), label: this.words.label(label) })),
  );
  protected readonly idOf = ({ point }: BacklogRow): string => point;
  protected readonly textOf = ({ point }: BacklogRow): string => `${this.names.nameOf(point)} ${point} ${this.names.branchOf(point)}`;

  protected readonly note = computed(() => {
    const asOf = this.all().flatMap(({ figures }) => figures[OVERDUE]?.asOf ?? [])[0];
    return asOf === undefined ? '' : this.words.say('act.backlog_note', { instant: this.formats.instant(asOf) });
  });

  protected readonly caption = computed(() => {
    const rows = this.all();
    const total = (metric: string): string => this.formats.number(totalOf(rows, metric));
    return this.words.say('act.backlog_says', {
      overdue: total(OVERDUE),
      points: this.formats.number(countWith(rows, OVERDUE)),
      old: total('dossiers_overdue_over_20'),
      soon: total(AT_RISK),
    });
  });

  /** The width of each band in the drawing, as a share of the longest bar. */
  protected readonly widths = ({ bands }: BacklogRow): readonly number[] => bands.map((count) => (count / this.most()) * 100);
}
