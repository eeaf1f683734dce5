import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { CalendarDay } from '@evenhand/contracts';
import type { Day } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import type { NamedDayEntry } from '../../data/registers';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

/** The days of a year that differ from Monday to Friday, in words: what each is, who says so. */
@Component({
  selector: 'eh-day-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <div class="table-box" tabindex="0" role="group" [attr.aria-label]="'calendar.days' | transloco">
      <table class="table dense" id="named-days">
        <thead>
          <tr>
            <th scope="col">{{ 'calendar.day' | transloco }}</th>
            <th scope="col">{{ 'calendar.kind' | transloco }}</th>
            <th scope="col">{{ 'calendar.basis' | transloco }}</th>
            <th scope="col">{{ 'calendar.told_by' | transloco }}</th>
            <th scope="col">
              <span class="visually-hidden">{{ 'calendar.change' | transloco }}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.day) {
            <tr [attr.data-day]="row.day">
              <th scope="row">{{ row.dayText }}</th>
              <td>
                {{ row.what }}
                @if (row.isAssumed) {
                  <span class="state is-late">{{ 'calendar.assumed' | transloco }}</span>
                }
                @if (row.fileSays) {
                  <span class="file">{{ row.fileSays }}</span>
                }
              </td>
              <td>{{ row.basis }}</td>
              <td class="origin">{{ row.origin }}</td>
              <td class="number">
                <button type="button" class="button" [attr.aria-label]="row.changeLabel" (click)="choose.emit(row.day)">
                  {{ 'calendar.change' | transloco }}
                </button>
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    th,
    .origin {
      white-space: nowrap;
    }
    td:nth-child(2),
    td:nth-child(3) {
      min-width: 170px;
    }
    .state {
      margin-left: 6px;
    }
    .file {
      display: block;
      color: var(--eh-watch-strong);
      font-size: 12px;
    }
    .button {
      min-height: 28px;
      padding: 2px 10px;
    }
    @media (pointer: coarse) {
      .button {
        min-height: 40px;
      }
    }
  `,
})
export class DayTable {
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  readonly entries = input.required<readonly NamedDayEntry[]>();
  readonly choose = output<Day>();

  protected readonly rows = computed(() => this.entries().map((entry) => this.rowOf(entry)));

  private whatOf({ kind, note }: CalendarDay): string {
    return [this.words.say(`day_kind.${kind}`), note].filter((part) => part !== null && part !== '').join(' · ');
  }

  private rowOf({ key, content, origin, fileSays }: NamedDayEntry) {
    const decided = content.decidedOn === null ? null : this.words.say('calendar.decided', { day: this.formats.day(content.decidedOn) });
    const dayText = this.formats.dayLong(key);
    return {
      day: key,
      dayText,
      what: this.whatOf(content),
      isAssumed: content.standing === 'assumed',
      basis: [content.source, decided].filter((part) => part !== null).join(', ') || '–',
      origin: this.words.say(`origin.${origin}`),
      fileSays: fileSays === undefined ? '' : this.fileText(fileSays),
      changeLabel: `${this.words.say('calendar.change')}: ${dayText}`,
    };
  }

  private fileText(said: CalendarDay | null): string {
    return said === null ? this.words.say('calendar.file_silent') : this.words.say('calendar.file_says', { what: this.whatOf(said) });
  }
}
