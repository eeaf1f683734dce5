import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { Run } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { mapReady, readyData } from '../../data/loadable';
import { pipeline } from '../../data/pipeline';
import { Icon } from '../../design/icon';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { totalsOf } from './run-totals';

/** What came in: how fresh each source is, and what became of every record read. */
@Component({
  selector: 'eh-data-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, Panel, TranslocoPipe],
  templateUrl: './data-page.html',
  styleUrl: './data-page.css',
})
export class DataPage {
  private readonly words = inject(Words);
  protected readonly formats = inject(Formats);
  protected readonly pipeline = pipeline();

  protected readonly sources = computed(() => readyData(this.pipeline.health())?.sources ?? []);
  protected readonly noSources = computed(() =>
    this.pipeline.health().state === 'ready' && this.sources().length === 0 ? this.words.say('data.no_sources') : null,
  );
  protected readonly staleness = computed(() => {
    const stale = this.sources().filter(({ isStale }) => isStale).length;
    return this.sources().length === 0
      ? ''
      : this.words.say(stale === 0 ? 'data.all_fresh' : 'data.some_stale', { stale: this.formats.number(stale) });
  });

  protected readonly runs = computed(() => readyData(mapReady(this.pipeline.runs(), (runs) => runs.map((run) => this.viewOf(run)))) ?? []);
  protected readonly noRuns = computed(() =>
    this.pipeline.runs().state === 'ready' && this.runs().length === 0 ? this.words.say('data.no_runs') : null,
  );

  protected readonly entity = (id: string): string => this.words.sayIfKnown(`entity.${id}`, id);
  protected readonly every = (hours: number | null): string =>
    hours === null ? '–' : this.words.say('data.hours', { hours: this.formats.number(hours) });

  private viewOf(run: Run) {
    const totals = totalsOf(run);
    const number = this.formats.number;
    return {
      ...run,
      fileNames: run.files.map((file) => file.split('/').at(-1)).join(', '),
      sum: this.words.say('data.sum', {
        read: number(totals.read),
        loaded: number(totals.loaded),
        duplicate: number(totals.duplicate),
        quarantined: number(totals.quarantined),
      }),
      addsUp: totals.read === totals.loaded + totals.duplicate + totals.quarantined,
      took:
        run.endedAt === null
          ? ''
          : this.words.say('data.took', { seconds: number((Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000, 1) }),
    };
  }
}
