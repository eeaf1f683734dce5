import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { DateAdapter, provideNativeDateAdapter } from '@angular/material/core';
import {
  DateRange,
  DefaultMatCalendarRangeStrategy,
  MAT_DATE_RANGE_SELECTION_STRATEGY,
  MatCalendar,
  MatDatepickerIntl,
} from '@angular/material/datepicker';
import { addDays, type TimeRange } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import type { KnownDays } from '../data/periods';
import { Formats } from '../format/formats';
import { dateOf, dayOf } from '../design/calendar-days';
import { CalendarWords } from '../design/calendar-words';
import { WeekFromMonday } from '../design/week-from-monday';

/** Two days picked from a calendar: the first and the last day of a period. */
@Component({
  selector: 'eh-range-calendar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatCalendar, TranslocoPipe],
  providers: [
    provideNativeDateAdapter(),
    { provide: DateAdapter, useClass: WeekFromMonday },
    { provide: MAT_DATE_RANGE_SELECTION_STRATEGY, useClass: DefaultMatCalendarRangeStrategy },
    { provide: MatDatepickerIntl, useClass: CalendarWords },
  ],
  template: `
    <p class="said" aria-live="polite">{{ said() }}</p>
    <mat-calendar
      [selected]="selected()"
      [startAt]="selected().start"
      [minDate]="minDate()"
      [maxDate]="maxDate()"
      (selectedChange)="pick($event)"
    />
    <button type="button" class="button" [disabled]="range() === null" (click)="apply()">{{ 'period.apply' | transloco }}</button>
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      width: 280px;
      max-width: 100%;
      padding: 6px;
    }
    .said {
      padding: 0 8px;
      color: var(--eh-ink-2);
      font-size: 12.5px;
    }
    .button {
      justify-content: center;
    }
  `,
})
export class RangeCalendar {
  readonly initial = input.required<TimeRange>();
  readonly known = input.required<KnownDays>();
  readonly choose = output<TimeRange>();

  private readonly formats = inject(Formats);

  protected readonly selected = linkedSignal(() => {
    const { from, to } = this.initial();
    return new DateRange<Date>(dateOf(from), dateOf(addDays(to, -1)));
  });
  protected readonly minDate = computed(() => dateOf(this.known().firstDay));
  protected readonly maxDate = computed(() => dateOf(this.known().lastDay));

  protected readonly range = computed<TimeRange | null>(() => {
    const { start, end } = this.selected();
    return start === null || end === null ? null : { from: dayOf(start), to: addDays(dayOf(end), 1) };
  });

  protected readonly said = computed(() => {
    const range = this.range();
    if (range !== null) return this.formats.range(range);
    const { start } = this.selected();
    return start === null ? '' : `${this.formats.day(dayOf(start))} – …`;
  });

  /** The first day picked begins a period, the second ends it; a day before the first begins anew. */
  protected pick(date: Date | null): void {
    if (date === null) return;
    const { start, end } = this.selected();
    const isEnd = start !== null && end === null && date >= start;
    this.selected.set(isEnd ? new DateRange<Date>(start, date) : new DateRange<Date>(date, null));
  }

  protected apply(): void {
    const range = this.range();
    if (range !== null) this.choose.emit(range);
  }
}
