import { inject, Injectable } from '@angular/core';
import type { TrendAnswer } from '@evenhand/contracts';
import { Words } from '../i18n/words';
import { Formats } from './formats';

/** What a documented change is called. */
@Injectable({ providedIn: 'root' })
export class ChangeWords {
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  /** `14/09/2026 · Tăng cường cán bộ (một số điểm)`. */
  readonly of = ({ day, to, title, isWholeCity }: TrendAnswer['changes'][number]): string => {
    const stretch = to === null ? this.formats.day(day) : this.formats.range({ from: day, to });
    const name = this.words.label(title);
    return `${stretch} · ${isWholeCity ? name : this.words.say('trend.some_points', { change: name })}`;
  };
}
