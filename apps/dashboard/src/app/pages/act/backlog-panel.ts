import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { IgnoredFilters } from '../../design/ignored-filters';
import { Panel } from '../../design/panel';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { BacklogAnswers } from './backlog-answers';
import { AT_RISK, BANDS, type BacklogRow, countWith, EXPECTED_LATE, OLDEST, OVERDUE, totalOf } from './backlog-rows';

const SHOWN = 10;
const COLUMNS = [AT_RISK, EXPECTED_LATE, OVERDUE, ...BANDS, OLDEST] as const;

/** Which band of the drawing a column is; `null` for one that is none. */
const bandOf = (id: string): number | null => {
  const band = BANDS.findIndex((candidate) => candidate === id);
  return band === -1 ? null : band;
};

/** Dossiers that are late or about to be, by point, and for how long; each count opens the dossiers themselves. */
@Component({
  selector: 'eh-backlog-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExplainButton, Panel, RouterLink, TranslocoPipe],
  templateUrl: './backlog-panel.html',
  styleUrl: './backlog-panel.css',
})
export class BacklogPanel {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly words = inject(Words);
  private readonly ignored = inject(IgnoredFilters);
  protected readonly formats = inject(Formats);

  protected readonly carried = this.filters.carried;
  protected readonly isWhole = signal(false);

  private readonly answers = inject(BacklogAnswers);
  protected readonly load = this.answers.load;
  protected readonly retry = this.answers.retry;
  private readonly all = this.answers.rows;
  protected readonly count = computed(() => this.all().length);
  protected readonly rows = computed(() => (this.isWhole() ? this.all() : this.all().slice(0, SHOWN)));
  private readonly most = computed(() => Math.max(1, ...this.all().map((row) => row.figures[OVERDUE]?.value ?? 0)));

  protected readonly columns = computed(() =>
    COLUMNS.flatMap((id) => {
      const metric = this.facts.metric(id);
      if (metric === null) return [];
      return [
        {
          id,
          metric,
          text: this.words.say(`act.column_${id}`),
          band: bandOf(id),
          label: this.words.label(metric.label),
          ignored: this.ignored.said(metric),
        },
      ];
    }),
  );

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

  protected readonly nameOf = ({ point }: BacklogRow): string => this.facts.point(point)?.name ?? point;

  /** The width of each band in the drawing, as a share of the longest bar. */
  protected readonly widths = ({ bands }: BacklogRow): readonly number[] => bands.map((count) => (count / this.most()) * 100);

  protected cells(row: BacklogRow) {
    return this.columns().map(({ id, metric }) => {
      const figure = row.figures[id];
      const value = figure?.value ?? null;
      return {
        id,
        isUnknown: value === null && figure?.reason !== 'no_cases',
        isLink: value !== null && value > 0 && id !== EXPECTED_LATE,
        text: value === null ? '–' : this.formats.number(value),
        title: figure === undefined ? this.words.say('reason.no_data') : this.formats.spelled(figure, metric.unit),
        link: { ...this.carried(), branch: null, metric: id, part: 'n', where: `point:${row.point}` },
      };
    });
  }
}
