import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ComparisonAnswer, UnevennessAnswer } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { flagCounts } from '../../data/flags';
import { type Loadable, readyData } from '../../data/loadable';
import { IgnoredFilters } from '../../design/ignored-filters';
import { pieces } from '../../format/emphasis';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { MeasureTexts } from './measure-texts';

/** What unevenness comes to in words, under the line that says of what, and how fresh and how complete it is. */
@Component({
  selector: 'eh-unevenness-status',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <p class="eyebrow">{{ eyebrow() }}</p>
    <h1 class="page-title" aria-live="polite" [class.is-waiting]="sentence().length === 0">
      @for (piece of sentence(); track $index) {
        @if (piece.mark === 'strong') {
          <em>{{ piece.text }}</em>
        } @else {
          <span>{{ piece.text }}</span>
        }
      } @empty {
        <span class="waiting">{{ (load().state === 'error' ? 'unevenness.failed' : 'city.waiting') | transloco }}</span>
      }
    </h1>
    <p class="page-about">{{ about() }}</p>
  `,
  styles: `
    .eyebrow {
      min-height: 1.45em;
      margin-bottom: 4px;
      color: var(--eh-ink-3);
      font-size: 13px;
      font-weight: 500;
    }
    h1 {
      max-width: 34em;
      text-wrap: pretty;
    }
    .is-waiting {
      min-height: 2.6em;
    }
    .waiting {
      color: var(--eh-ink-3);
    }
    em {
      color: var(--eh-worse-text);
      font-style: normal;
    }
    .page-about {
      min-height: 1.45em;
      margin-bottom: 14px;
    }
  `,
})
export class UnevennessStatus {
  readonly load = input.required<Loadable<UnevennessAnswer>>();
  readonly comparison = input.required<Loadable<ComparisonAnswer>>();

  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly measures = inject(MeasureTexts);
  private readonly ignored = inject(IgnoredFilters);

  private readonly answer = computed(() => readyData(this.load()));
  private readonly metric = computed(() => this.facts.metric(this.answer()?.metric ?? ''));

  protected readonly eyebrow = computed(() => {
    const [answer, metric] = [this.answer(), this.metric()];
    if (answer === null || metric === null) return '';
    const { city, range } = answer.whole;
    return [
      this.words.label(metric.label),
      this.formats.range(range),
      city.asOf === null ? '' : this.words.say('point.as_of', { instant: this.formats.instant(city.asOf) }),
      city.coverage === null ? '' : this.words.say('city.coverage', { share: this.formats.share(city.coverage) }),
      this.ignored.said(metric),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  });

  protected readonly sentence = computed(() => {
    const answer = this.answer();
    if (answer === null) return [];
    return pieces([this.measures.sentence(answer.whole.measures.real_spread), this.flagged()].filter((part) => part !== '').join(' '));
  });

  /** The figure of the whole city with what it could be had the silent feeds told. */
  protected readonly about = computed(() => {
    const [answer, metric] = [this.answer(), this.metric()];
    if (answer === null || metric === null) return '';
    const city = this.words.say('unevenness.about', { city: this.formats.spelled(answer.whole.city, metric.unit) });
    const branch = this.facts.branch(this.filters.choice().branch)?.name;
    // How uneven the city is does not depend on whose points are listed.
    return branch === undefined ? city : `${city} ${this.words.say('unevenness.branch_only', { branch })}`;
  });

  private flagged(): string {
    const comparison = readyData(this.comparison());
    if (comparison === null) return '';
    const { compared, worse, review, persistent } = flagCounts(comparison.points);
    if (compared === 0) return '';
    const counted = Object.entries({ worse, review, persistent, points: compared });
    const params = Object.fromEntries(counted.map(([name, count]) => [name, this.formats.number(count)]));
    if (worse === 0) return this.words.say('unevenness.none_worse', params);
    return this.words.say(review === 0 ? 'unevenness.worse_to_look' : 'unevenness.worse', params);
  }
}
