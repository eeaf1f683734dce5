import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Day } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import type { NamedDayEntry } from '../../data/registers';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { MonthPager } from './month-pager';
import { type DayCell, monthsOf } from './year-months';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const KEY = ['holiday', 'compensatory', 'swap_working', 'weekly_rest'] as const;

/**
 * A year at a glance: rest days, days off and swapped days. A day that the calendar names can be chosen. A narrow screen shows
 * one month at a time.
 */
@Component({
  selector: 'eh-year-grid',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MonthPager, TranslocoPipe],
  templateUrl: './year-grid.html',
  styleUrl: './year-grid.css',
})
export class YearGrid {
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  readonly year = input.required<number>();
  readonly entries = input.required<readonly NamedDayEntry[]>();
  readonly chosen = input<Day | null>(null);
  /** The first day of the month that a narrow screen shows. */
  readonly month = input.required<Day>();
  readonly turn = output<Day>();
  readonly choose = output<Day>();

  protected readonly weekdays = WEEKDAYS;
  protected readonly kinds = KEY;
  private readonly notes = computed(() => new Map(this.entries().map(({ key, content }) => [key, content.note])));
  protected readonly months = computed(() =>
    monthsOf(
      this.year(),
      this.entries().map(({ content }) => content),
    ).map((month) => ({
      ...month,
      name: this.formats.monthName(month.first),
      counted: this.words.say('calendar.month_days', { days: this.formats.number(month.workingDays) }),
      cells: month.days.map((cell) => ({ ...cell, label: this.labelOf(cell) })),
    })),
  );

  private labelOf({ day, kind }: DayCell): string {
    const note = this.notes().get(day);
    const what = this.words.say(`day_kind.${kind}`);
    return `${this.formats.dayLong(day)}: ${note ? `${what}, ${note}` : what}`;
  }
}
