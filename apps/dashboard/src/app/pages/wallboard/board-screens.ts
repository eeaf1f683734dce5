import { inject, Injectable } from '@angular/core';
import type { Wallboard } from '@evenhand/contracts';
import { formatDay, formatMonth } from '../../format/day';
import { formatNumber, formatShare } from '../../format/number';
import { Words } from '../../i18n/words';
import { type Standing, standingOf } from './board-figures';

export const SCREENS = ['now', 'rates', 'help'] as const;

/** One large figure of a screen. */
export interface BoardFigure {
  readonly name: string;
  readonly text: string;
  readonly unit: string;
  readonly isKnown: boolean;
  readonly note: string;
  readonly standing: Standing;
}

const NO_BREAK = '\u00a0';

/** The figures of a board in words that a hall understands. */
@Injectable({ providedIn: 'root' })
export class BoardScreens {
  private readonly words = inject(Words);

  /** How many wait at the moment and how long the longest has. */
  now({ line }: Wallboard): readonly BoardFigure[] {
    const unknown = line.unknownPoints === 0 ? '' : this.words.say('board.unknown_points', { points: this.number(line.unknownPoints) });
    const open = this.words.say('board.open_points', { points: this.number(line.openPoints) });
    const longest = line.waiting === 0 ? 0 : line.longestMinutes;
    return [
      this.counted('board.waiting', line.waiting, {
        unit: this.words.say('board.people'),
        note: [open, unknown].filter(Boolean).join(' · '),
      }),
      this.counted('board.longest', longest, { unit: this.words.say('unit.minutes'), note: '' }),
    ];
  }

  /** How the day and the month go against their standards. */
  rates({ limitMinutes, longWait, onTime }: Wallboard): readonly BoardFigure[] {
    const { language, say } = this.words;
    const day = longWait === null ? '' : formatDay(longWait.from, language());
    const month = onTime === null ? '' : say('board.in_month', { month: formatMonth(onTime.from, language()) });
    return [
      this.rate(say('board.long_wait', { minutes: this.number(limitMinutes) }), longWait, say('board.on_day', { day })),
      onTime === null || onTime.toldOn === null
        ? this.rate(say('board.on_time'), onTime, month)
        : this.notTold(say('board.on_time'), [month, say('board.told_on', { day: formatDay(onTime.toldOn, language()) })].join(', ')),
    ];
  }

  private counted(key: string, value: number | null, { unit, note }: { readonly unit: string; readonly note: string }): BoardFigure {
    const isKnown = value !== null;
    const text = isKnown ? this.number(Math.round(value)) : this.words.say('board.unknown');
    return { name: this.words.say(key), text, unit: isKnown ? unit : '', isKnown, note, standing: 'none' };
  }

  /** A month that the public is told of later. */
  private notTold(name: string, note: string): BoardFigure {
    return { name, text: this.words.say('board.not_told'), unit: '', isKnown: false, note, standing: 'none' };
  }

  private rate(name: string, figure: Wallboard['longWait'], when: string): BoardFigure {
    const value = figure?.value.value ?? null;
    if (figure === null || value === null) {
      const note = this.words.say(`reason.${figure?.value.reason ?? 'no_data'}`);
      return { name, text: this.words.say('board.unknown'), unit: '', isKnown: false, note, standing: 'none' };
    }
    const { language } = this.words;
    const sign = figure.standard?.comparison === 'at_most' ? '≤' : '≥';
    const asked = figure.standard === null ? '' : `${sign}${NO_BREAK}${formatShare(figure.standard.value, language(), 0)}`;
    const standard = asked === '' ? '' : this.words.say('kpi.standard', { standard: asked });
    const note = [when, standard].filter(Boolean).join(' · ');
    return { name, text: formatShare(value, language()), unit: '', isKnown: true, note, standing: standingOf(figure) };
  }

  private number(value: number): string {
    return formatNumber(value, this.words.language());
  }
}
