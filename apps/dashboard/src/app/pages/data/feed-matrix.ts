import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Feeds } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { cellState, gapsFirst } from './feed-cells';

type Feed = Feeds['feeds'][number];

/** Every feed as a row of its points: whole, thin or silent. Points with gaps are listed under it. */
@Component({
  selector: 'eh-feed-matrix',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, TranslocoPipe],
  templateUrl: './feed-matrix.html',
  styleUrl: './feed-matrix.css',
})
export class FeedMatrix {
  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  protected readonly formats = inject(Formats);

  readonly feeds = input.required<readonly Feed[]>();

  protected readonly rows = computed(() => this.feeds().map((feed) => this.rowOf(feed)));

  private readonly nameOf = (code: string): string => this.facts.point(code)?.name ?? code;
  private readonly days = (complete: number, all: number): string =>
    this.words.say('feeds.days_complete', { complete: this.formats.number(complete), days: this.formats.number(all) });

  private rowOf(feed: Feed) {
    const cells = feed.points.map((point) => ({
      code: point.point,
      state: cellState(point),
      title: `${this.nameOf(point.point)} · ${this.days(point.complete, point.complete + point.thin + point.missing)}`,
    }));
    const gaps = gapsFirst(feed.points).map((point) => ({
      code: point.point,
      name: this.nameOf(point.point),
      text: this.words.say('feeds.gap', { thin: this.formats.number(point.thin), missing: this.formats.number(point.missing) }),
      query: { feed: `${feed.source}/${feed.entity}`, at: point.point },
    }));
    const count = (state: string): string => this.formats.number(cells.filter((cell) => cell.state === state).length);
    return {
      ...feed,
      key: `${feed.source}/${feed.entity}`,
      kind: this.words.sayIfKnown(`entity.${feed.entity}`, feed.entity),
      latest: feed.latestAt === null ? '–' : this.formats.instant(feed.latestAt),
      every: feed.everyHours === null ? '–' : this.words.say('data.hours', { hours: this.formats.number(feed.everyHours) }),
      covered: feed.coverage === null ? '–' : this.formats.share(feed.coverage),
      cells,
      gaps,
      summary: this.words.say('feeds.summary', {
        points: this.formats.number(cells.length),
        whole: count('whole'),
        thin: count('thin'),
        silent: count('silent'),
      }),
    };
  }
}
