import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Schedule } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

/** What is pulled by itself: when, when next, and what came of the last time. */
@Component({
  selector: 'eh-schedule-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <div class="table-box" tabindex="0" role="group" [attr.aria-label]="'pipelines.schedules' | transloco">
      <table class="table" id="schedules">
        <thead>
          <tr>
            <th scope="col">{{ 'data.source' | transloco }}</th>
            <th scope="col">{{ 'pipelines.when' | transloco }}</th>
            <th scope="col">{{ 'pipelines.next' | transloco }}</th>
            <th scope="col">{{ 'pipelines.last' | transloco }}</th>
            <th scope="col">{{ 'data.state' | transloco }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.source) {
            <tr>
              <th scope="row">{{ row.source }}</th>
              <td>{{ row.when }}</td>
              <td>{{ row.next }}</td>
              <td>{{ row.last }}</td>
              <td>
                <span class="state" [class.is-late]="row.isTroubled">{{ row.state }}</span>
                @if (row.message) {
                  <span class="why">{{ row.message }}</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .why {
      margin-left: 8px;
      color: var(--eh-ink-2);
      font-size: 12.5px;
    }
  `,
})
export class ScheduleTable {
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  readonly schedules = input.required<readonly Schedule[]>();

  protected readonly rows = computed(() => this.schedules().map((schedule) => this.rowOf(schedule)));

  private rowOf({ source, schedule, isPaused, nextAt, slots }: Schedule) {
    const [last] = slots;
    const when =
      'at' in schedule
        ? this.words.say('pipelines.at', { times: schedule.at.join(', ') })
        : this.words.say('pipelines.every', { minutes: this.formats.number(schedule.every_minutes) });
    return {
      source,
      when,
      next: nextAt === null ? '–' : this.formats.instant(nextAt),
      last: last ? this.formats.instant(last.slotAt) : '–',
      state: isPaused ? this.words.say('pipelines.paused') : last ? this.words.say(`slot.${last.state}`) : '–',
      isTroubled: last?.state === 'failed' || last?.state === 'waiting',
      message: last?.message ?? '',
    };
  }
}
