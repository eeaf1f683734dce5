import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { textOfPeriod } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { formFile } from '../../data/file-source';
import { readyData } from '../../data/loadable';
import { quarterlyEvaluation } from '../../data/reports';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import type { ReportChoice } from './report-choice';
import { ReportHead } from './report-head';
import { ReportWords } from './report-words';

/** The quarterly evaluation: nine criteria of two points, what the data say of each and what people have appraised. */
@Component({
  selector: 'eh-quarterly-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Panel, ReportHead, TranslocoPipe],
  templateUrl: './quarterly-form.html',
  styleUrl: './quarterly-form.css',
})
export class QuarterlyForm {
  readonly choice = input.required<ReportChoice>();

  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly reports = inject(ReportWords);

  private readonly wanted = computed(() => {
    const { period, calendar, unit } = this.choice();
    return { period: textOfPeriod(period), calendar, unit };
  });
  protected readonly asked = quarterlyEvaluation(() => this.wanted());
  protected readonly file = computed(() => formFile('quarterly', this.wanted()));
  protected readonly report = computed(() => readyData(this.asked.load()));
  private readonly unit = computed(() => this.report()?.units[0] ?? null);
  /** The last day of which dossiers are known, on which most criteria rest. */
  protected readonly known = computed(() => {
    const day = this.report()?.told['dossier'];
    return day === undefined ? '' : this.formats.day(day);
  });
  protected readonly source = computed(() => {
    const source = this.report()?.source;
    return source === undefined ? '' : this.words.label(source);
  });
  protected readonly criteria = computed(() =>
    (this.unit()?.criteria ?? []).map((criterion) => ({
      number: criterion.number,
      text: this.words.label(criterion.label),
      self: criterion.selfScore === null ? '–' : this.formats.number(criterion.selfScore),
      points: this.reports.points(criterion.points, 0),
      isOpen: this.reports.isOpen(criterion.points, 0),
      state: this.words.say(`reports.criterion_${criterion.state}`),
      contradicted: criterion.isContradicted
        ? this.words.say('reports.contradicted', { points: this.reports.points(criterion.byData, 0) })
        : '',
      basis: criterion.basis ?? '',
      evidence: criterion.evidence.map(({ label, value }) => `${this.words.label(label)}: ${this.formats.number(value)}`),
    })),
  );
  protected readonly total = computed(() => {
    const unit = this.unit();
    if (unit === null) return null;
    return {
      points: this.reports.points(unit.total, 0),
      self: unit.selfTotal === null ? '–' : this.formats.number(unit.selfTotal),
      class: unit.class === null ? this.words.say('reports.class_open') : this.words.label(unit.class),
    };
  });
  protected readonly levels = computed(() => {
    const levels = this.unit()?.levels;
    if (!levels) return '';
    return this.words.say('reports.levels', {
      very: this.formats.number(levels.very_satisfied),
      satisfied: this.formats.number(levels.satisfied),
      dissatisfied: this.formats.number(levels.dissatisfied),
    });
  });
  protected readonly caption = computed(() => {
    const total = this.total();
    if (total === null) return '';
    const open = this.criteria().filter(({ isOpen }) => isOpen).length;
    return this.words.say('reports.quarterly_caption', { points: total.points, open: this.formats.number(open) });
  });
  protected readonly empty = computed(() => (this.report() !== null && this.unit() === null ? this.words.say('reports.no_unit') : null));
}
