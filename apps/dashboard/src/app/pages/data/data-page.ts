import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { dataFindings } from '../../data/data-quality';
import { feedDays } from '../../data/feed-days';
import { Filters } from '../../data/filters';
import { readyData } from '../../data/loadable';
import { feeds, incidents } from '../../data/pipeline';
import { UrlState } from '../../data/url-state';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { FeedDaysTable } from './feed-days-table';
import { FeedMatrix } from './feed-matrix';
import { FeedTwin } from './feed-twin';
import { FindingsTable } from './findings-table';
import { IncidentList } from '../../design/incident-list';
import { QuarantinePanel } from './quarantine-panel';
import { ReconciliationPanel } from './reconciliation-panel';
import { SourceTable } from './source-table';

/** How complete the data is: which feeds tell enough, what is unknown and since when, and why a day is held for what it is. */
@Component({
  selector: 'eh-data-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    FeedDaysTable,
    FeedMatrix,
    FindingsTable,
    IncidentList,
    Panel,
    QuarantinePanel,
    ReconciliationPanel,
    SourceTable,
    TranslocoPipe,
  ],
  templateUrl: './data-page.html',
  styleUrl: './data-page.css',
})
export class DataPage {
  private readonly twins = inject(FeedTwin);
  private readonly words = inject(Words);
  private readonly facts = inject(CityFacts);
  private readonly formats = inject(Formats);
  private readonly url = inject(UrlState);
  private readonly filters = inject(Filters);

  protected readonly asked = feeds();
  protected readonly found = incidents();

  private readonly all = computed(() => readyData(this.asked.load())?.feeds ?? []);
  /** Feeds that promised when and how much they send. */
  protected readonly feeds = computed(() => this.all().filter(({ everyHours }) => everyHours !== null));
  protected readonly others = computed(() => this.all().filter(({ everyHours }) => everyHours === null));
  protected readonly feedTwin = computed(() => this.twins.of(this.feeds()));
  protected readonly noFeeds = computed(() =>
    this.asked.load().state === 'ready' && this.feeds().length === 0 ? this.words.say('data.no_sources') : null,
  );
  protected readonly period = computed(() => {
    const data = readyData(this.asked.load());
    return data === null ? '' : this.words.say('feeds.period', { period: this.formats.range(data) });
  });

  protected readonly incidents = computed(() => readyData(this.found.load()) ?? []);
  protected readonly noIncidents = computed(() =>
    this.found.load().state === 'ready' && this.incidents().length === 0 ? this.words.say('incident.none') : null,
  );
  protected readonly lasting = computed(() => {
    const lasting = this.incidents().filter(({ closedAt }) => closedAt === null).length;
    return this.found.load().state === 'ready' ? this.words.say('incident.lasting', { incidents: this.formats.number(lasting) }) : '';
  });

  /** The feed and point that the link names. */
  protected readonly chosen = computed(() => {
    const [source, entity] = this.url.params().get('feed')?.split('/') ?? [];
    return source === undefined || entity === undefined ? null : { source, entity, point: this.url.params().get('at') ?? '' };
  });
  protected readonly days = feedDays(() => this.chosen());
  protected readonly dayRows = computed(() => readyData(this.days.load())?.days ?? []);
  protected readonly noDays = computed(() =>
    this.days.load().state === 'ready' && this.dayRows().length === 0 ? this.words.say('feeds.no_days') : null,
  );
  protected readonly daysHeading = computed(() => {
    const chosen = this.chosen();
    if (chosen === null) return '';
    const kind = this.words.sayIfKnown(`entity.${chosen.entity}`, chosen.entity);
    const point = chosen.point === '' ? chosen.source : (this.facts.point(chosen.point)?.name ?? chosen.point);
    return `${kind} · ${point}`;
  });

  protected readonly odd = dataFindings(() => this.filters.range());
  protected readonly findings = computed(() => (readyData(this.odd.load())?.findings ?? []).filter(({ records }) => records > 0));
  protected readonly noFindings = computed(() =>
    this.odd.load().state === 'ready' && this.findings().length === 0 ? this.words.say('quality.no_findings') : null,
  );
}
