import { inject, Injectable } from '@angular/core';
import type { Feeds } from '@evenhand/contracts';
import type { TableTwin } from '../../design/twin-table';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { type CellState, cellState } from './feed-cells';

type Feed = Feeds['feeds'][number];

const STATES: readonly CellState[] = ['whole', 'thin', 'silent', 'idle'];

/** The matrix of feeds and points as a table: a row for each feed, its points counted by how much of them came. */
@Injectable({ providedIn: 'root' })
export class FeedTwin {
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  of(feeds: readonly Feed[]): TableTwin {
    const { say } = this.words;
    return {
      columns: [
        ...['data.entity', 'data.source'].map((key) => ({ text: say(key) })),
        { text: say('feeds.coverage'), isNumber: true },
        ...['data.latest', 'data.expected', 'data.state'].map((key) => ({ text: say(key) })),
        ...STATES.map((state) => ({ text: say('feeds.points_in', { state: say(`feeds.cell_${state}`) }), isNumber: true })),
      ],
      rows: feeds.map((feed) => this.row(feed)),
    };
  }

  private row(feed: Feed): readonly string[] {
    const states = feed.points.map(cellState);
    return [
      this.words.sayIfKnown(`entity.${feed.entity}`, feed.entity),
      feed.source,
      feed.coverage === null ? '–' : this.formats.share(feed.coverage),
      feed.latestAt === null ? '–' : this.formats.instant(feed.latestAt),
      feed.everyHours === null ? '–' : this.words.say('data.hours', { hours: this.formats.number(feed.everyHours) }),
      this.words.say(feed.isLate ? 'data.stale' : 'data.fresh'),
      ...STATES.map((state) => this.formats.number(states.filter((one) => one === state).length)),
    ];
  }
}
