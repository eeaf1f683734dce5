import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { DateAdapter, provideNativeDateAdapter } from '@angular/material/core';
import { MatCalendar, MatDatepickerIntl } from '@angular/material/datepicker';
import type { Day } from '@evenhand/domain';
import { dateOf, dayOf } from './calendar-days';
import { CalendarWords } from './calendar-words';
import { WeekFromMonday } from './week-from-monday';

/** A calendar from which one day is picked. */
@Component({
  selector: 'eh-day-calendar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatCalendar],
  providers: [
    provideNativeDateAdapter(),
    { provide: DateAdapter, useClass: WeekFromMonday },
    { provide: MatDatepickerIntl, useClass: CalendarWords },
  ],
  template: `<mat-calendar [selected]="date()" [startAt]="date()" (selectedChange)="pick($event)" />`,
  styles: `
    :host {
      display: block;
      width: 280px;
      max-width: 100%;
    }
  `,
})
export class DayCalendar {
  /** `null` where no day is chosen. */
  readonly day = input.required<Day | null>();
  readonly choose = output<Day>();

  protected readonly date = computed(() => {
    const day = this.day();
    return day === null ? null : dateOf(day);
  });

  protected pick(date: Date | null): void {
    if (date !== null) this.choose.emit(dayOf(date));
  }
}
