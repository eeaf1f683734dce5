import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
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
import { Icon } from '../../design/icon';
import { Panel } from '../../design/panel';
import { StandingKey } from '../../design/standing-key';
import { StandingMark } from '../../design/standing-mark';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { countInMonth, keepRows, matrixRows, pageOf } from './matrix-rows';
import { RuleWords, type Verdict } from '../../format/rule-words';
import { ShownPeriod } from './shown-period';
import { stateIn } from './standard-rows';

const SIZE = 25;

/** What a rule comes to at every point in the last months; a cell opens the cases that broke it. */
@Component({
  selector: 'eh-verdict-matrix',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, Panel, RouterLink, StandingKey, StandingMark, TranslocoPipe],
  templateUrl: './verdict-matrix.html',
  styleUrl: './verdict-matrix.css',
})
export class VerdictMatrix {
  readonly standard = input.required<StandardPage>();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly words = inject(Words);
  private readonly rules = inject(RuleWords);
  protected readonly carried = this.filters.carried;
  protected readonly shown = inject(ShownPeriod);
  protected readonly formats = inject(Formats);

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
  protected readonly typed = computed(() => this.url.params().get('q') ?? '');
  protected readonly state = computed(() => stateIn(this.url.params().get('verdict')));
  private readonly chosen = computed(() => this.shown.period()?.chosen ?? '');
  private readonly kept = computed(() => keepRows(this.all(), { typed: this.typed(), state: this.state(), month: this.chosen() }));
  protected readonly paged = computed(() => pageOf(this.kept(), Number(this.url.params().get('page') ?? 1), SIZE));

  protected readonly heads = computed(() => this.shown.months().map((month) => ({ month, text: this.formats.month(month) })));
  private readonly cityByMonth = computed(() => {
    const load = this.city.byStandard().get(this.standard().id) ?? LOADING;
    return new Map((readyData(load)?.verdicts ?? []).map((verdict) => [verdict.from, verdict]));
  });
  /** The city as a whole, then the points of this page. */
  protected readonly rows = computed(() => {
    const city = { point: '', name: this.words.say('points.whole_city'), byMonth: this.cityByMonth() };
    return [city, ...this.paged().items].map(({ point, name, byMonth }) => ({ point, name, cells: this.cellsOf(point, name, byMonth) }));
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

  protected search(event: Event): void {
    const typed = event.target instanceof HTMLInputElement && event.target.value !== '' ? event.target.value : null;
    void this.url.replace({ q: typed, page: null });
  }

  protected choose(state: Verdict['state']): void {
    void this.url.replace({ verdict: this.state() === state ? null : state, page: null });
  }

  protected readonly toPage = (page: number): void => void this.url.set({ page: page === 1 ? null : String(page) });

  protected retry(): void {
    this.asked.retry();
    this.city.retry();
  }

  private cellsOf(point: string, name: string, byMonth: ReadonlyMap<Day, Verdict>) {
    const open = this.shown.cell();
    return this.shown.months().map((month) => {
      const verdict = byMonth.get(month) ?? null;
      return {
        ...{ point, month },
        state: verdict?.state ?? null,
        breaches: verdict?.breaches ? this.formats.number(verdict.breaches) : '',
        isOpen: open?.point === point && open.month === month,
        label: verdict === null ? '' : `${name}, ${this.formats.month(month)}: ${this.rules.spelled(this.standard(), verdict)}`,
      };
    });
  }
}
