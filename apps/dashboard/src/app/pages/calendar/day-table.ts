import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { CalendarDay } from '@evenhand/contracts';
import type { Day } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import type { NamedDayEntry } from '../../data/registers';
import { ColumnCell } from '../../design/table/column-cell';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

/** The days of a year that differ from Monday to Friday, in words: what each is, who says so. */
@Component({
  selector: 'eh-day-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ColumnCell, DataTable, TranslocoPipe],
  template: `
    <eh-data-table
      key="named-days"
      [name]="'calendar.days' | transloco"
      [columns]="columns()"
      [rows]="entries()"
      [state]="table"
      [idOf]="idOf"
      [textOf]="textOf"
      [searchText]="'table.search' | transloco"
      [hasPins]="false"
      [height]="560"
    >
      <ng-template ehColumnCell="what" [ehColumnCellOf]="entries()" let-entry>
        {{ whatOf(entry.content) }}
        @if (entry.content.standing === 'assumed') {
          <span class="state is-late">{{ 'calendar.assumed' | transloco }}</span>
        }
        @if (fileText(entry); as said) {
          <span class="file">{{ said }}</span>
        }
      </ng-template>
      <ng-template ehColumnCell="change" [ehColumnCellOf]="entries()" let-entry>
        <button type="button" class="button" [attr.aria-label]="changeLabel(entry)" (click)="choose.emit(entry.key)">
          {{ 'calendar.change' | transloco }}
        </button>
      </ng-template>
    </eh-data-table>
  `,
  styles: `
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
  private readonly columnsOf = inject(Columns);

  readonly entries = input.required<readonly NamedDayEntry[]>();
  readonly choose = output<Day>();

  protected readonly table = listState({ name: 'days', first: 'day', others: ['what', 'basis', 'origin', 'change'], sort: 'day' });
  protected readonly columns = computed<readonly TableColumn<NamedDayEntry>[]>(() => [
    this.columnsOf.day<NamedDayEntry>('day', 'calendar.day', {
      of: ({ key }) => key,
      cell: ({ key }) => ({ text: this.formats.dayLong(key) }),
      isLargestFirst: false,
      width: 196,
    }),
    this.columnsOf.text<NamedDayEntry>('what', 'calendar.kind', { of: ({ content }) => this.whatOf(content), width: 180 }),
    this.columnsOf.text<NamedDayEntry>('basis', 'calendar.basis', { of: ({ content }) => this.basisOf(content), width: 180 }),
    this.columnsOf.text<NamedDayEntry>('origin', 'calendar.told_by', {
      of: ({ origin }) => this.words.say(`origin.${origin}`),
      width: 96,
      isRoomy: true,
    }),
    { id: 'change', text: this.words.say('calendar.change'), cell: () => ({ text: '' }), width: 84 },
  ]);
  protected readonly idOf = ({ key }: NamedDayEntry): string => key;
  protected readonly textOf = ({ key, content }: NamedDayEntry): string =>
    [this.formats.dayLong(key), this.whatOf(content), this.basisOf(content) ?? ''].join(' ');

  protected readonly changeLabel = ({ key }: NamedDayEntry): string => `${this.words.say('calendar.change')}: ${this.formats.dayLong(key)}`;

  protected readonly whatOf = ({ kind, note }: CalendarDay): string =>
    [this.words.say(`day_kind.${kind}`), note].filter((part) => part !== null && part !== '').join(' · ');

  /** What the file says of a day that was set here; empty where it says nothing else. */
  protected fileText({ fileSays }: NamedDayEntry): string {
    if (fileSays === undefined) return '';
    return fileSays === null
      ? this.words.say('calendar.file_silent')
      : this.words.say('calendar.file_says', { what: this.whatOf(fileSays) });
  }

  private basisOf({ decidedOn, source }: CalendarDay): string | null {
    const decided = decidedOn === null ? null : this.words.say('calendar.decided', { day: this.formats.day(decidedOn) });
    return [source, decided].filter((part) => part !== null).join(', ') || null;
  }
}
