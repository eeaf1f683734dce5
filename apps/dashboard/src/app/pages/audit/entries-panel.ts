import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { AuditEntryInfo } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { auditEntries } from '../../data/audit';
import { readyData } from '../../data/loadable';
import { UrlState } from '../../data/url-state';
import { pageIn, PageSteps } from '../../design/page-steps';
import { Panel } from '../../design/panel';
import { ColumnCell } from '../../design/table/column-cell';
import { Columns } from '../../design/table/columns';
import { DataTable } from '../../design/table/data-table';
import type { TableColumn } from '../../design/table/table-column';
import { listState } from '../../design/table/table-state';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { detailsOf, kindOf, type Saying } from './entry-rows';

const SIZE = 200;

/** An entry in words. */
interface Row extends Pick<AuditEntryInfo, 'id' | 'at' | 'who' | 'did' | 'requestId' | 'hash'> {
  readonly name: string;
  readonly kind: string;
  readonly summary: string;
  readonly what: readonly Saying[];
  readonly changes: readonly { readonly title: string; readonly sayings: readonly Saying[] }[];
}

/** Who did and saw what, the last first; searched by who and by what. */
@Component({
  selector: 'eh-audit-entries-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ColumnCell, DataTable, PageSteps, Panel, TranslocoPipe],
  templateUrl: './entries-panel.html',
  styleUrl: './entries-panel.css',
})
export class AuditEntriesPanel {
  private readonly url = inject(UrlState);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);
  private readonly columnsOf = inject(Columns);

  private readonly did = this.url.param('did');
  private readonly who = this.url.param('who');
  private readonly entry = this.url.param('entry');
  protected readonly page = computed(() => pageIn(this.url.params().get('page')));
  protected readonly size = SIZE;
  protected readonly asked = auditEntries(() => ({ who: this.who(), did: this.did(), page: this.page(), size: SIZE }));
  private readonly data = computed(() => readyData(this.asked.load()));

  protected readonly note = computed(() => {
    const total = this.data()?.total;
    return total === undefined ? '' : this.words.say('audit.entries_note', { entries: this.formats.number(total) });
  });
  protected readonly empty = computed(() => (this.data()?.total === 0 ? this.words.say('audit.none') : null));
  protected readonly total = computed(() => this.data()?.total ?? 0);
  protected readonly rows = computed(() => (this.data()?.entries ?? []).map((entry) => this.row(entry)));
  protected readonly chosen = computed(() => this.rows().find(({ id }) => String(id) === this.entry()) ?? null);

  protected readonly table = listState({ name: 'entries', first: 'number', others: ['when', 'who', 'did', 'what'], sort: '-number' });
  protected readonly columns = computed<readonly TableColumn<Row>[]>(() => [
    this.columnsOf.count<Row>('number', 'audit.number', { of: ({ id }) => id, width: 96 }),
    this.columnsOf.instant<Row>('when', 'audit.when', { of: ({ at }) => at, width: 150 }),
    this.columnsOf.text<Row>('who', 'audit.who', { of: ({ name }) => name, width: 250 }),
    this.columnsOf.text<Row>('did', 'audit.did', { of: ({ kind, did }) => `${kind} ${did}`, width: 330 }),
    this.columnsOf.text<Row>('what', 'audit.what', { of: ({ summary }) => summary, width: 360 }),
  ]);
  protected readonly idOf = ({ id }: Row): string => String(id);
  protected readonly textOf = ({ id, name, kind, did, summary }: Row): string => [id, name, kind, did, summary].join(' ');

  protected only(who: string): void {
    void this.url.set({ who, page: null });
  }

  protected readonly toPage = (page: number): void => void this.url.set({ page: page === 1 ? null : String(page), entry: null });

  protected open({ id }: Row): void {
    void this.url.set({ entry: String(id) === this.entry() ? null : String(id) });
  }

  private row(entry: AuditEntryInfo): Row {
    const { what, before, after } = detailsOf(entry);
    const said = what.slice(0, 3).map(({ name, value }) => `${name}: ${value}`);
    return {
      ...{ id: entry.id, at: entry.at, who: entry.who, did: entry.did, what, requestId: entry.requestId, hash: entry.hash },
      name: entry.name ?? this.words.sayIfKnown(`audit_who.${entry.who}`, entry.who),
      kind: this.words.say(`audit_kind.${kindOf(entry.did)}`),
      summary: said.length === 0 ? this.words.say('audit.details') : said.join(' · '),
      changes: [...this.named('audit.before', before), ...this.named('audit.after', after)],
    };
  }

  private named(key: 'audit.before' | 'audit.after', sayings: readonly Saying[]) {
    return sayings.length === 0 ? [] : [{ title: this.words.say(key), sayings }];
  }
}
