import { inject, Injectable } from '@angular/core';
import type { TrendAnswer } from '@evenhand/contracts';
import { Formats } from '../../format/formats';
import type { Unit } from '../../format/number';
import { Words } from '../../i18n/words';
import type { ChangeMark, ControlFinding, ControlWeek } from './control-weeks';

/** What a control chart says, in sentences. */
@Injectable({ providedIn: 'root' })
export class TrendWords {
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  /** The finding of a chart: what changed, for how long, since what, and whether the standard will be met. */
  finding({ kind, weeks, last, since }: ControlFinding, { assurance }: Pick<TrendAnswer, 'assurance'>, unit: Unit): string {
    const said = this.words.say(`trend.${kind}${since === null ? '' : '_since'}`, {
      weeks: this.formats.number(weeks),
      last: this.formats.withUnit(last.value.value, unit),
      centre: this.formats.withUnit(last.centre, unit),
      day: since === null ? '' : this.formats.day(since.day),
      change: since === null ? '' : this.words.label(since.title),
    });
    return assurance === null ? said : `${said} ${this.words.label(assurance.label)}.`;
  }

  /** What a tooltip says of a week, a line each. */
  tooltip(
    { week, entry }: ControlWeek,
    { unit, isFilling, changes }: { unit: Unit; isFilling: boolean; changes: readonly { readonly change: ChangeMark }[] },
  ): readonly string[] {
    const { say } = this.words;
    const name = say('trend.week_of', { day: this.formats.day(week) });
    const limits = entry?.limits ? say('trend.limits_of', { limits: this.formats.interval(entry.limits, unit) }) : null;
    return [
      isFilling ? `${name} (${say('trend.partial')})` : name,
      entry === null ? say('map.unknown') : this.formats.spelled(entry.value, unit),
      limits,
      entry?.label ? this.words.label(entry.label) : null,
      ...changes.map(({ change }) => this.words.label(change.title)),
    ].filter((line) => line !== null);
  }
}
