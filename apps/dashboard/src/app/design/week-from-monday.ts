import { effect, inject, Injectable } from '@angular/core';
import { NativeDateAdapter } from '@angular/material/core';
import { Words } from '../i18n/words';

/** Weeks that begin on Monday and names of months and weekdays in the active language. */
@Injectable()
export class WeekFromMonday extends NativeDateAdapter {
  private readonly words = inject(Words);

  constructor() {
    super();
    effect(() => this.setLocale(this.words.language() === 'vi' ? 'vi-VN' : 'en-GB'));
  }

  override getFirstDayOfWeek(): number {
    return 1;
  }
}
