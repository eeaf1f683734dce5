import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { reconciled } from '../../data/data-quality';
import { Filters } from '../../data/filters';
import { readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { DifferingDays } from './differing-days';
import { DifferingDossiers } from './differing-dossiers';
import { NationalCounts } from './national-counts';
import { SourceCounts } from './source-counts';

const NATIONAL = ['same', 'missingThere', 'missingHere', 'masked', 'statusDiffers'] as const;

/** Whether the warehouse holds what sources say they hold, and whether the national copy says the same. */
@Component({
  selector: 'eh-reconciliation-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DifferingDays, DifferingDossiers, NationalCounts, Panel, SourceCounts, TranslocoPipe],
  templateUrl: './reconciliation-panel.html',
  styles: `
    h3 {
      margin: 12px 0 4px;
      font-size: 13px;
      font-weight: 600;
    }
    h3:first-child {
      margin-top: 0;
    }
    .none {
      color: var(--eh-ink-3);
      font-size: 13px;
    }
  `,
})
export class ReconciliationPanel {
  private readonly filters = inject(Filters);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  protected readonly asked = reconciled(() => this.filters.range());
  private readonly data = computed(() => readyData(this.asked.load()));
  protected readonly period = computed(() => {
    const data = this.data();
    return data === null ? '' : this.words.say('feeds.period', { period: this.formats.range(data) });
  });
  protected readonly none = computed(() => {
    const data = this.data();
    return data && data.counts.length === 0 && data.national === null ? this.words.say('quality.nothing_compared') : null;
  });
  protected readonly counts = computed(() => this.data()?.counts ?? []);
  protected readonly days = computed(() => this.data()?.days ?? []);
  protected readonly national = computed(() => {
    const national = this.data()?.national;
    return national ? NATIONAL.map((key) => ({ key, text: this.words.say(`national.${key.toLowerCase()}`), count: national[key] })) : [];
  });
  protected readonly dossiers = computed(() => this.data()?.dossiers ?? []);
}
