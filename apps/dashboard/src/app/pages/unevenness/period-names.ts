import { inject, Injectable } from '@angular/core';
import { addDays, type Day, type TimeRange } from '@evenhand/domain';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import type { SeriesGrain } from './unevenness-choice';

/** What the periods of a series are called. */
@Injectable({ providedIn: 'root' })
export class PeriodNames {
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  /** `10/2026` or `26/10`; in English `Oct 2026` or `26 Oct`. */
  readonly short = (first: Day, grain: SeriesGrain): string =>
    grain === 'week' ? this.formats.dayShort(first) : this.formats.month(first);

  /** `Tháng 10/2026`, `Oct 2026`, or the days of a week. */
  readonly inFull = (range: TimeRange, grain: SeriesGrain): string =>
    grain === 'week'
      ? this.formats.range({ from: range.from, to: range.to > range.from ? range.to : addDays(range.from, 1) })
      : this.words.say('unevenness.month_of', { month: this.short(range.from, grain) });
}
