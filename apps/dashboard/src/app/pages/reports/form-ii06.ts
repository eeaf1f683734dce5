import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ReportII06Page } from '@evenhand/contracts';
import { type II06Cell, textOfPeriod } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { formFile } from '../../data/file-source';
import { readyData } from '../../data/loadable';
import { reportII06, type ReportCasesWanted } from '../../data/reports';
import { UrlState } from '../../data/url-state';
import { Icon } from '../../design/icon';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { groupSpans, readFormCell, writeFormCell } from './form-cells';
import type { ReportChoice } from './report-choice';
import { ReportCases } from './report-cases';
import { ReportHead } from './report-head';

type Unit = ReportII06Page['units'][number];

/** Form II.06 as the law prints it, with the laws that tie its numbers together; every number opens its dossiers. */
@Component({
  selector: 'eh-form-ii06',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, Panel, ReportCases, ReportHead, TranslocoPipe],
  templateUrl: './form-ii06.html',
  styleUrl: './form-ii06.css',
})
export class FormII06 {
  readonly choice = input.required<ReportChoice>();

  private readonly url = inject(UrlState);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  protected readonly wanted = computed(() => {
    const { period, calendar, unit, attribution } = this.choice();
    return { period: textOfPeriod(period), calendar, unit, attribution };
  });
  protected readonly asked = reportII06(() => this.wanted());
  protected readonly file = computed(() => formFile('ii06', this.wanted()));
  protected readonly report = computed(() => readyData(this.asked.load()));
  protected readonly open = computed(() => readFormCell(this.url.params().get('cell')));
  protected readonly casesWanted = computed<ReportCasesWanted | null>(() => {
    const open = this.open();
    if (open === null) return null;
    return { ...this.wanted(), of: 'ii06', cell: open.cell, ...(open.field === null ? {} : { field: open.field }) };
  });

  protected readonly groups = computed(() =>
    groupSpans(this.report()?.columns ?? []).map(({ label, span }) => ({ text: this.words.label(label), span })),
  );
  protected readonly columns = computed(() =>
    (this.report()?.columns ?? []).map(({ id, number, label }) => ({ id, number, text: this.words.label(label) })),
  );
  protected readonly unit = computed<Unit | null>(() => this.report()?.units[0] ?? null);
  protected readonly rows = computed(() =>
    (this.unit()?.rows ?? []).map(({ field, label, cells }, index) => ({
      number: this.formats.number(index + 1),
      name: label === null ? field || this.words.say('rows.not_said') : this.words.label(label),
      cells: this.cellsOf(field, cells),
    })),
  );
  protected readonly total = computed(() => {
    const unit = this.unit();
    return unit === null ? [] : this.cellsOf(null, unit.total);
  });

  protected readonly checks = computed(() =>
    (this.unit()?.checks ?? []).map(({ id, label, holds, breaches }) => ({
      ...{ id, holds },
      text: this.words.label(label),
      breaches: breaches.map(({ field, left, right }) =>
        this.words.say('reports.law_broken', {
          row: field === null ? this.words.say('reports.total') : field || this.words.say('rows.not_said'),
          left: this.formats.number(left),
          right: this.formats.number(right),
        }),
      ),
    })),
  );
  /** The forms that go with this one: their numbers, or what no source tells. */
  protected readonly companions = computed(() =>
    (this.report()?.companions ?? []).map(({ id, label, parts }) => ({
      id,
      text: this.words.label(label),
      parts: parts.map((part) => ({
        text: this.words.label(part.label),
        value: part.number === null ? this.words.say('reports.no_source') : this.formats.number(part.number),
        needs: part.needs && this.words.say('reports.needs', { what: this.words.label(part.needs) }),
      })),
    })),
  );
  protected readonly known = computed(() => {
    const day = this.report()?.knownDay ?? null;
    return day === null ? '' : this.formats.day(day);
  });
  protected readonly notes = computed(() => {
    const [report, unit] = [this.report(), this.unit()];
    if (report === null || unit === null) return [];
    return [
      ...(report.isOver ? [] : [this.words.say('reports.not_over', { day: this.known() })]),
      ...(unit.undated === 0 ? [] : [this.words.say('reports.undated', { dossiers: this.formats.number(unit.undated) })]),
      ...(unit.dateless === 0 ? [] : [this.words.say('reports.dateless', { dossiers: this.formats.number(unit.dateless) })]),
      this.words.say('reports.attributed', { by: this.words.say(`reports.by_${report.attribution}`) }),
    ];
  });
  /** What the open number is called: part, column and field. */
  protected readonly openName = computed(() => {
    const open = this.open();
    const column = this.report()?.columns.find(({ id }) => id === open?.cell);
    if (open === null || column === undefined) return this.words.say('rows.title');
    const row = this.unit()?.rows.find(({ field }) => field === open.field);
    const field = open.field === null ? this.words.say('reports.total') : row?.label ? this.words.label(row.label) : open.field;
    return [this.words.label(column.groupLabel), this.words.label(column.label), field || this.words.say('rows.not_said')].join(' · ');
  });
  protected readonly empty = computed(() => (this.report() !== null && this.unit() === null ? this.words.say('reports.no_unit') : null));

  protected show(cell: II06Cell, field: string | null): void {
    void this.url.set({ cell: writeFormCell(cell, field), page: null });
  }

  private cellsOf(field: string | null, cells: Unit['total']) {
    const open = this.open();
    return (this.report()?.columns ?? []).map(({ id, label }) => ({
      ...{ id, field, count: cells[id] },
      text: this.formats.number(cells[id]),
      label: this.words.say('reports.open_cell', { count: this.formats.number(cells[id]), column: this.words.label(label) }),
      isOpen: open?.cell === id && open.field === field,
    }));
  }
}
