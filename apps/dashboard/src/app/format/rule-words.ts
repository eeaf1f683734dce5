import { inject, Injectable } from '@angular/core';
import type { ServiceStandard, StandardPage, Verdicts } from '@evenhand/contracts';
import { CityFacts } from '../data/city-facts';
import { Formats } from './formats';
import type { Unit } from './number';
import { Words } from '../i18n/words';

export type Verdict = Verdicts['verdicts'][number];
type Limits = Readonly<Record<string, number>>;
type Citation = ServiceStandard['citations'][number];
type Threshold = ServiceStandard['thresholds'][number];
type Judged = Pick<Verdict, 'value' | 'interval' | 'bounds' | 'n' | 'breaches'>;

/** Puts standards, their numbers and their verdicts into words. */
@Injectable({ providedIn: 'root' })
export class RuleWords {
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly facts = inject(CityFacts);

  /** One number of a rule: `20 phút`, `5 %`, `15 ngày làm việc`. */
  readonly threshold = (value: number, { unit }: Pick<Threshold, 'unit'>): string => {
    if (unit === 'share') return this.formats.share(value, Number.isInteger(Math.round(value * 1e6) / 1e4) ? 0 : 1);
    const number = this.formats.number(value, Number.isInteger(value) ? 0 : 1);
    return this.words.say(value === 1 ? `threshold.one_${unit}` : `threshold.${unit}`, { number });
  };

  /** All numbers of a rule: `Số phút chờ tối đa: 20 phút · Tỷ lệ: ≤ 5 %`; empty where the rule has none. */
  readonly limits = (standard: ServiceStandard, limits: Limits): string =>
    standard.thresholds
      .flatMap((threshold) => {
        const value = limits[threshold.id];
        if (value === undefined) return [];
        const sign = threshold.id !== 'share' || standard.comparison === null ? '' : standard.comparison === 'at_most' ? '≤ ' : '≥ ';
        return [`${this.words.label(threshold.label)}: ${sign}${this.threshold(value, threshold)}`];
      })
      .join(' · ');

  /** The numbers in force, or why there are none. */
  readonly inForce = (standard: ServiceStandard): string => {
    if (standard.limits === null) return this.words.say(standard.isAdopted ? 'standards.not_in_force' : 'standards.not_adopted');
    return this.limits(standard, standard.limits) || this.words.say('standards.no_numbers');
  };

  /** The text of a rule with its article. */
  readonly citation = ({ instrument, article }: Citation): string =>
    [this.words.label(instrument), ...(article === null ? [] : [this.words.label(article)])].join(', ');

  /** What the figure behind a verdict says; empty where there is none. */
  readonly figure = (standard: ServiceStandard, { value, interval, n, breaches }: Judged): string => {
    if (n === null) return this.words.say('reason.suppressed');
    if (value === null) return '';
    const unit = this.unitOf(standard, breaches);
    const share = this.formats.withUnit(value, unit);
    if (breaches === null) return interval === null ? share : `${share} (${this.formats.interval(interval, unit)})`;
    const counts = { breaches: this.formats.number(breaches), n: this.formats.number(n) };
    const told = this.words.say(standard.comparison === 'at_most' ? 'standards.share_broke' : 'standards.share_kept', { share, ...counts });
    return interval === null ? told : `${told} ${this.words.say('standards.interval', { range: this.formats.interval(interval, unit) })}`;
  };

  /** What the figure could be had the silent days told; empty where nothing is missing. */
  readonly bounds = (standard: ServiceStandard, { bounds, breaches }: Judged): string =>
    this.formats.bounds({ bounds }, this.unitOf(standard, breaches));

  /** Why a verdict is neither passed nor failed; empty where it is either. */
  readonly why = ({ reason }: Pick<Verdict, 'reason'>): string => (reason === null ? '' : this.words.say(`standards.reason_${reason}`));

  /** Up to when and how completely it is known. */
  readonly basis = ({ asOf, coverage }: Pick<Verdict, 'asOf' | 'coverage'>): string =>
    [
      ...(asOf === null ? [] : [this.words.say('standards.as_of', { at: this.formats.instant(asOf) })]),
      ...(coverage === null ? [] : [this.words.say('standards.coverage', { share: this.formats.share(coverage) })]),
    ].join(' · ');

  /** The whole of a verdict in one line, for labels. */
  readonly spelled = (standard: ServiceStandard, verdict: Verdict): string =>
    [this.words.say(`standing.${verdict.state}`), this.why(verdict), this.figure(standard, verdict), this.bounds(standard, verdict)]
      .filter((part) => part !== '')
      .join('; ');

  /** What a worked example must come to, or came to. */
  readonly outcome = ({ state, n, breaches }: StandardPage['examples'][number]['found']): string => {
    const said = this.words.sayIfKnown(`standing.${state}`, state);
    const counts = { n: this.formats.count(n), breaches: this.formats.count(breaches) };
    return this.words.say(breaches === null ? 'standards.outcome_n' : 'standards.outcome', { state: said, ...counts });
  };

  private unitOf(standard: ServiceStandard, breaches: number | null): Unit {
    return breaches !== null || standard.metric === null ? 'share' : (this.facts.metric(standard.metric)?.unit ?? 'share');
  }
}
