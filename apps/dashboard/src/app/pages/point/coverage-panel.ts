import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PointFeeds } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Filters } from '../../data/filters';
import { readyData } from '../../data/loadable';
import { incidents } from '../../data/pipeline';
import { feedsOfPoint } from '../../data/point-days';
import { IncidentList } from '../../design/incident-list';
import { Panel } from '../../design/panel';
import type { TableTwin } from '../../design/twin-table';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { coverageOf, incidentsAt } from './coverage';
import { PointAnswers } from './point-answers';

const STATES = ['complete', 'thin', 'missing', 'not_expected'] as const;

type FeedDay = PointFeeds['feeds'][number]['days'][number];

/** Which days every feed of the point told: a silent day is unknown, not zero. */
@Component({
  selector: 'eh-coverage-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [IncidentList, Panel, RouterLink, TranslocoPipe],
  template: `
    <eh-panel
      [heading]="'point.data' | transloco"
      [note]="'point.data_note' | transloco"
      [load]="asked.load()"
      [empty]="feeds().length === 0 ? ('point.no_feeds' | transloco) : null"
      [caption]="caption()"
      [twin]="twin()"
      [space]="260"
      (retry)="asked.retry()"
    >
      <ul id="point-feeds">
        @for (feed of feeds(); track feed.id) {
          <li>
            <a routerLink="/data" [queryParams]="feed.link" [title]="feed.title">{{ feed.name }}</a>
            <span class="days" role="img" [attr.aria-label]="feed.title">
              @for (day of feed.days; track day.day) {
                <i [class]="day.state" [title]="titleOf(day)"></i>
              }
            </span>
            <span class="share">{{ feed.share }}</span>
          </li>
        }
      </ul>
      <p class="legend">
        @for (state of states; track state) {
          <span><i [class]="state" aria-hidden="true"></i>{{ 'day_state.' + state | transloco }}</span>
        }
      </p>
      @if (incidents().length > 0) {
        <h3>{{ 'point.incidents' | transloco }}</h3>
        <eh-incident-list [incidents]="incidents()" />
      }
    </eh-panel>
  `,
  styles: `
    ul {
      margin: 0 0 10px;
      padding: 0;
      list-style: none;
    }
    li {
      display: grid;
      grid-template-columns: minmax(90px, 220px) minmax(0, 1fr) 52px;
      gap: 4px 12px;
      align-items: center;
      min-height: 30px;
    }
    a {
      overflow: hidden;
      padding: 4px 0;
      color: var(--eh-ink);
      font-size: 13px;
      font-weight: 500;
      text-decoration: none;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    a:hover {
      text-decoration: underline;
    }
    .share {
      font-size: 13px;
      text-align: right;
    }
    .days {
      display: flex;
      gap: 1px;
      height: 16px;
    }
    i {
      flex: 1 1 0;
      min-width: 1px;
      border-radius: 1px;
      background: var(--eh-seq-0);
      forced-color-adjust: none;
    }
    .complete {
      background: var(--eh-brand-soft);
      box-shadow: inset 0 -3px 0 var(--eh-brand);
    }
    .thin {
      background: linear-gradient(0deg, var(--eh-watch) 50%, var(--eh-watch-soft) 50%);
    }
    .missing {
      background: repeating-linear-gradient(45deg, var(--eh-unknown-line) 0 2px, var(--eh-unknown) 2px 4px);
      box-shadow: inset 0 0 0 1px var(--eh-ink-3);
    }
    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      color: var(--eh-ink-2);
      font-size: 12px;
    }
    .legend span {
      display: inline-flex;
      gap: 6px;
      align-items: center;
    }
    .legend i {
      flex: none;
      width: 14px;
      height: 14px;
    }
    h3 {
      margin-top: 14px;
      font-size: 13.5px;
      font-weight: 600;
    }
  `,
})
export class CoveragePanel {
  private readonly answers = inject(PointAnswers);
  private readonly filters = inject(Filters);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  protected readonly states = STATES;

  protected readonly asked = feedsOfPoint(() => {
    const [point, range] = [this.answers.code(), this.filters.range()];
    return point === null || range === null ? null : { point, ...range };
  });
  private readonly found = incidents();

  private readonly all = computed(() => (readyData(this.asked.load())?.feeds ?? []).map((feed) => ({ ...feed, ...coverageOf(feed.days) })));
  protected readonly feeds = computed(() =>
    this.all().map((feed) => {
      const name = this.words.sayIfKnown(`entity.${feed.entity}`, feed.entity);
      const share = feed.coverage === null ? '–' : this.formats.share(feed.coverage, 0);
      return {
        ...{ id: `${feed.source}/${feed.entity}`, name, share, days: feed.days },
        link: { ...this.filters.carried(), feed: `${feed.source}/${feed.entity}`, at: this.answers.code() ?? '' },
        title: `${name} (${feed.source}): ${this.gaps(feed)}`,
      };
    }),
  );

  protected readonly incidents = computed(() => {
    const [point, range] = [this.answers.code(), this.filters.range()];
    return point === null || range === null ? [] : incidentsAt(readyData(this.found.load()) ?? [], point, range);
  });

  protected readonly caption = computed(() => {
    const gaps = this.all().filter(({ thin, missing }) => thin + missing > 0);
    const days = gaps.reduce((sum, { thin, missing }) => sum + thin + missing, 0);
    const params = {
      gaps: this.formats.number(gaps.length),
      feeds: this.formats.number(this.all().length),
      days: this.formats.number(days),
    };
    return this.words.say(gaps.length === 0 ? 'point.data_whole' : 'point.data_gaps', params);
  });

  protected readonly twin = computed<TableTwin>(() => ({
    columns: [
      { text: this.words.say('point.feed') },
      { text: this.words.say('feeds.coverage'), isNumber: true },
      { text: this.words.say('day_state.complete'), isNumber: true },
      { text: this.words.say('day_state.thin'), isNumber: true },
      { text: this.words.say('day_state.missing'), isNumber: true },
    ],
    rows: this.all().map((feed, index) => [
      this.feeds()[index]?.name ?? feed.entity,
      this.feeds()[index]?.share ?? '–',
      ...[feed.complete, feed.thin, feed.missing].map((count) => this.formats.number(count)),
    ]),
  }));

  protected titleOf({ day, state, expected, arrived }: FeedDay): string {
    const usual = expected === null ? '' : ` (${this.words.say('feeds.usual')}: ${this.formats.number(expected)})`;
    return `${this.formats.dayLong(day)}: ${this.words.say(`day_state.${state}`)}, ${this.formats.number(arrived)}${usual}`;
  }

  private gaps({ complete, thin, missing }: { readonly complete: number; readonly thin: number; readonly missing: number }): string {
    const [whole, days] = [this.formats.number(complete), this.formats.number(complete + thin + missing)];
    return this.words.say('feeds.days_complete', { complete: whole, days });
  }
}
