import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { LivePoint } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { liveLines } from '../../data/live-lines';
import { readyData } from '../../data/loadable';
import { hoursToday } from '../../data/point-days';
import { Problem } from '../../design/problem';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { PointAnswers } from './point-answers';

/** What happens at the point at this moment: who waits, for how long, how many counters work, and until when it is open. */
@Component({
  selector: 'eh-point-now',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Problem, TranslocoPipe],
  host: { role: 'region', '[attr.aria-label]': 'words.say("point.now")' },
  template: `
    <p class="when">
      <b>{{ 'point.now' | transloco }}</b> {{ when() }}
    </p>
    @if (problem(); as problem) {
      <eh-problem [problem]="problem" (retry)="live.retry()" />
    } @else if (figures().length > 0) {
      <dl aria-live="polite">
        @for (figure of figures(); track figure.name) {
          <div>
            <dt>{{ figure.name }}</dt>
            <dd>{{ figure.value }}</dd>
          </div>
        }
      </dl>
    } @else {
      <p class="said" [class.is-unknown]="point()?.state === 'unknown'">{{ said() }}</p>
    }
    <p class="hours">{{ hours() }}</p>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 28px;
      align-items: center;
      min-height: 58px;
      margin-bottom: var(--eh-gap);
      padding: 8px 16px;
      border: 1px solid var(--eh-line);
      border-radius: var(--eh-radius);
      background: var(--eh-surface);
    }
    .when,
    .hours {
      color: var(--eh-ink-3);
      font-size: 12.5px;
    }
    .when b {
      display: block;
      color: var(--eh-ink);
      font-size: 13.5px;
      font-weight: 600;
    }
    .hours {
      margin-left: auto;
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 24px;
      margin: 0;
    }
    dt {
      color: var(--eh-ink-3);
      font-size: 12px;
    }
    dd {
      margin: 0;
      font-size: 19px;
      font-weight: 600;
      letter-spacing: -0.01em;
    }
    .said {
      padding: 4px 10px;
      border-radius: 6px;
      color: var(--eh-ink-2);
    }
    /* Unknown is hatched, here as everywhere. */
    .is-unknown {
      background: repeating-linear-gradient(45deg, var(--eh-unknown-line) 0 1px, var(--eh-unknown) 1px 6px);
    }
    @media (max-width: 719px) {
      .hours {
        margin-left: 0;
      }
    }
  `,
})
export class PointNow {
  protected readonly words = inject(Words);
  private readonly answers = inject(PointAnswers);
  private readonly facts = inject(CityFacts);
  private readonly formats = inject(Formats);

  protected readonly live = liveLines();
  private readonly open = hoursToday(() => this.answers.code());

  private readonly answer = computed(() => readyData(this.live.load()));
  protected readonly problem = computed(() => {
    const load = this.live.load();
    return load.state === 'error' ? load.problem : null;
  });
  protected readonly point = computed(() => this.answer()?.points.find(({ point }) => point === this.answers.code()) ?? null);

  protected readonly when = computed(() => {
    const answer = this.answer();
    if (answer === null) return '';
    const instant = this.formats.instant(this.point()?.asOf ?? answer.now);
    return this.words.say(this.facts.city()?.isSimulated === true ? 'act.live_stopped' : 'act.live_at', { instant });
  });

  protected readonly figures = computed(() => {
    const [answer, point] = [this.answer(), this.point()];
    if (answer === null || point?.state !== 'known') return [];
    const over = (count: number | null): string => this.formats.count(count === null ? null : Math.round(count));
    const minutes = this.formats.number(answer.limitMinutes);
    return [
      { name: this.words.say('act.in_line'), value: this.formats.count(point.waiting) },
      { name: this.words.say('point.now_longest'), value: this.longest(point) },
      { name: this.words.say('point.now_counters'), value: this.formats.count(point.counters) },
      { name: this.words.say('act.expected_over', { minutes }), value: over(point.expectedOver) },
    ];
  });

  protected readonly said = computed(() => {
    const [load, point] = [this.live.load(), this.point()];
    if (load.state === 'loading') return this.words.say('panel.loading');
    if (point === null || point.state === 'unknown') {
      const time = point?.asOf == null ? null : this.formats.instantParts(point.asOf).time;
      return time === null ? this.words.say('point.now_silent') : this.words.say('point.now_silent_since', { time });
    }
    return this.words.say('point.now_closed');
  });

  protected readonly hours = computed(() => {
    const today = readyData(this.open.load());
    if (today === null) return '';
    if (!today.isKnown) return this.words.say('point.hours_unknown');
    if (today.stretches.length === 0) return this.words.say('point.hours_none', { day: this.formats.dayLong(today.day) });
    const hours = today.stretches.map(({ opensAt, closesAt }) => `${opensAt}–${closesAt}`).join(', ');
    return this.words.say('point.hours', { day: this.formats.dayLong(today.day), hours });
  });

  private longest({ waiting, longestMinutes }: LivePoint): string {
    return waiting === 0 ? '–' : this.formats.withUnit(longestMinutes === null ? null : Math.round(longestMinutes), 'minutes');
  }
}
