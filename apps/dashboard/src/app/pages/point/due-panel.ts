import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { filtersFor } from '../../data/filter-choice';
import { Filters } from '../../data/filters';
import { mapReady, readyData } from '../../data/loadable';
import { rowsBehind } from '../../data/rows-behind';
import { Panel } from '../../design/panel';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { DueCalendar } from './due-calendar';
import { type DueDossier, dueDossiers } from './due-dossiers';
import { PointAnswers } from './point-answers';
import { BACKLOG_METRICS } from './point-questions';
import { RowsLink } from './rows-link';

const MOST = 500;
const SHOWN = 8;

/** Open dossiers that are due soon or overdue, each with its working days; each leads to its timeline. */
@Component({
  selector: 'eh-due-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExplainButton, Panel, RouterLink, TranslocoPipe],
  templateUrl: './due-panel.html',
  styles: `
    .late {
      color: var(--eh-worse-text);
      font-weight: 600;
    }
    .soon {
      color: var(--eh-watch-strong);
      font-weight: 600;
    }
    th[scope='row'] a {
      display: inline-block;
      padding: 4px 0;
      white-space: nowrap;
    }
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
    /* The name of a procedure takes what the other columns leave. */
    .what {
      overflow: hidden;
      width: 100%;
      max-width: 0;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    td.number {
      white-space: nowrap;
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 14px;
      align-items: center;
      margin-top: 8px;
      font-size: 13px;
    }
    @media (max-width: 719px) {
      .roomy {
        display: none;
      }
      th[scope='row'] a {
        font-size: 12.5px;
      }
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
  protected readonly isWhole = signal(false);
  protected readonly carried = this.filters.carried;

  protected readonly info = computed(() => this.facts.metric(this.metric()));
  protected readonly where = computed(() => `point:${this.answers.code() ?? ''}`);
  protected readonly label = computed(() => {
    const info = this.info();
    return info === null ? '' : this.words.label(info.label);
  });

  protected readonly asked = rowsBehind(() => {
    const [point, range, info] = [this.answers.code(), this.filters.range(), this.info()];
    if (point === null || range === null || info === null) return null;
    const choice = { ...this.filters.choice(), branch: null };
    const where = [...filtersFor(choice, info.dimensions), { dimension: 'point' as const, values: [point] }];
    return { metric: info.id, part: 'n', where, ...range, page: 1, size: MOST };
  });

  protected readonly load = computed(() => {
    const counting = this.counting.load();
    if (counting.state !== 'ready') return counting;
    const { today, calendar } = counting.data;
    return mapReady(this.asked.load(), ({ rows, total }) => ({ total, dossiers: dueDossiers(rows, today, calendar) }));
  });
  protected readonly total = computed(() => readyData(this.load())?.total ?? 0);
  private readonly all = computed(() => readyData(this.load())?.dossiers ?? []);
  protected readonly shown = computed(() => (this.isWhole() ? this.all() : this.all().slice(0, SHOWN)));
  protected readonly count = computed(() => this.all().length);
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

  /** The name of the procedure; its code where the city does not know it. */
  protected readonly procedure = ({ procedure }: DueDossier): string => {
    const label = this.facts.labelOf('procedure', procedure);
    return label === null ? procedure || '–' : this.words.label(label);
  };

  protected readonly days = ({ daysLeft }: DueDossier): string => {
    if (daysLeft === 0) return this.words.say(this.metric() === 'dossiers_overdue' ? 'point.days_just_late' : 'point.due_today');
    const number = this.formats.number(Math.abs(daysLeft));
    return this.words.say(daysLeft > 0 ? 'point.days_left' : 'point.days_late', { number });
  };
}
