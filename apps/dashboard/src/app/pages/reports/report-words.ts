import { inject, Injectable } from '@angular/core';
import type { PointsRange, ReportPeriod } from '@evenhand/domain';
import { CityFacts } from '../../data/city-facts';
import { Formats } from '../../format/formats';
import { byName } from '../../format/search';
import { ScopeName } from '../../format/scope-name';
import { Words } from '../../i18n/words';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** Puts periods, units and points of reports into words. */
@Injectable({ providedIn: 'root' })
export class ReportWords {
  private readonly words = inject(Words);
  private readonly seen = inject(ScopeName);
  private readonly formats = inject(Formats);
  private readonly facts = inject(CityFacts);

  /** `Quý III/2026`, `6 tháng đầu năm 2026`. */
  readonly period = ({ kind, year, number }: ReportPeriod): string => {
    const { say } = this.words;
    switch (kind) {
      case 'month':
        return say('reports.period_month', { month: this.formats.month(`${year}-${String(number).padStart(2, '0')}-01`) });
      case 'quarter':
        return say('reports.period_quarter', { quarter: ROMAN[number - 1] ?? number, year });
      case 'half':
        return say(number === 1 ? 'reports.period_half_first' : 'reports.period_half_second', { year });
      case 'nine_months':
        return say('reports.period_nine_months', { year });
      case 'year':
        return say('reports.period_year', { year });
    }
  };

  /** Units that a report can be made for: the city, then every ward by its name. */
  readonly units = (): readonly { readonly value: string; readonly text: string }[] => {
    const wards = new Map(
      this.facts.points().flatMap(({ wardCode, wardName, wardType }) => {
        const name = wardType === null ? wardName : `${wardType} ${wardName ?? ''}`;
        return wardCode === null ? [] : [[wardCode, name ?? wardCode] as const];
      }),
    );
    const named = [...wards].map(([value, text]) => ({ value, text }));
    return [{ value: 'city', text: this.seen.name() }, ...named.toSorted((a, b) => byName(a.text, b.text))];
  };

  /** What a unit is called. */
  readonly unit = (unit: string): string => this.units().find(({ value }) => value === unit)?.text ?? unit;

  /** Points as far as they are known: `12,5`, or `6,0–12,0` where some are not. */
  readonly points = ({ low, high }: PointsRange, digits = 1): string => {
    const [least, most] = [this.formats.number(low, digits), this.formats.number(high, digits)];
    return least === most ? least : `${least}–${most}`;
  };

  /** Points that are lost or to be won: what rounds to nothing is still something. */
  readonly lost = (points: number): string =>
    points > 0 && points < 0.005 ? `<${this.formats.number(0.01, 2)}` : this.formats.number(points, 2);

  /** The number of an indicator; what only tells two of one number apart is left out. */
  readonly id = (indicator: string): string => /^\d+(\.\d+[a-z]?)?/.exec(indicator)?.[0] ?? indicator;

  /** True where what nobody knows could change the points. */
  readonly isOpen = (range: PointsRange, digits = 1): boolean => this.points(range, digits).includes('–');
}
