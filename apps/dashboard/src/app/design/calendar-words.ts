import { effect, inject, Injectable } from '@angular/core';
import { MatDatepickerIntl } from '@angular/material/datepicker';
import { Words } from '../i18n/words';

/** What the buttons of the calendar say to a screen reader. */
@Injectable()
export class CalendarWords extends MatDatepickerIntl {
  private readonly words = inject(Words);

  constructor() {
    super();
    effect(() => {
      this.calendarLabel = this.words.say('calendar.label');
      this.prevMonthLabel = this.words.say('calendar.previous_month');
      this.nextMonthLabel = this.words.say('calendar.next_month');
      this.prevYearLabel = this.words.say('calendar.previous_year');
      this.nextYearLabel = this.words.say('calendar.next_year');
      this.prevMultiYearLabel = this.words.say('calendar.previous_years');
      this.nextMultiYearLabel = this.words.say('calendar.next_years');
      this.switchToMonthViewLabel = this.words.say('calendar.to_days');
      this.switchToMultiYearViewLabel = this.words.say('calendar.to_years');
      this.startDateLabel = this.words.say('calendar.first_day');
      this.endDateLabel = this.words.say('calendar.last_day');
      this.changes.next();
    });
  }
}
