import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DataHealth } from '@evenhand/contracts';
import { type CityMeasure, type Day, daysIn, type Value } from '@evenhand/domain';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { type Loadable, readyData } from '../../data/loadable';
import type { RankedPoint } from '../../data/ranking';
import { lastWeekOf } from '../../data/silent-points';
import type { Verdict } from '../../data/verdict';
import { DataAgeLine } from '../../design/data-age';
import { pieces } from '../../format/emphasis';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';

/** Verdicts on points of which enough is known. */
const JUDGED: readonly Verdict[] = ['beyond', 'look', 'within', 'better'];

/** What the figures come to in one sentence, under the line that says how fresh and how complete they are. */
@Component({
  selector: 'eh-city-status',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DataAgeLine, RouterLink, TranslocoPipe],
  template: `
    <p class="eyebrow">
      {{ eyebrow() }}
      @if (silence(); as silence) {
        ·&nbsp;<a routerLink="/points" [queryParams]="silence.link">{{ silence.text }}</a>
      }
      ·&nbsp;<eh-data-age [health]="health()" entity="ticket" />
      @if (news() > 0) {
        ·&nbsp;<a class="news" href="#since" (click)="toNews.emit(); $event.preventDefault()">{{ newsText() }}</a>
      }
    </p>
    <h1 aria-live="polite" [class.is-waiting]="sentence().length === 0">
      @for (piece of sentence(); track $index) {
        @switch (piece.mark) {
          @case ('strong') {
            <em>{{ piece.text }}</em>
          }
          @case ('underline') {
            <u>{{ piece.text }}</u>
          }
          @default {
            <span>{{ piece.text }}</span>
          }
        }
      } @empty {
        <span class="waiting">{{ (figure().state === 'error' ? 'city.failed' : 'city.waiting') | transloco }}</span>
      }
    </h1>
  `,
  styles: `
    .eyebrow {
      min-height: 1.45em;
      color: var(--eh-ink-3);
      font-size: 13px;
      font-weight: 500;
    }
    .eyebrow .news {
      color: var(--eh-brand);
    }
    .eyebrow a {
      color: var(--eh-watch-strong);
      text-underline-offset: 3px;
    }
    h1 {
      max-width: 34em;
      margin: 4px 0 18px;
      font-size: 27px;
      font-weight: 600;
      letter-spacing: -0.015em;
      line-height: 1.3;
      text-wrap: pretty;
    }
    .is-waiting {
      min-height: 2.6em;
    }
    em {
      color: var(--eh-worse-text);
      font-style: normal;
    }
    u {
      text-decoration-color: var(--eh-control-line);
      text-decoration-thickness: 2px;
      text-underline-offset: 5px;
    }
    .waiting {
      color: var(--eh-ink-3);
    }
    @media (max-width: 719px) {
      h1 {
        font-size: 22px;
      }
    }
    @media print {
      h1 {
        max-width: none;
        font-size: 24px;
      }
    }
  `,
})
export class CityStatus {
  readonly figure = input.required<Loadable<Value | null>>();
  readonly points = input.required<Loadable<readonly RankedPoint[]>>();

  /** Codes of the points that sent nothing in the last week of the period. */
  readonly silent = input.required<readonly string[]>();

  readonly health = input.required<Loadable<DataHealth>>();
  /** What the kind of work has to do with differences between points. */
  readonly explained = input.required<CityMeasure | null>();
  /** How many things changed since the visit before. */
  readonly news = input(0);
  readonly toNews = output();

  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);

  protected readonly eyebrow = computed(() => {
    const figure = readyData(this.figure());
    const lastDay = this.facts.knownDays()?.lastDay;
    if (lastDay === undefined) return '';
    const range = this.filters.range();
    const isPast = range !== null && range.to <= lastDay;
    return [
      isPast ? this.formats.range(range) : this.formats.dayLong(lastDay),
      figure?.asOf == null ? null : this.asOf(figure.asOf, isPast ? null : lastDay),
      figure?.coverage == null ? null : this.words.say('city.coverage', { share: this.formats.share(figure.coverage) }),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  });

  /** Which points are silent, told only where the others speak: a city without queue data has none to miss. */
  protected readonly silence = computed(() => {
    const [codes, range, known] = [this.silent(), this.filters.range(), this.facts.knownDays()];
    const week = range === null || known === null ? null : lastWeekOf(range, known);
    if (codes.length === 0 || week === null || readyData(this.figure())?.value == null) return null;
    const params = { points: this.formats.number(codes.length), days: this.formats.number(daysIn(week)) };
    return {
      text: this.words.say(codes.length === 1 ? 'city.silent_one' : 'city.silent', params),
      link: { ...this.filters.carried(), only: codes.join(',') },
    };
  });

  protected readonly sentence = computed(() => {
    const figure = readyData(this.figure());
    const points = readyData(this.points());
    if (this.figure().state !== 'ready' || points === null) return [];
    return pieces([this.people(figure), this.differing(points), this.mix()].filter((part) => part !== '').join(' '));
  });

  protected readonly newsText = computed(() =>
    this.words.say(this.news() === 1 ? 'city.news_one' : 'city.news', { count: this.formats.number(this.news()) }),
  );

  /** The day is left out when the line already names it. */
  private asOf(instant: string, dayShown: Day | null): string {
    const { day, time } = this.formats.instantParts(instant);
    return day === dayShown
      ? this.words.say('city.as_of_time', { time })
      : this.words.say('city.as_of', { time, day: this.formats.day(day) });
  }

  private people(figure: Value | null): string {
    if (figure?.value == null) return this.words.say('city.no_waits');
    const branch = this.facts.branch(this.filters.choice().branch)?.name;
    const minutes = this.formats.number(this.facts.city()?.longWaitMinutes ?? 0);
    const people = Math.round(figure.value * 100);
    const text = this.words.say(people === 0 ? 'city.status_few' : 'city.status', { people: this.formats.number(people), minutes });
    if (branch === undefined) return text;
    return `${this.words.say('city.in_branch', { branch })} ${text.charAt(0).toLocaleLowerCase(this.words.language())}${text.slice(1)}`;
  }

  /** Told only where it is sure; an interval that holds nought says that nobody can tell. */
  private mix(): string {
    const explained = this.explained();
    if (explained?.value == null || (explained.interval?.low ?? 0) <= 0) return '';
    return this.words.say('city.mix', { share: this.formats.share(explained.value, 0) });
  }

  private differing(points: readonly RankedPoint[]): string {
    const known = points.filter(({ verdict }) => JUDGED.includes(verdict)).length;
    const differing = points.filter(({ isWorse }) => isWorse).length;
    const params = { differing: this.formats.number(differing), points: this.formats.number(known) };
    return known === 0 ? '' : this.words.say(differing === 0 ? 'city.none_differ' : 'city.differ', params);
  }
}
