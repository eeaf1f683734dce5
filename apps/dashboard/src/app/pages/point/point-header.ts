import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Value } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { readyData } from '../../data/loadable';
import { Icon } from '../../design/icon';
import { toneOf, VerdictTag } from '../../design/verdict-tag';
import { pieces } from '../../format/emphasis';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { AgainstCity } from './against-city';
import { neighboursOf } from './neighbours';
import { PointAnswers } from './point-answers';
import { PointComparisons } from './point-comparisons';

const STATUS_METRIC = 'long_wait_rate';

/** Which point this is, how fresh and complete its figures are, and what they come to in one sentence. */
@Component({
  selector: 'eh-point-header',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, RouterLink, TranslocoPipe, VerdictTag],
  template: `
    <div class="top">
      <nav [attr.aria-label]="'point.path' | transloco">
        <a routerLink="/city" [queryParams]="filters.carried()">{{ city() }}</a>
        @if (branch(); as branch) {
          <span aria-hidden="true">›</span>
          <a routerLink="/points" [queryParams]="{ branch: branch.code }" queryParamsHandling="merge">{{ branch.name }}</a>
        } @else {
          <span aria-hidden="true">›</span>
          <a routerLink="/points" [queryParams]="filters.carried()">{{ 'point.all' | transloco }}</a>
        }
        <span aria-hidden="true">›</span>
        <span aria-current="page">{{ point()?.name ?? '' }}</span>
      </nav>
      @if (neighbours(); as neighbours) {
        <nav class="neighbours" [attr.aria-label]="'point.neighbours' | transloco">
          @if (neighbours.before; as before) {
            <a
              [routerLink]="['/points', before.code]"
              queryParamsHandling="preserve"
              rel="prev"
              [attr.aria-label]="'point.before' | transloco: { name: before.name }"
              ><eh-icon name="left" />{{ before.name }}</a
            >
          }
          <span>{{ neighbours.place }}</span>
          @if (neighbours.after; as after) {
            <a
              [routerLink]="['/points', after.code]"
              queryParamsHandling="preserve"
              rel="next"
              [attr.aria-label]="'point.after' | transloco: { name: after.name }"
              >{{ after.name }}<eh-icon name="right"
            /></a>
          }
        </nav>
      }
    </div>
    <h1>
      {{ point()?.name ?? '' }}
    </h1>
    <p class="lead" role="status">
      @for (piece of sentence(); track $index) {
        @if (piece.mark === 'strong') {
          <em [class]="tone()">{{ piece.text }}</em>
        } @else {
          <span>{{ piece.text }}</span>
        }
      }
      @if (verdict(); as verdict) {
        &ngsp;<eh-verdict-tag [verdict]="verdict" />
      }
    </p>
    <p class="about">{{ about() }}</p>
  `,
  styles: `
    nav {
      display: flex;
      flex-wrap: wrap;
      gap: 0 6px;
      align-items: center;
      color: var(--eh-ink-3);
      font-size: 13px;
      font-weight: 500;
    }
    .top {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 20px;
      align-items: center;
      justify-content: space-between;
    }
    .neighbours {
      gap: 0 12px;
    }
    .neighbours a {
      display: inline-flex;
      gap: 2px;
      align-items: center;
    }
    .neighbours eh-icon {
      width: 15px;
      height: 15px;
    }
    nav a {
      padding: 3px 0;
      color: var(--eh-ink-2);
      text-decoration: none;
    }
    nav a:hover {
      text-decoration: underline;
    }
    h1 {
      min-height: 1.3em;
      margin-top: 4px;
      font-size: 27px;
      font-weight: 600;
      letter-spacing: -0.015em;
      line-height: 1.3;
    }
    eh-verdict-tag {
      letter-spacing: 0;
      vertical-align: 2px;
    }
    .lead {
      max-width: 46em;
      min-height: 1.45em;
      margin-top: 4px;
      font-size: 18px;
      font-weight: 500;
      letter-spacing: -0.005em;
      text-wrap: pretty;
    }
    em {
      font-style: normal;
      font-weight: 600;
    }
    .worse {
      color: var(--eh-worse-text);
    }
    .about {
      min-height: 1.45em;
      margin: 4px 0 16px;
      color: var(--eh-ink-3);
      font-size: 13px;
    }
    @media (max-width: 719px) {
      h1 {
        font-size: 22px;
      }
      .lead {
        font-size: 16px;
      }
    }
  `,
})
export class PointHeader {
  private readonly facts = inject(CityFacts);
  private readonly answers = inject(PointAnswers);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly comparison = inject(AgainstCity);
  private readonly comparisons = inject(PointComparisons);
  protected readonly filters = inject(Filters);

