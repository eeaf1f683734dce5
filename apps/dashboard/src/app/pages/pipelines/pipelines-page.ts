import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { readyData } from '../../data/loadable';
import { dataHealth, runHistory, schedules, sourceNames } from '../../data/pipeline';
import { UrlState } from '../../data/url-state';
import { ChoiceMenu } from '../../design/choice-menu';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { RunEntry } from './run-entry';
import { RunTwin } from './run-twin';
import { totalsOf } from './run-totals';
import { ScheduleTable } from './schedule-table';

const STATES = ['running', 'published', 'failed'] as const;

/** What is being loaded, what comes by itself, and what every load came to. */
@Component({
  selector: 'eh-pipelines-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ChoiceMenu, Panel, RunEntry, ScheduleTable, TranslocoPipe],
  templateUrl: './pipelines-page.html',
  styleUrl: './pipelines-page.css',
})
export class PipelinesPage {
  private readonly twins = inject(RunTwin);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  protected readonly url = inject(UrlState);

  protected readonly source = this.url.param('source');
  protected readonly status = this.url.param('status');
  private readonly health = dataHealth();
  private readonly names = sourceNames(this.health);
  protected readonly history = runHistory(() => ({ source: this.source(), status: this.status() }));
  protected readonly planned = schedules();

  protected readonly runs = computed(() => readyData(this.history.load()) ?? []);
  protected readonly noRuns = computed(() => {
    if (this.history.load().state !== 'ready' || this.runs().length > 0) return null;
    return this.words.say(this.source() === null && this.status() === null ? 'data.no_runs' : 'pipelines.none_match');
  });
  protected readonly twin = computed(() => this.twins.of(this.runs()));
  protected readonly running = computed(() => this.runs().filter(({ endedAt }) => endedAt === null).length);
  /** How much all that is listed has read. */
  protected readonly caption = computed(() => {
    const records = this.runs().reduce((sum, run) => sum + totalsOf(run).read, 0);
    const params = { runs: this.formats.number(this.runs().length), records: this.formats.inWords(records) };
    return this.runs().length === 0 ? '' : this.words.say('pipelines.read', params);
  });
  protected readonly note = computed(() =>
    this.running() === 0 ? this.words.say('data.law') : this.words.say('pipelines.running', { runs: this.running() }),
  );
  protected readonly schedules = computed(() => readyData(this.planned.load()) ?? []);
  protected readonly noSchedules = computed(() =>
    this.planned.load().state === 'ready' && this.schedules().length === 0 ? this.words.say('pipelines.no_schedules') : null,
  );

  protected readonly sources = computed(() => [
    { value: null, text: this.words.say('filter.all') },
    ...this.names().map((name) => ({ value: name, text: name })),
  ]);
  protected readonly states = computed(() => [
    { value: null, text: this.words.say('filter.all') },
    ...STATES.map((state) => ({ value: state, text: this.words.say(`run.${state}`) })),
  ]);
}
