import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { FeedDays } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

const TROUBLED: readonly string[] = ['thin', 'missing'];

/** Why each day of a feed is held for what it is: the usual count beside what arrived. */
@Component({
  selector: 'eh-feed-days-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <div class="table-box" tabindex="0" role="group" [attr.aria-label]="'feeds.days' | transloco">
      <table class="table dense" id="feed-days">
        <thead>
          <tr>
            <th scope="col">{{ 'feeds.day' | transloco }}</th>
            <th scope="col" class="number">{{ 'feeds.usual' | transloco }}</th>
            <th scope="col" class="number">{{ 'feeds.arrived' | transloco }}</th>
            <th scope="col">{{ 'data.state' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.day) {
            <tr>
              <td>{{ row.dayText }}</td>
              <td class="number">{{ row.usual }}</td>
              <td class="number">{{ row.arrivedText }}</td>
              <td>
                <span class="state" [class.is-late]="row.isTroubled">{{ row.stateText }}</span>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class FeedDaysTable {
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  readonly days = input.required<FeedDays['days']>();

  protected readonly rows = computed(() =>
    this.days()
      .toReversed()
      .map((day) => ({
        ...day,
        dayText: this.formats.dayLong(day.day),
        usual: day.expected === null ? '–' : this.formats.number(day.expected),
        arrivedText: this.formats.number(day.arrived),
        isTroubled: TROUBLED.includes(day.state),
        stateText: this.words.say(`day_state.${day.state}`),
      })),
  );
}
