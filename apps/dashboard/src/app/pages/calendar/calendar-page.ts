import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { type Day, isDay, type RegisterName } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { readyData } from '../../data/loadable';
import { calendarYear, namedDays, register, registerHistory } from '../../data/registers';
import { UrlState } from '../../data/url-state';
import { Icon } from '../../design/icon';
import { Panel } from '../../design/panel';
import { Segmented } from '../../design/segmented';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { ChangeHistory } from './change-history';
import { DayForm } from './day-form';
import { DayTable } from './day-table';
import { HoursTable } from './hours-table';
import { LimitTable } from './limit-table';
import { YearGrid } from './year-grid';

/** The registers that decide whether a dossier is in time. */
const SHOWN = ['calendar', 'opening_hours', 'hours_on_dates', 'procedure_limits'] as const satisfies readonly RegisterName[];

/** Which days, hours and limits the city counts by, who changed them and why. */
@Component({
  selector: 'eh-calendar-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ChangeHistory, DayForm, DayTable, HoursTable, Icon, LimitTable, Panel, Segmented, TranslocoPipe, YearGrid],
  templateUrl: './calendar-page.html',
  styleUrl: './calendar-page.css',
})
export class CalendarPage {
  private readonly facts = inject(CityFacts);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);
  protected readonly url = inject(UrlState);

  /** The year of the link, else that of the latest data, else this one. */
  protected readonly year = computed(() => {
    const asked = this.url.params().get('year') ?? '';
    if (/^\d{4}$/.test(asked)) return Number(asked);
    if (this.facts.cityLoad().state === 'loading') return null;
    return Number(this.facts.knownDays()?.lastDay.slice(0, 4) ?? new Date().getFullYear());
  });
  protected readonly day = computed<Day | null>(() => {
    const day = this.url.params().get('day') ?? '';
    return isDay(day) ? day : null;
  });
  protected readonly shownRegister = computed<RegisterName>(() => {
    const asked = this.url.params().get('register');
    return SHOWN.find((name) => name === asked) ?? 'calendar';
  });

  protected readonly asked = calendarYear(() => this.year());
  protected readonly hours = register('opening_hours');
  protected readonly dates = register('hours_on_dates');
  protected readonly limits = register('procedure_limits');
  protected readonly history = registerHistory(() => this.shownRegister());

  protected readonly entries = computed(() => namedDays(readyData(this.asked.load())?.entries ?? []));
  protected readonly entry = computed(() => this.entries().find(({ key }) => key === this.day()) ?? null);
  protected readonly workingDays = computed(() => {
    const data = readyData(this.asked.load());
    return data === null ? '' : this.words.say('calendar.working_days', { days: this.formats.number(data.workingDays) });
  });
  protected readonly noDays = computed(() =>
    this.asked.load().state === 'ready' && this.entries().length === 0 ? this.words.say('calendar.no_days') : null,
  );

  protected readonly hoursEntries = computed(() => readyData(this.hours.load())?.entries ?? []);
  protected readonly datesEntries = computed(() => readyData(this.dates.load())?.entries ?? []);
  protected readonly noHours = computed(() =>
    this.hours.load().state === 'ready' && this.hoursEntries().length === 0 ? this.words.say('calendar.no_hours') : null,
  );
  protected readonly limitEntries = computed(() => readyData(this.limits.load())?.entries ?? []);
  protected readonly noLimits = computed(() =>
    this.limits.load().state === 'ready' && this.limitEntries().length === 0 ? this.words.say('calendar.no_limits') : null,
  );

  protected readonly changes = computed(() => readyData(this.history.load())?.changes ?? []);
  protected readonly noChanges = computed(() =>
    this.history.load().state === 'ready' && this.changes().length === 0 ? this.words.say('calendar.no_history') : null,
  );
  protected readonly registers = computed(() => SHOWN.map((name) => ({ value: name, text: this.words.say(`register.${name}`) })));

  /** The first day of the month that a phone shows: that of the link, of the chosen day, of the latest data, else January. */
  protected month(year: number): Day {
    const named = [this.url.params().get('month'), this.day(), this.facts.knownDays()?.lastDay];
    const months = named.map((text) => `${text?.slice(0, 7) ?? ''}-01`);
    return months.find((first) => isDay(first) && Number(first.slice(0, 4)) === year) ?? `${year}-01-01`;
  }

  protected toYear(year: number): Promise<void> {
    return this.url.set({ year: String(year), month: null, day: null });
  }

  protected toMonth(first: Day): Promise<void> {
    return this.url.replace({ year: first.slice(0, 4), month: first.slice(0, 7) });
  }

  /** The form stands below the year on a phone: whoever chooses a day wants to see it. */
  protected async choose(day: Day | null): Promise<void> {
    await this.url.set({ day, ...(day === null ? {} : { year: day.slice(0, 4), month: null }) });
    document.querySelector('eh-day-form')?.scrollIntoView({ block: 'nearest' });
  }

  protected askAgain(): void {
    for (const asked of [this.asked, this.hours, this.dates, this.limits, this.history]) asked.retry();
  }
}
