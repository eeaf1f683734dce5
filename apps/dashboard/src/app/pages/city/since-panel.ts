import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import type { News, SinceAsked } from './since-asked';

/** More names than this are counted instead. */
const MOST_NAMES = 4;

type Tone = 'better' | 'worse' | 'watch' | 'neutral';

interface Line {
  readonly tone: Tone;
  readonly text: string;
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string | null>>;
}

/** What changed since the visit before: only what exceeds chance, a line each. */
@Component({
  selector: 'eh-since-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Panel, RouterLink, TranslocoPipe],
  template: `
    <eh-panel
      id="since"
      [heading]="'since.title' | transloco"
      [note]="note()"
      [load]="asked().since() === null ? null : asked().load()"
      [empty]="empty()"
      [space]="120"
      (retry)="asked().retry()"
    >
      <ul>
        @for (line of lines(); track $index) {
          <li [class]="line.tone">
            <a [routerLink]="line.path" [queryParams]="line.query">{{ line.text }}</a>
          </li>
        }
      </ul>
    </eh-panel>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    eh-panel {
      height: 100%;
    }
    ul {
      display: grid;
      gap: 8px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding-left: 12px;
      border-left: 3px solid var(--eh-neutral);
    }
    a {
      color: var(--eh-ink);
      text-decoration-color: var(--eh-control-line);
      text-underline-offset: 3px;
    }
    .better {
      border-color: var(--eh-better);
    }
    .worse {
      border-color: var(--eh-worse);
    }
    .watch {
      border-color: var(--eh-watch);
    }
  `,
})
export class SincePanel {
  readonly asked = input.required<SinceAsked>();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  protected readonly note = computed(() => {
    const since = this.asked().since();
    return since === null ? '' : this.words.say('since.note', { instant: this.formats.instant(since) });
  });

  protected readonly empty = computed(() => {
    if (this.asked().since() === null) return this.words.say('since.first');
    const news = readyData(this.asked().load());
    return news !== null && this.lines().length === 0 ? this.words.say('since.nothing') : null;
  });

  protected readonly lines = computed<readonly Line[]>(() => {
    const news = readyData(this.asked().load());
    return news === null ? [] : [...this.moved(news), ...this.points(news), ...this.feeds(news), ...this.standards(news)];
  });

  private moved({ moved }: News): readonly Line[] {
    return moved.map(({ metric, change, now }) => ({
      tone: change.kind === 'better' ? 'better' : 'worse',
      text: this.words.say(change.delta > 0 ? 'since.up' : 'since.down', {
        metric: this.words.label(metric.label),
        amount:
          metric.unit === 'share'
            ? this.words.say('change.points', { number: this.formats.number(Math.abs(change.delta) * 100, 1) })
            : this.formats.withUnit(Math.abs(change.delta), metric.unit),
        now: this.formats.withUnit(now, metric.unit),
      }),
      path: ['/rows'],
      query: { ...this.filters.carried(), metric: metric.id, part: 'n' },
    }));
  }

  private points({ flagged, cleared }: News): readonly Line[] {
    const line = (codes: readonly string[], key: string, tone: Tone): Line[] =>
      codes.length === 0
        ? []
        : [
            {
              tone,
              text: this.words.say(key, { points: this.formats.number(codes.length), names: this.names(codes) }),
              path: ['/points'],
              query: { ...this.filters.carried(), only: codes.join(',') },
            },
          ];
    return [...line(flagged, 'since.flagged', 'worse'), ...line(cleared, 'since.cleared', 'better')];
  }

  private feeds({ silent, back }: News): readonly Line[] {
    const line = (feeds: News['silent'], key: string, tone: Tone): Line[] =>
      feeds.length === 0
        ? []
        : [
            {
              tone,
              text: this.words.say(key, {
                names: this.listed(feeds.flatMap(({ source, points }) => (points.length === 0 ? [source] : points.map(this.pointName)))),
              }),
              path: ['/data'],
              query: this.filters.carried(),
            },
          ];
    return [...line(silent, 'since.silent', 'watch'), ...line(back, 'since.back', 'better')];
  }

  private standards({ standards }: News): readonly Line[] {
    return standards.map(({ id, label }) => ({
      tone: 'neutral',
      text: this.words.say('since.standard', { standard: this.words.label(label) }),
      path: ['/standards', id],
      query: this.filters.carried(),
    }));
  }

  private names(codes: readonly string[]): string {
    return this.listed(codes.map(this.pointName));
  }

  private readonly pointName = (code: string): string => this.facts.point(code)?.name ?? code;

  private listed(names: readonly string[]): string {
    const each = [...new Set(names)];
    const shown = each.slice(0, MOST_NAMES).join(', ');
    const left = each.length - MOST_NAMES;
    return left > 0 ? this.words.say('since.more', { names: shown, left: this.formats.number(left) }) : shown;
  }
}
