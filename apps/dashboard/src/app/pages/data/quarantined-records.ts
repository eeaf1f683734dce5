import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Quarantine } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { type QuarantineChoice, quarantined } from '../../data/data-quality';
import { readyData } from '../../data/loadable';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';

type Entry = Quarantine['entries'][number];

const SHOWN = 50;

/** The fields of a record as `name: value`; a record that is no JSON stands as it was kept. */
function asText(raw: string): string {
  try {
    const fields = JSON.parse(raw) as Readonly<Record<string, string>>;
    return Object.entries(fields)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}: ${value}`)
      .join(' · ');
  } catch {
    return raw;
  }
}

const placeOf = ({ file, line }: Entry): string => `${file.split('/').at(-1) ?? file}:${line}`;

/** The records that wait for one reason, as they were sent. */
@Component({
  selector: 'eh-quarantined-records',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataTable, TranslocoPipe],
  template: `<eh-data-table
    key="quarantined"
    [name]="'quality.quarantine' | transloco"
    [columns]="columns()"
    [rows]="rows()"
    [state]="table"
    [idOf]="idOf"
    [textOf]="textOf"
    [searchText]="'table.search' | transloco"
    [total]="choice().entries"
    [hasPins]="false"
    [height]="420"
  />`,
})
export class QuarantinedRecords {
  private readonly columnsOf = inject(Columns);

  readonly choice = input.required<Pick<QuarantineChoice, 'source' | 'entity' | 'reason'> & { readonly entries: number }>();

  private readonly asked = quarantined(() => {
    const { source, entity, reason } = this.choice();
    return { source, entity, reason, limit: SHOWN };
  });
  protected readonly rows = computed(() => readyData(this.asked.load())?.entries ?? []);
  protected readonly table = listState({ name: 'records', first: 'where', others: ['seen', 'run', 'text'], sort: '-seen' });
  protected readonly columns = computed<readonly TableColumn<Entry>[]>(() => [
    this.columnsOf.text<Entry>('where', 'quality.where_in_file', { of: placeOf }),
    this.columnsOf.instant<Entry>('seen', 'quality.first_seen', { of: ({ firstSeenAt }) => firstSeenAt, width: 150 }),
    this.columnsOf.count<Entry>('run', 'quality.run', { of: ({ runId }) => runId, width: 84 }),
    this.columnsOf.text<Entry>('text', 'quality.record', { of: ({ raw }) => asText(raw), width: 520 }),
  ]);
  protected readonly idOf = ({ file, line, entity }: Entry): string => `${file}:${line}:${entity}`;
  protected readonly textOf = (entry: Entry): string => `${placeOf(entry)} ${asText(entry.raw)}`;
}
