import { inject, Injectable } from '@angular/core';
import type { Value } from '@evenhand/domain';
import { isPartial } from '../../data/verdict';
import { Formats } from '../../format/formats';
import type { Unit } from '../../format/number';
import { Words } from '../../i18n/words';
import type { CellLook, TableCell } from './table-column';

/** How a figure looks that nothing is said about; zero, unknown and suppressed never look alike. */
function lookOf(figure: Value | undefined): CellLook {
  if (figure?.reason === 'suppressed') return 'suppressed';
  // Nothing to count is known for certain: it is neither a zero nor a gap.
  if (figure?.reason === 'no_cases') return 'none';
  if (figure === undefined || figure.value === null) return 'unknown';
  return isPartial(figure) ? 'partial' : 'plain';
}

/** Figures as cells of a table: the value with its unit; interval, n and reason on hover. */
@Injectable({ providedIn: 'root' })
export class FigureCells {
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  /** `bar` is the length of the bar behind it as a share of the longest. */
  of(figure: Value | undefined, unit: Unit, bar: number | null = null): TableCell {
    const look = lookOf(figure);
    if (look === 'suppressed') {
      const why = this.words.say('reason.suppressed');
      return { text: '‹5', look, title: why, spoken: why };
    }
    if (figure === undefined || figure.value === null) {
      const reason = this.words.say(`reason.${figure?.reason ?? 'no_data'}`);
      return { text: '–', look, title: reason, spoken: reason };
    }
    return {
      text: this.formats.withUnit(figure.value, unit),
      look,
      bar,
      title: this.formats.spelled(figure, unit),
      ...(look === 'partial' ? { spoken: this.words.say('verdict.partial') } : {}),
    };
  }
}
