import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { auditEntries } from '../../data/audit';
import { readyData } from '../../data/loadable';
import { UrlState } from '../../data/url-state';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { detailsOf, kindOf, type Saying } from './entry-rows';

const SIZE = 50;

/** Who did and saw what, the last first; searched by who and by what. */
@Component({
  selector: 'eh-audit-entries-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Panel, TranslocoPipe],
  templateUrl: './entries-panel.html',
  styleUrl: './entries-panel.css',
})
export class AuditEntriesPanel {
  private readonly url = inject(UrlState);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  private readonly did = this.url.param('did');
  private readonly who = this.url.param('who');
  private readonly page = computed(() => Math.max(1, Math.trunc(Number(this.url.params().get('page') ?? 1)) || 1));
  protected readonly asked = auditEntries(() => ({ who: this.who(), did: this.did(), page: this.page(), size: SIZE }));
  private readonly data = computed(() => readyData(this.asked.load()));

  protected readonly note = computed(() => {
    const total = this.data()?.total;
    return total === undefined ? '' : this.words.say('audit.entries_note', { entries: this.formats.number(total) });
  });
  protected readonly empty = computed(() => (this.data()?.total === 0 ? this.words.say('audit.none') : null));
  protected readonly pages = computed(() => Math.max(1, Math.ceil((this.data()?.total ?? 0) / SIZE)));
  protected readonly place = computed(() => ({ page: this.formats.number(this.page()), pages: this.formats.number(this.pages()) }));
  protected readonly isFirst = computed(() => this.page() <= 1);
  protected readonly isLast = computed(() => this.page() >= this.pages());
  protected readonly rows = computed(() =>
    (this.data()?.entries ?? []).map((entry) => {
      const { what, before, after } = detailsOf(entry);
      return {
        ...{ id: entry.id, who: entry.who, did: entry.did, what, requestId: entry.requestId, hash: entry.hash },
        name: entry.name ?? this.words.sayIfKnown(`audit_who.${entry.who}`, entry.who),
        when: this.formats.instant(entry.at),
        kind: this.words.say(`audit_kind.${kindOf(entry.did)}`),
        changes: [...this.named('audit.before', before), ...this.named('audit.after', after)],
      };
    }),
  );

  protected only(who: string): void {
    void this.url.set({ who, page: null });
  }

  protected turn(by: number): void {
    void this.url.set({ page: String(this.page() + by) });
  }

  private named(key: 'audit.before' | 'audit.after', sayings: readonly Saying[]) {
    return sayings.length === 0 ? [] : [{ title: this.words.say(key), sayings }];
  }
}
