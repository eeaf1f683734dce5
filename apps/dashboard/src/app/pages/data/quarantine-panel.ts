import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { quarantineCounts, quarantined } from '../../data/data-quality';
import { readyData } from '../../data/loadable';
import { UrlState } from '../../data/url-state';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

const SHOWN = 50;

const asText = (raw: string): string => {
  try {
    const fields = JSON.parse(raw) as Readonly<Record<string, string>>;
    return Object.entries(fields)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}: ${value}`)
      .join(' · ');
  } catch {
    return raw; // a record that is no JSON stands as it was kept
  }
};

/** Records that broke a law and wait: why, how many, which ones, and how to let them in once something is mended. */
@Component({
  selector: 'eh-quarantine-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Panel, TranslocoPipe],
  templateUrl: './quarantine-panel.html',
  styleUrl: './quarantine-panel.css',
})
export class QuarantinePanel {
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);
  private readonly url = inject(UrlState);

  protected readonly counted = quarantineCounts();
  private readonly counts = computed(() => readyData(this.counted.load()));
  protected readonly none = computed(() => (this.counts()?.total === 0 ? this.words.say('quality.nothing_waits') : null));
  protected readonly note = computed(() => {
    const counts = this.counts();
    return counts === null ? '' : this.words.say('quality.waiting', { records: this.formats.number(counts.total) });
  });
  private readonly chosenKey = this.url.param('refused');
  protected readonly reasons = computed(() =>
    (this.counts()?.counts ?? []).map(({ source, entity, reason, entries, label }) => {
      const key = `${source}/${entity}/${reason}`;
      return {
        key,
        source,
        entity,
        reason,
        isChosen: key === this.chosenKey(),
        text: this.words.label(label),
        kind: this.words.sayIfKnown(`entity.${entity}`, entity),
        count: this.formats.number(entries),
      };
    }),
  );
  private readonly chosen = computed(() => this.reasons().find(({ isChosen }) => isChosen) ?? null);
  protected readonly replay = computed(() => {
    const chosen = this.chosen();
    const only = chosen === null ? '' : ` --source ${chosen.source} --reason ${chosen.reason}`;
    return `npm run etl -- quarantine replay${only}`;
  });
  protected readonly exported = computed(() => {
    const chosen = this.chosen();
    const only = chosen === null ? {} : { source: chosen.source, entity: chosen.entity, reason: chosen.reason };
    return `/api/quarantine/export?${new URLSearchParams({ ...only, format: 'csv' }).toString()}`;
  });
  protected readonly asked = quarantined(() => {
    const chosen = this.chosen();
    return chosen === null ? null : { source: chosen.source, entity: chosen.entity, reason: chosen.reason, limit: SHOWN };
  });
  protected readonly entries = computed(() =>
    this.chosen() === null
      ? []
      : (readyData(this.asked.load())?.entries ?? []).map((entry) => ({
          key: `${entry.file}:${entry.line}:${entry.entity}`,
          where: `${entry.file.split('/').at(-1) ?? entry.file}:${entry.line}`,
          seen: this.formats.instant(entry.firstSeenAt),
          run: entry.runId,
          text: asText(entry.raw),
        })),
  );

  protected toggle(key: string): void {
    void this.url.set({ refused: key === this.chosenKey() ? null : key });
  }
}
