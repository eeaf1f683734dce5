import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DateHours, RegisterEntry } from '@evenhand/contracts';
import type { Day } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { type HoursRow, hoursRows } from './hours-rows';
import { validityOf } from './validity';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const isOfDate = (content: RegisterEntry['content']): content is DateHours => 'stretches' in content && 'day' in content;

/** When points are open: by weekday, and on single dates. */
@Component({
  selector: 'eh-hours-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, TranslocoPipe],
  template: `
    <eh-data-table
      key="opening-hours"
      [name]="'calendar.hours' | transloco"
      [columns]="columns()"
      [rows]="rows()"
      [state]="table"
      [idOf]="idOf"
      [textOf]="textOf"
      [searchText]="'ranking.search' | transloco"
      [hasPins]="false"
      [height]="480"
    />
    @if (dates().length > 0) {
      <h3>{{ 'calendar.on_dates' | transloco }}</h3>
      <ul>
        @for (date of dates(); track date.key) {
          <li>
            <b>{{ date.day }}</b> · {{ date.name }}: {{ date.text }}
          </li>
        }
      </ul>
    }
  `,
  styles: `
    h3 {
      margin: 14px 0 4px;
      font-size: 13px;
      font-weight: 600;
    }
    ul {
      margin: 0;
      padding-left: 18px;
    }
  `,
})
export class HoursTable {
  private readonly facts = inject(CityFacts);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);
  private readonly columnsOf = inject(Columns);

  readonly entries = input.required<readonly RegisterEntry[]>();
  /** Entries for single dates. */
  readonly onDates = input<readonly RegisterEntry[]>([]);

  protected readonly table = listState({
    name: 'hours',
    first: 'name',
    others: [...WEEKDAYS.map((day) => `day${day}`), 'holds'],
    sort: 'name',
  });
  /** Those of the whole city first: so equals stand. */
  protected readonly rows = computed(() => hoursRows(this.entries()));
  protected readonly columns = computed<readonly TableColumn<HoursRow>[]>(() => [
    this.columnsOf.text<HoursRow>('name', 'calendar.where', {
      of: ({ point }) => this.nameOf(point),
      order: ({ point }) => (point === null ? '' : this.nameOf(point)),
    }),
    ...WEEKDAYS.map((day) =>
      this.columnsOf.text<HoursRow>(`day${day}`, `weekday.${day}`, { of: (row) => this.hoursOn(row, day), width: 112 }),
    ),
    this.columnsOf.text<HoursRow>('holds', 'calendar.holds', {
      of: ({ from, to }) => this.validity(from, to),
      order: ({ from }) => from,
      isLargestFirst: true,
      width: 180,
    }),
  ]);
  protected readonly idOf = ({ point, from, to }: HoursRow): string => `${point ?? ''}/${from}/${to ?? ''}`;
  protected readonly textOf = ({ point }: HoursRow): string => `${this.nameOf(point)} ${point ?? ''}`;

  protected readonly dates = computed(() =>
    this.onDates()
      .flatMap(({ key, content }) => (isOfDate(content) ? [{ key, content }] : []))
      .map(({ key, content }) => ({
        key,
        day: this.formats.dayLong(content.day),
        name: this.nameOf(content.pointCode),
        text: this.onDate(content),
      })),
  );

  private readonly nameOf = (code: string | null): string =>
    code === null ? this.words.say('points.whole_city') : (this.facts.point(code)?.name ?? code);

  private onDate({ stretches, note }: DateHours): string {
    const hours = stretches.map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`).join(', ') || this.words.say('calendar.closed');
    return note === null ? hours : `${hours} (${note})`;
  }

  /** A point without hours of its own on a weekday follows the city's. */
  private hoursOn({ point, week }: HoursRow, day: number): string {
    const own = week[day - 1] ?? null;
    if (own !== null) return own.join(', ');
    return point === null ? '–' : this.words.say('calendar.as_city');
  }

  private validity(from: Day, to: Day | null): string {
    return validityOf(from, to, { words: this.words, formats: this.formats });
  }
}
