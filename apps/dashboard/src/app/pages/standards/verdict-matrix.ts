import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { StandardPage } from '@evenhand/contracts';
import { type Day, VERDICT_STATES } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { cityVerdicts } from '../../data/city-verdicts';
import { fileSource } from '../../data/file-source';
import { Filters } from '../../data/filters';
import { LOADING, readyData } from '../../data/loadable';
import { pointVerdicts } from '../../data/standards';
import { UrlState } from '../../data/url-state';
import { Panel } from '../../design/panel';
import { StandingKey } from '../../design/standing-key';
import { StandingMark } from '../../design/standing-mark';
import { ColumnCell } from '../../design/table/column-cell';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { tableState } from '../../design/table/table-state';
import { TotalCell } from '../../design/table/total-cell';
import { Formats } from '../../format/formats';
import { ScopeName } from '../../format/scope-name';
import { Words } from '../../i18n/words';
import { countInMonth, keepRows, type MatrixRow, matrixRows } from './matrix-rows';
import { RuleWords, type Verdict } from '../../format/rule-words';
import { ShownPeriod } from './shown-period';
import { stateIn } from './standard-rows';

const COUNTS = ['failed', 'breaches'] as const;
/** Those first that somebody has to look at. */
const SEVERITY: readonly Verdict['state'][] = ['fail', 'too_close', 'unknown', 'pass', 'not_applicable'];

/** What a rule comes to at every point in the last months; a cell opens the cases that broke it. */
@Component({
  selector: 'eh-verdict-matrix',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ColumnCell, DataTable, NgTemplateOutlet, Panel, StandingKey, StandingMark, TotalCell, TranslocoPipe],
  templateUrl: './verdict-matrix.html',
  styleUrl: './verdict-matrix.css',
})
export class VerdictMatrix {
  readonly standard = input.required<StandardPage>();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly words = inject(Words);
  protected readonly seen = inject(ScopeName);
  private readonly rules = inject(RuleWords);
  protected readonly shown = inject(ShownPeriod);
  private readonly formats = inject(Formats);
  private readonly columnsOf = inject(Columns);

  protected readonly asked = pointVerdicts(() => {
    const period = this.shown.period();
    return period === null ? null : { ...period.range, standard: this.standard().id, grain: 'month' };
  });
  protected readonly file = computed(() => {
    const range = this.shown.period()?.range;
    return range === undefined
      ? null
      : fileSource(`/api/exports/standards/${this.standard().id}/verdicts`, {
          from: range.from,
          to: range.to,
          by: 'point',
          grain: 'month',
        });
  });
  private readonly city = cityVerdicts(() => {
    const period = this.shown.period();
    return period === null ? null : { ...period.range, standards: [this.standard().id] };
  });

  private readonly all = computed(() => {
    const { branch } = this.filters.choice();
    const verdicts = readyData(this.asked.load())?.verdicts ?? [];
    const wanted = verdicts.filter(({ point }) => branch === null || this.facts.point(point ?? '')?.branchCode === branch);
    return matrixRows(wanted, (code) => this.facts.point(code)?.name ?? code);
  });
  protected readonly state = computed(() => stateIn(this.url.params().get('verdict')));
  private readonly chosen = computed(() => this.shown.period()?.chosen ?? '');
  protected readonly kept = computed(() => keepRows(this.all(), this.state(), this.chosen()));

  /** Months come and go with the period: the browser remembers none of them. */
  protected readonly table = tableState({
    ...{ name: '', prefix: 'matrix', columns: () => [...this.shown.months(), ...COUNTS] },
    ...{ fixed: () => ['name'], shown: () => [...this.shown.months(), 'failed'] },
    sorts: () => [{ column: 'failed', isDescending: true }],
  });
  protected readonly columns = computed<readonly TableColumn<MatrixRow>[]>(() => [
    this.columnsOf.point<MatrixRow>('name', ({ point }) => point),
    ...this.shown.months().map((month) => this.month(month)),
    this.columnsOf.count<MatrixRow>('failed', 'standards.failed_months', {
      of: ({ failed }) => failed,
      then: [{ column: 'breaches', isDescending: true }],
    }),
    this.columnsOf.count<MatrixRow>('breaches', 'standards.breaches', { of: ({ breaches }) => breaches, width: 130 }),
  ]);
  protected readonly idOf = ({ point }: MatrixRow): string => point;
  protected readonly textOf = ({ point, name }: MatrixRow): string => `${name} ${point} ${this.columnsOf.branchOf(point)}`;

  private readonly cityByMonth = computed(() => {
    const load = this.city.byStandard().get(this.standard().id) ?? LOADING;
    return new Map((readyData(load)?.verdicts ?? []).map((verdict) => [verdict.from, verdict]));
  });
  protected readonly choices = computed(() =>
    VERDICT_STATES.map((state) => ({
      state,
      count: this.formats.number(countInMonth(this.all(), this.chosen(), state)),
      isOn: this.state() === state,
    })),
  );
  protected readonly empty = computed(() =>
    this.asked.load().state === 'ready' && this.all().length === 0 ? this.words.say('standards.no_points') : null,
  );
  protected readonly note = computed(() => this.words.say('standards.matrix_note', { points: this.formats.number(this.kept().length) }));
  /** The finding in one sentence. */
  protected readonly caption = computed(() => {
    const count = (state: Verdict['state']): string => this.formats.number(countInMonth(this.all(), this.chosen(), state));
    if (this.all().length === 0) return '';
    return this.words.say('standards.matrix_caption', {
      month: this.formats.month(this.chosen()),
      points: this.formats.number(this.all().length),
      ...{ pass: count('pass'), fail: count('fail'), unknown: count('unknown') },
    });
  });

  protected choose(state: Verdict['state']): void {
    void this.url.replace({ verdict: this.state() === state ? null : state });
  }

  protected retry(): void {
    this.asked.retry();
    this.city.retry();
  }

  protected readonly cellOf = ({ point, name, byMonth }: MatrixRow, month: Day) => this.cell(byMonth.get(month), { point, name, month });
  protected readonly cityCell = (month: Day) => this.cell(this.cityByMonth().get(month), { point: '', name: this.seen.name(), month });

  private month(month: Day): TableColumn<MatrixRow> {
    const text = (verdict: Verdict | undefined): string => (verdict === undefined ? '' : this.words.say(`standing.${verdict.state}`));
    return {
      ...{ id: month, text: this.formats.month(month), width: 96 },
      order: ({ byMonth }) => SEVERITY.indexOf(byMonth.get(month)?.state ?? 'not_applicable'),
      cell: ({ byMonth }) => ({ text: text(byMonth.get(month)) }),
      total: { text: text(this.cityByMonth().get(month)) },
    };
  }

  /** What a cell draws; `null` where nothing was judged. */
  private cell(
    verdict: Verdict | undefined,
    { point, name, month }: { readonly point: string; readonly name: string; readonly month: Day },
  ) {
    if (verdict === undefined) return null;
    const open = this.shown.cell();
    return {
      ...{ point, month, state: verdict.state },
      breaches: verdict.breaches ? this.formats.number(verdict.breaches) : '',
      isOpen: open?.point === point && open.month === month,
      label: `${name}, ${this.formats.month(month)}: ${this.rules.spelled(this.standard(), verdict)}`,
    };
  }
}
