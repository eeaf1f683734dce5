import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { textOfPeriod } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { formFile } from '../../data/file-source';
import { readyData } from '../../data/loadable';
import { index766, type ReportCasesWanted } from '../../data/reports';
import { UrlState } from '../../data/url-state';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { IndicatorTable } from './indicator-table';
import { pointsBar } from './points-bar';
import type { ReportChoice } from './report-choice';
import { ReportCases } from './report-cases';
import { ReportHead } from './report-head';
import { ReportWords } from './report-words';

/** Index 766: points as far as they are known, what costs points, and where the next point is cheapest. */
@Component({
  selector: 'eh-index-766-report',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [IndicatorTable, Panel, ReportCases, ReportHead, TranslocoPipe],
  templateUrl: './index-766-report.html',
  styleUrl: './index-766-report.css',
})
export class Index766Report {
  readonly choice = input.required<ReportChoice>();

  private readonly url = inject(UrlState);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  protected readonly reports = inject(ReportWords);

  protected readonly wanted = computed(() => {
    const { period, calendar, unit } = this.choice();
    return { period: textOfPeriod(period), calendar, unit };
  });
  protected readonly asked = index766(() => this.wanted());
  protected readonly file = computed(() => formFile('index-766', this.wanted()));
  protected readonly report = computed(() => readyData(this.asked.load()));
  protected readonly unit = computed(() => this.report()?.units[0] ?? null);

  protected readonly groups = computed(() =>
    (this.unit()?.groups ?? []).map(({ id, code, label, max, points, beside }) => ({
      ...{ id, code, max, text: this.words.label(label) },
      points: this.reports.points(points),
      bar: pointsBar(points, max),
      published: beside === null ? '' : this.besideText(beside),
    })),
  );
  protected readonly total = computed(() => {
    const unit = this.unit();
    if (unit === null) return null;
    return {
      points: this.reports.points(unit.total),
      bar: pointsBar(unit.total, 100),
      band: unit.band === null ? this.words.say('reports.band_open') : this.words.label(unit.band),
    };
  });
  /** The answer in one sentence: how much is sure, lost and open. */
  protected readonly sentence = computed(() => {
    const unit = this.unit();
    if (unit === null) return '';
    return this.words.say('reports.index_sentence', {
      sure: this.formats.number(unit.total.low, 1),
      open: this.formats.number(unit.total.high - unit.total.low, 1),
      lost: this.formats.number(100 - unit.total.high, 1),
    });
  });
  protected readonly next = computed(() => {
    const unit = this.unit();
    return (unit?.next ?? []).map((gain) => {
      const indicator = unit?.indicators.find(({ id }) => id === gain.indicator);
      return {
        id: this.reports.id(gain.indicator),
        text: indicator === undefined ? gain.indicator : this.words.label(indicator.label),
        gain: this.words.say('reports.next_gain', {
          points: this.reports.lost(gain.nextPoints),
          cases: this.formats.number(gain.nextCases),
          lost: this.reports.lost(gain.lost),
          all: this.formats.number(gain.cases),
        }),
      };
    });
  });
  protected readonly watched = computed(() =>
    (this.unit()?.watched ?? []).map(({ id, label, formula, value, unit, n }) => ({
      id,
      text: this.words.label(label),
      formula: this.words.label(formula),
      value: this.formats.withUnit(value, unit),
      n: this.formats.number(n),
    })),
  );
  protected readonly source = computed(() => {
    const version = this.report()?.version;
    return version === undefined ? '' : `${version.version}: ${this.words.label(version.source)}`;
  });
  protected readonly known = computed(() => {
    const day = this.report()?.told['dossier'];
    return day === undefined ? '' : this.formats.day(day);
  });
  protected readonly cause = computed(() => this.url.params().get('cause'));
  protected readonly casesWanted = computed<ReportCasesWanted | null>(() => {
    const cause = this.cause();
    return cause === null ? null : { ...this.wanted(), of: 'index-766', cause };
  });
  protected readonly causeName = computed(() => {
    const [cause, unit] = [this.cause(), this.unit()];
    const found = unit?.indicators.flatMap(({ lost, missing }) => [...lost, ...missing]).find(({ id }) => id === cause);
    return found === undefined ? this.words.say('rows.title') : this.words.label(found.label);
  });
  protected readonly empty = computed(() => (this.report() !== null && this.unit() === null ? this.words.say('reports.no_unit') : null));

  private besideText({
    published,
    difference,
  }: NonNullable<NonNullable<ReturnType<typeof this.unit>>['groups'][number]['beside']>): string {
    return this.words.say('reports.published', {
      score: this.formats.number(published.score, 1),
      verdict: this.words.say(`reports.beside_${difference.verdict}`),
    });
  }
}
