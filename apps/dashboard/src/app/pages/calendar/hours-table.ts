import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DateHours, RegisterEntry } from '@evenhand/contracts';
import type { Day } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { hoursRows } from './hours-rows';
import { validityOf } from './validity';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const isOfDate = (content: RegisterEntry['content']): content is DateHours => 'stretches' in content && 'day' in content;

/** When points are open: by weekday, and on single dates. */
@Component({
  selector: 'eh-hours-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <div class="table-box" tabindex="0" role="group" [attr.aria-label]="'calendar.hours' | transloco">
      <table class="table dense" id="opening-hours">
        <thead>
          <tr>
            <th scope="col">{{ 'calendar.where' | transloco }}</th>
            @for (weekday of weekdays; track weekday) {
              <th scope="col">{{ 'weekday.' + weekday | transloco }}</th>
            }
            <th scope="col">{{ 'calendar.holds' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.key) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              @for (hours of row.week; track $index) {
                <td>
                  @for (stretch of hours ?? [row.otherwise]; track stretch) {
                    <span>{{ stretch }}</span>
                  }
                </td>
              }
              <td>{{ row.holds }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
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
    td span {
      display: block;
      white-space: nowrap;
    }
    th[scope='row'],
    td:last-child {
      white-space: nowrap;
    }
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

  readonly entries = input.required<readonly RegisterEntry[]>();
  /** Entries for single dates. */
  readonly onDates = input<readonly RegisterEntry[]>([]);

  protected readonly weekdays = WEEKDAYS;
  protected readonly rows = computed(() =>
    hoursRows(this.entries()).map((row) => ({
      key: `${row.point ?? ''}/${row.from}/${row.to ?? ''}`,
      name: this.nameOf(row.point),
      week: row.week,
      // A point without hours of its own on a weekday follows the city's.
      otherwise: row.point === null ? '–' : this.words.say('calendar.as_city'),
      holds: this.validity(row.from, row.to),
    })),
  );
  protected readonly dates = computed(() =>
    this.onDates()
      .flatMap(({ key, content }) => (isOfDate(content) ? [{ key, content }] : []))
      .map(({ key, content }) => ({
        key,
        day: this.formats.dayLong(content.day),
        name: this.nameOf(content.pointCode),
        text: this.textOf(content),
      })),
  );

  private readonly nameOf = (code: string | null): string =>
    code === null ? this.words.say('points.whole_city') : (this.facts.point(code)?.name ?? code);

  private textOf({ stretches, note }: DateHours): string {
    const hours = stretches.map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`).join(', ') || this.words.say('calendar.closed');
    return note === null ? hours : `${hours} (${note})`;
  }

  private validity(from: Day, to: Day | null): string {
    return validityOf(from, to, { words: this.words, formats: this.formats });
  }
}
