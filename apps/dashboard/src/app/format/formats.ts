import { inject, Injectable } from '@angular/core';
import type { Day, Interval, Standard, TimeRange, Value } from '@evenhand/domain';
import { CityFacts } from '../data/city-facts';
import { Words } from '../i18n/words';
import {
  formatDay,
  formatDayLong,
  formatDayShort,
  formatInstant,
  formatMonth,
  formatMonthName,
  formatMonthShort,
  formatRange,
  instantIn,
} from './day';
import { formatFigure, formatInWords, formatNumber, formatShare, type Unit } from './number';
import { periodName } from './period-name';
import { casesBehind } from '../data/cases-behind';

const NO_BREAK = '\u00a0';
const MS_PER_HOUR = 3_600_000;

/** Figures, days and instants in the active language and the city's zone. */
@Injectable({ providedIn: 'root' })
export class Formats {
  private readonly words = inject(Words);
  private readonly facts = inject(CityFacts);

  readonly number = (value: number, digits = 0): string => formatNumber(value, this.words.language(), digits);
  /** A large count in a sentence: `1,2 triệu`. */
  readonly inWords = (count: number): string => formatInWords(count, this.words.language());
  /** A number of cases; a dash where it is suppressed. */
  readonly count = (count: number | null): string => (count === null ? '–' : this.number(count));
  readonly share = (share: number, digits = 1): string => formatShare(share, this.words.language(), digits);
  readonly figure = (value: number, unit: Unit): string => formatFigure(value, unit, this.words.language());
  /** The unit beside a figure: `%`, `phút` …; empty for counts. */
  readonly unit = (unit: Unit): string => (unit === 'share' ? '%' : unit === 'count' ? '' : this.words.say(`unit.${unit}`));

  /** A figure with its unit: `15,9 %`, `18,5 phút`, `1.234`; a dash when there is none. */
  readonly withUnit = (value: number | null, unit: Unit): string => {
    if (value === null) return '–';
    if (unit === 'share') return this.share(value);
    return [this.figure(value, unit), this.unit(unit)].filter((part) => part !== '').join(NO_BREAK);
  };

  /** `28,1–34,3 %`. */
  readonly interval = ({ low, high }: Interval, unit: Unit): string => `${this.figure(low, unit)}–${this.withUnit(high, unit)}`;

  /** A value with its interval and the cases it rests on, for tooltips and labels. */
  readonly spelled = (value: Value, unit: Unit): string => {
    if (value.value === null) return this.words.say(`reason.${value.reason ?? 'no_data'}`);
    // A count is a fact: its interval is for comparisons, not beside it.
    const interval = value.interval === null || unit === 'count' ? '' : ` (${this.interval(value.interval, unit)})`;
    // A count rests on itself.
    const basis = value.n === value.value ? '' : `, n${NO_BREAK}=${NO_BREAK}${this.number(casesBehind(value))}`;
    const bounds = this.bounds(value, unit);
    return `${this.withUnit(value.value, unit)}${interval}${basis}${bounds === '' ? '' : `; ${bounds}`}`;
  };

  /** What a figure could be had the silent feeds told; empty where nothing is missing, or what is changes no shown digit. */
  readonly bounds = ({ bounds }: Pick<Value, 'bounds'>, unit: Unit): string => {
    if (bounds === null || this.figure(bounds.low, unit) === this.figure(bounds.high, unit)) return '';
    return this.words.say('figure.bounds', { range: this.interval(bounds, unit) });
  };

  /** What a standard asks for, in short: `Chuẩn ≤ 5 %`; empty where there is none. */
  readonly standard = (standard: Standard | null, unit: Unit): string => {
    if (standard === null) return '';
    const value = unit === 'share' ? this.share(standard.value, 0) : this.withUnit(standard.value, unit);
    return this.words.say('kpi.standard', { standard: `${standard.comparison === 'at_most' ? '≤' : '≥'}${NO_BREAK}${value}` });
  };

  /** A length of time in the one unit of its column: hours for what stretches over days, else minutes. */
  readonly duration = (milliseconds: number, unit: 'minutes' | 'hours'): string =>
    unit === 'minutes'
      ? this.withUnit(milliseconds / 60_000, 'minutes')
      : `${this.number(milliseconds / MS_PER_HOUR, 1)}${NO_BREAK}${this.words.say('unit.hours')}`;

  readonly day = (day: Day): string => formatDay(day, this.words.language());
  readonly month = (day: Day): string => formatMonth(day, this.words.language());
  readonly monthShort = (day: Day): string => formatMonthShort(day, this.words.language());
  /** `Tháng 1`, `January`. */
  readonly monthName = (day: Day): string => formatMonthName(day, this.words.language());
  readonly dayShort = (day: Day): string => formatDayShort(day, this.words.language());
  readonly dayLong = (day: Day): string => formatDayLong(day, this.words.language());
  readonly range = (range: TimeRange): string => formatRange(range, this.words.language());
  /** A period by its name, where it has one, and its days: `Tuần 44/2026: 26/10 – 01/11/2026`. */
  readonly namedRange = (range: TimeRange): string => {
    const name = periodName(range, this.words.language());
    return name === null ? this.range(range) : `${name}: ${this.range(range)}`;
  };
  readonly instant = (instant: string): string => formatInstant(instant, this.zone(), this.words.language());
  /** Day and time of an instant, apart. */
  readonly instantParts = (instant: string): { readonly day: Day; readonly time: string } => instantIn(instant, this.zone());

  private readonly zone = (): string => this.facts.city()?.zone ?? 'Asia/Ho_Chi_Minh';
}
