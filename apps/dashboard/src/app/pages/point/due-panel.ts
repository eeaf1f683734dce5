import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { filtersFor } from '../../data/filter-choice';
import { Filters } from '../../data/filters';
import { mapReady, readyData } from '../../data/loadable';
import { fileSource } from '../../data/file-source';
import { filterTexts, rowsBehind, type RowsRequest } from '../../data/rows-behind';
import { Panel } from '../../design/panel';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableCell, TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { DueCalendar } from './due-calendar';
import { type DueDossier, dueDossiers } from './due-dossiers';
import { PointAnswers } from './point-answers';
import { BACKLOG_METRICS } from './point-questions';
import { RowsLink } from './rows-link';

const MOST = 500;

/** Open dossiers that are due soon or overdue, each with its working days; each leads to its timeline. */
@Component({
  selector: 'eh-due-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, ExplainButton, Panel, RouterLink, TranslocoPipe],
  templateUrl: './due-panel.html',
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 8px;
      margin: 0 0 8px;
      padding: 0;
      list-style: none;
      font-size: 12.5px;
    }
    li {
      padding: 2px 8px;
      border: 1px solid var(--eh-line);
      border-radius: 999px;
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 14px;
      align-items: center;
      margin-top: 8px;
      font-size: 13px;
    }
  `,
})
export class DuePanel {
  /** Which stock: what can still be saved, or what is late. */
  readonly metric = input.required<'dossiers_at_risk' | 'dossiers_overdue'>();

  private readonly answers = inject(PointAnswers);
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly words = inject(Words);
  private readonly rows = inject(RowsLink);
  private readonly counting = inject(DueCalendar);
  protected readonly formats = inject(Formats);
  private readonly columnsOf = inject(Columns);

  protected readonly info = computed(() => this.facts.metric(this.metric()));
  protected readonly where = computed(() => `point:${this.answers.code() ?? ''}`);
  protected readonly label = computed(() => {
    const info = this.info();
    return info === null ? '' : this.words.label(info.label);
  });

  private readonly request = computed<RowsRequest | null>(() => {
    const [point, range, info] = [this.answers.code(), this.filters.range(), this.info()];
    if (point === null || range === null || info === null) return null;
    const choice = { ...this.filters.choice(), branch: null };
    const where = [...filtersFor(choice, info.dimensions), { dimension: 'point' as const, values: [point] }];
    return { metric: info.id, part: 'n', where, ...range, page: 1, size: MOST };
  });

  protected readonly asked = rowsBehind(this.request);
  /** Every dossier, also beyond those that are listed. */
  protected readonly file = computed(() => {
    const request = this.request();
    if (request === null) return null;
    const { metric, part, from, to, where } = request;
    return fileSource('/api/rows/export', { metric, part, from, to, where: filterTexts(where) });
  });

  protected readonly load = computed(() => {
    const counting = this.counting.load();
    if (counting.state !== 'ready') return counting;
    const { today, calendar } = counting.data;
    return mapReady(this.asked.load(), ({ rows, total }) => ({ total, dossiers: dueDossiers(rows, today, calendar) }));
  });
  protected readonly total = computed(() => readyData(this.load())?.total ?? 0);
  protected readonly all = computed(() => readyData(this.load())?.dossiers ?? []);
  protected readonly table = listState({
    ...{ name: () => `due_${this.metric()}`, first: 'dossier', others: ['procedure', 'due', 'days'] },
    sort: 'days',
  });
  protected readonly columns = computed<readonly TableColumn<DueDossier>[]>(() => [
    this.columnsOf.text<DueDossier>('dossier', 'point.dossier', {
      of: ({ code }) => code,
      cell: (one) => this.dossierCell(one),
      width: 196,
    }),
    { ...this.columnsOf.text<DueDossier>('procedure', 'point.procedure', { of: this.procedure, width: 190 }), isRoomy: true },
    { ...this.columnsOf.day<DueDossier>('due', 'point.due_on', { of: ({ dueOn }) => dueOn, isLargestFirst: false }), isRoomy: true },
    {
      ...{ id: 'days', text: this.words.say('point.days'), isNumber: true, width: 112 },
      order: ({ daysLeft }) => daysLeft,
      cell: (one) => ({ text: this.days(one), look: one.daysLeft < 0 || this.metric() === 'dossiers_overdue' ? 'worse' : 'plain' }),
    },
  ]);
  protected readonly idOf = ({ code, source, dueOn }: DueDossier): string => `${source}/${code}/${dueOn}`;
  protected readonly textOf = (one: DueDossier): string => `${one.code} ${this.procedure(one)}`;
  protected readonly link = computed(() => this.rows.of(this.metric(), 'n'));

  /** For how long dossiers have been overdue, each band with the dossiers in it. */
  protected readonly bands = computed(() =>
    this.metric() !== 'dossiers_overdue'
      ? []
      : BACKLOG_METRICS.filter((id) => id.startsWith('dossiers_overdue')).flatMap((id) => {
          const count = readyData(this.answers.figure('current', id))?.value ?? 0;
          return count === 0
            ? []
            : [{ id, text: this.words.say(`act.column_${id}`), count: this.formats.number(count), rows: this.rows.of(id, 'n') }];
        }),
  );

  protected readonly note = computed(() => {
    const counting = readyData(this.counting.load());
    return counting === null ? '' : this.words.say('point.due_note', { day: this.formats.day(counting.today) });
  });
  protected readonly empty = computed(() => (this.total() === 0 ? this.words.say(`point.none_${this.metric()}`) : null));
  protected readonly caption = computed(() => {
    const [first] = this.all();
    if (first === undefined) return '';
    return this.words.say(`point.says_${this.metric()}`, { all: this.formats.number(this.total()), days: this.days(first) });
  });

  protected readonly retry = (): void => {
    this.asked.retry();
    this.counting.retry();
  };

  private dossierCell({ code, source }: DueDossier): TableCell {
    if (code === '') return this.columnsOf.unknown();
    const query = { source, lang: this.filters.carried()['lang'] ?? null };
    return { text: code, title: code, link: { to: ['/dossiers', code], query } };
  }

  /** The name of the procedure; its code where the city does not know it. */
  private readonly procedure = ({ procedure }: DueDossier): string => {
    const label = this.facts.labelOf('procedure', procedure);
    return label === null ? procedure || '–' : this.words.label(label);
  };

  private readonly days = ({ daysLeft }: DueDossier): string => {
    if (daysLeft === 0) return this.words.say(this.metric() === 'dossiers_overdue' ? 'point.days_just_late' : 'point.due_today');
    const number = this.formats.number(Math.abs(daysLeft));
    return this.words.say(daysLeft > 0 ? 'point.days_left' : 'point.days_late', { number });
  };
}