  protected readonly point = computed(() => this.facts.point(this.answers.code() ?? ''));
  protected readonly branch = computed(() => this.facts.branch(this.point()?.branchCode ?? null));

  protected readonly city = computed(() => {
    const name = this.facts.city()?.name;
    return name === undefined ? '' : this.words.label(name);
  });

  /** The points before and after this one where the most serious come first. */
  protected readonly neighbours = computed(() => {
    const [metric, code] = [this.comparisons.chosen(), this.answers.code()];
    const answer = metric === null ? null : readyData(this.comparisons.of(metric.id));
    const found = metric === null || code === null || answer === null ? null : neighboursOf(code, answer, metric.direction);
    if (found === null || metric === null) return null;
    const named = (point: string | null) => (point === null ? null : { code: point, name: this.facts.point(point)?.name ?? point });
    const params = { place: this.formats.number(found.place), of: this.formats.number(found.of), metric: this.words.label(metric.label) };
    return { before: named(found.before), after: named(found.after), place: this.words.say('point.place', params) };
  });

  private readonly figure = computed(() => readyData(this.answers.figure('current', STATUS_METRIC)));
  private readonly cityFigure = computed(() => readyData(this.answers.figure('city', STATUS_METRIC)));

  protected readonly verdict = computed(() => {
    const [figure, metric] = [this.figure(), this.facts.metric(STATUS_METRIC)];
    if (this.comparisons.isAwaited(STATUS_METRIC)) return null;
    return figure?.value == null || metric === null
      ? null
      : this.comparison.verdict(figure, { city: this.cityFigure(), compared: this.comparisons.own(STATUS_METRIC) }, metric);
  });

  /** Why nothing can be said: nobody came, little arrived, or nothing did. */
  private whyNone(figure: Value | null): string {
    if (figure?.reason === 'no_cases') return this.nobody();
    return figure?.reason === 'unknown' && (figure.coverage ?? 0) > 0 ? 'point.thin' : 'point.silent';
  }

  private readonly nobody = (): string => {
    const { field, channel } = this.filters.choice();
    return field === null && channel === null ? 'point.nobody' : 'point.no_tickets';
  };

  protected readonly tone = computed(() => toneOf(this.verdict() ?? 'unknown'));

  protected readonly sentence = computed(() => {
    const load = this.answers.figure('current', STATUS_METRIC);
    if (load.state !== 'ready') return [];
    const [share, city] = [load.data?.value ?? null, this.cityFigure()?.value ?? null];
    const minutes = this.formats.number(this.facts.city()?.longWaitMinutes ?? 0);
    if (share === null) return pieces(this.words.say(this.whyNone(load.data)));
    const params = { people: this.formats.number(Math.round(share * 100)), minutes, n: this.formats.number(load.data?.n ?? 0) };
    const point = this.words.say(share === 0 ? 'point.people_none' : share < 0.005 ? 'point.people_few' : 'point.people', params);
    return pieces(
      city === null
        ? `${point}.`
        : `${point}; ${this.words.say('point.people_city', { people: this.formats.number(Math.round(city * 100)) })}.`,
    );
  });

  protected readonly about = computed(() => {
    const [point, figure, range] = [this.point(), this.figure(), this.filters.range()];
    if (point === null) return '';
    const ward = point.wardName === null ? null : [point.wardType, point.wardName].filter((part) => part !== null && part !== '').join(' ');
    return [
      ward === null ? null : ward.charAt(0).toLocaleUpperCase('vi') + ward.slice(1),
      range === null ? null : this.formats.range(range),
      figure?.asOf == null ? null : this.words.say('point.as_of', { instant: this.formats.instant(figure.asOf) }),
      figure?.coverage == null ? null : this.words.say('point.coverage', { share: this.formats.share(figure.coverage) }),
      point.validTo === null ? null : this.words.say('point.until', { day: this.formats.day(point.validTo) }),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  });
}
