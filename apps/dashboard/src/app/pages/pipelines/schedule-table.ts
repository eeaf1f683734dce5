import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Schedule } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

/** What is pulled by itself: when, when next, and what came of the last time. */
@Component({
  selector: 'eh-schedule-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, TranslocoPipe],
  template: `<eh-data-table
    key="schedules"
    [name]="'pipelines.schedules' | transloco"
    [columns]="columns()"
    [rows]="schedules()"
    [state]="table"
    [idOf]="idOf"
    [hasPins]="false"
  />`,
})
export class ScheduleTable {
  private readonly columnsOf = inject(Columns);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  readonly schedules = input.required<readonly Schedule[]>();

  protected readonly table = listState({
    name: 'schedules',
    first: 'source',
    others: ['when', 'next', 'last', 'state'],
    sort: 'state,next',
  });
  protected readonly columns = computed<readonly TableColumn<Schedule>[]>(() => [
    this.columnsOf.text<Schedule>('source', 'data.source', { of: ({ source }) => source }),
    this.columnsOf.text<Schedule>('when', 'pipelines.when', { of: (one) => this.whenOf(one), width: 200 }),
    this.columnsOf.instant<Schedule>('next', 'pipelines.next', { of: ({ nextAt }) => nextAt, isLargestFirst: false, width: 150 }),
    this.columnsOf.instant<Schedule>('last', 'pipelines.last', { of: ({ slots }) => slots[0]?.slotAt ?? null, width: 150 }),
    {
      ...this.columnsOf.state<Schedule>('state', 'data.state', { of: (one) => this.stateOf(one), isLate: isTroubled, width: 320 }),
      cell: (one) => ({ text: this.stateOf(one), tag: isTroubled(one) ? 'late' : 'quiet', aside: one.slots[0]?.message ?? '' }),
    },
  ]);
  protected readonly idOf = ({ source }: Schedule): string => source;

  private whenOf({ schedule }: Schedule): string {
    if ('at' in schedule) return this.words.say('pipelines.at', { times: schedule.at.join(', ') });
    return this.words.say('pipelines.every', { minutes: this.formats.number(schedule.every_minutes) });
  }

  private stateOf({ isPaused, slots: [last] }: Schedule): string {
    if (isPaused) return this.words.say('pipelines.paused');
    return last === undefined ? '–' : this.words.say(`slot.${last.state}`);
  }
}

const isTroubled = ({ slots: [last] }: Schedule): boolean => last?.state === 'failed' || last?.state === 'waiting';
