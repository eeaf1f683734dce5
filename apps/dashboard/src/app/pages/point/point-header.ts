import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { readyData } from '../../data/loadable';
import { toneOf, VerdictTag } from '../../design/verdict-tag';
import { pieces } from '../../format/emphasis';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { AgainstCity } from './against-city';
import { PointAnswers } from './point-answers';

const STATUS_METRIC = 'long_wait_rate';

/** Which point this is, how fresh and complete its figures are, and what they come to in one sentence. */
@Component({
  selector: 'eh-point-header',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, TranslocoPipe, VerdictTag],
  template: `
    <nav [attr.aria-label]="'point.path' | transloco">
      <a routerLink="/points" [queryParams]="filters.carried()">{{ 'point.all' | transloco }}</a>
      @if (branch(); as branch) {
        <span aria-hidden="true">›</span>
        <a routerLink="/points" [queryParams]="{ branch: branch.code }" queryParamsHandling="merge">{{ branch.name }}</a>
      }
    </nav>
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
  protected readonly filters = inject(Filters);

  protected readonly point = computed(() => this.facts.point(this.answers.code() ?? ''));
  protected readonly branch = computed(() => this.facts.branch(this.point()?.branchCode ?? null));

  private readonly figure = computed(() => readyData(this.answers.figure('current', STATUS_METRIC)));
  private readonly city = computed(() => readyData(this.answers.figure('city', STATUS_METRIC)));

  protected readonly verdict = computed(() => {
    const [figure, metric] = [this.figure(), this.facts.metric(STATUS_METRIC)];
    return figure?.value == null || metric === null ? null : this.comparison.verdict(figure, this.city(), metric);
  });

  private readonly nobody = (): string => {
    const { field, channel } = this.filters.choice();
    return field === null && channel === null ? 'point.nobody' : 'point.no_tickets';
  };

  protected readonly tone = computed(() => toneOf(this.verdict() ?? 'unknown'));

  protected readonly sentence = computed(() => {
    const load = this.answers.figure('current', STATUS_METRIC);
    if (load.state !== 'ready') return [];
    const [share, city] = [load.data?.value ?? null, this.city()?.value ?? null];
    const minutes = this.formats.number(this.facts.city()?.longWaitMinutes ?? 0);
    if (share === null) return pieces(this.words.say(load.data?.reason === 'no_cases' ? this.nobody() : 'point.silent'));
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
