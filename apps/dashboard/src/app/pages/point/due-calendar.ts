import { computed, inject, Injectable } from '@angular/core';
import { addDays, type Day, WorkingCalendar } from '@evenhand/domain';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { type Loadable, LOADING, readyData } from '../../data/loadable';
import { calendarYear, namedDays } from '../../data/registers';

/** The day on which open dossiers are counted, and the calendar by which their days are. */
export interface CountingDay {
  readonly today: Day;
  readonly calendar: WorkingCalendar;
}

/** The working calendar around the end of the period, asked once for all that count days. */
@Injectable()
export class DueCalendar {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);

  /** The last day of the period of which there is data. */
  private readonly today = computed<Day | null>(() => {
    const [range, known] = [this.filters.range(), this.facts.knownDays()];
    if (range === null || known === null) return null;
    return range.to <= known.lastDay ? addDays(range.to, -1) : known.lastDay;
  });
  // Due days may lie in the years beside that of the count.
  private readonly years = [-1, 0, 1].map((offset) =>
    calendarYear(() => {
      const today = this.today();
      return today === null ? null : Number(today.slice(0, 4)) + offset;
    }),
  );

  readonly load = computed<Loadable<CountingDay>>(() => {
    const [today, loads] = [this.today(), this.years.map(({ load }) => load())];
    const failed = loads.find(({ state }) => state === 'error');
    if (failed?.state === 'error') return failed;
    const known = loads.flatMap((load) => readyData(load) ?? []);
    if (today === null || known.length < loads.length) return LOADING;
    const days = known.flatMap(({ entries }) => namedDays(entries)).map(({ content }) => content);
    return { state: 'ready', data: { today, calendar: new WorkingCalendar(days) }, isStale: false };
  });

  readonly retry = (): void => {
    for (const year of this.years) year.retry();
  };
}
