import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { VERDICT_STATES, type VerdictState } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { cityVerdicts } from '../../data/city-verdicts';
import { Filters } from '../../data/filters';
import { readyData } from '../../data/loadable';
import { allStandards } from '../../data/standards';
import { UrlState } from '../../data/url-state';
import { Icon } from '../../design/icon';
import { Panel } from '../../design/panel';
import { StandingKey } from '../../design/standing-key';
import { StandingMark } from '../../design/standing-mark';
import { Formats } from '../../format/formats';
import { ScopeName } from '../../format/scope-name';
import { Words } from '../../i18n/words';
import { ShownPeriod } from './shown-period';
import { countStates, isFound, standardRows, stateIn } from './standard-rows';
import { StandardEntry } from './standard-entry';
import { StandardsTwin } from './standards-twin';

/** Every rule by which the city is judged, and what it comes to in the chosen month and those before. */
@Component({
  selector: 'eh-standards-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, Panel, RouterLink, StandardEntry, StandingKey, StandingMark, TranslocoPipe],
  templateUrl: './standards-page.html',
  styleUrl: './standards-page.css',
})
export class StandardsPage {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly formats = inject(Formats);
  private readonly twins = inject(StandardsTwin);
  protected readonly period = inject(ShownPeriod);
  protected readonly words = inject(Words);
  protected readonly scope = inject(ScopeName);

  protected readonly isEmpty = this.facts.isEmpty;
  protected readonly carried = this.filters.carried;
  protected readonly asked = allStandards();
  private readonly all = computed(() => readyData(this.asked.load())?.standards ?? []);
  private readonly judged = computed(() => this.all().filter(({ data }) => data === 'present'));

  private readonly verdicts = cityVerdicts(() => {
    const period = this.period.period();
    return period === null || this.judged().length === 0 ? null : { ...period.range, standards: this.judged().map(({ id }) => id) };
  });
  private readonly rows = computed(() => standardRows(this.judged(), this.verdicts.byStandard(), this.period.period()?.chosen ?? ''));
  private readonly counts = computed(() => countStates(this.rows()));

  protected readonly typed = computed(() => this.url.params().get('q') ?? '');
  protected readonly state = computed(() => stateIn(this.url.params().get('verdict')));
  protected readonly shown = computed(() =>
    this.rows()
      .filter(({ standard }) => isFound(standard, this.typed()))
      .filter(({ chosen }) => this.state() === null || chosen?.state === this.state()),
  );
  protected readonly twin = computed(() => this.twins.of(this.shown()));
  protected readonly missing = computed(() =>
    this.all().filter((standard) => standard.data === 'missing' && isFound(standard, this.typed())),
  );

  protected readonly choices = computed(() =>
    VERDICT_STATES.map((state) => ({ state, count: this.formats.number(this.counts()[state]), isOn: this.state() === state })),
  );
  protected readonly month = computed(() => {
    const chosen = this.period.period()?.chosen;
    return chosen === undefined ? '' : this.formats.month(chosen);
  });
  protected readonly about = computed(() => {
    const pending = this.rows().filter(({ load }) => load.state === 'loading').length;
    const counted = this.words.say('standards.counted', {
      shown: this.formats.number(this.shown().length),
      standards: this.formats.number(this.judged().length),
    });
    const waiting = pending === 0 ? [] : [this.words.say('standards.pending', { pending: this.formats.number(pending) })];
    return [this.words.say('standards.month', { month: this.month() }), counted, ...waiting].join(' · ');
  });
  /** The answer of the page in one sentence. */
  protected readonly sentence = computed(() => {
    const counts = this.counts();
    if (this.rows().length === 0 || this.rows().some(({ load }) => load.state === 'loading')) return '';
    return this.words.say('standards.sentence', {
      fail: this.formats.number(counts.fail),
      pass: this.formats.number(counts.pass),
      open: this.formats.number(counts.too_close + counts.unknown),
    });
  });
  /** Said when the top bar narrows what standards are never narrowed to. */
  protected readonly isWhole = computed(() => {
    const { branch, field, channel } = this.filters.choice();
    return branch !== null || field !== null || channel !== null;
  });

  protected search(event: Event): void {
    void this.url.replace({ q: event.target instanceof HTMLInputElement && event.target.value !== '' ? event.target.value : null });
  }

  protected choose(state: VerdictState): void {
    void this.url.replace({ verdict: this.state() === state ? null : state });
  }

  protected readonly retry = (): void => this.verdicts.retry();
}
