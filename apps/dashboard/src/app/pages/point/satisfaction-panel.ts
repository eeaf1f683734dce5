import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { axisFromZero, IntervalAxis, IntervalRow } from '@evenhand/charts';
import { CityFacts } from '../../data/city-facts';
import { readyData } from '../../data/loadable';
import { Session } from '../../data/session';
import { Panel } from '../../design/panel';
import { toneOf, VerdictTag } from '../../design/verdict-tag';
import type { TableTwin } from '../../design/twin-table';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { AgainstCity } from './against-city';
import { FigureList } from './figure-list';
import { PointAnswers } from './point-answers';
import { PointComparisons } from './point-comparisons';
import { responseBounds } from './response-bounds';
import { ThemeList } from './theme-list';
import { casesBehind } from '../../data/cases-behind';

const METRIC = 'satisfaction_rate';
const AXIS = axisFromZero([1], 4);

/** How satisfied those who answered are, how many answered, and what that leaves open. */
@Component({
  selector: 'eh-satisfaction-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FigureList, IntervalAxis, IntervalRow, Panel, ThemeList, VerdictTag],
  template: `
    <eh-panel
      [heading]="words.say('point.satisfaction')"
      [note]="words.say('point.satisfaction_note')"
      [load]="load()"
      [empty]="mark().value === null ? why() : null"
      [caption]="caption()"
      [twin]="twin()"
      [space]="220"
      (retry)="answers.retry()"
    >
      <div class="rows">
        <span class="name">{{ words.say('point.answered') }}</span>
        <eh-interval-row [mark]="mark()" [axis]="axis" [reference]="city()" [verdict]="tone()" [label]="spelled()" />
        <span class="name">{{ words.say('point.everybody') }}</span>
        <eh-interval-row [mark]="possible()" [axis]="axis" [reference]="city()" verdict="neutral" [label]="possibleText()" />
        <span></span>
        <eh-interval-axis [axis]="axis" [format]="share" />
      </div>
      <p class="verdict"><eh-verdict-tag [verdict]="verdict()" /></p>
      <eh-figure-list view="current" [metrics]="metrics" />
      <eh-theme-list />
    </eh-panel>
  `,
  styles: `
    .rows {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 2px 14px;
      align-items: center;
      padding-right: 18px;
    }
    .name {
      color: var(--eh-ink-2);
      font-size: 12.5px;
    }
    .verdict {
      margin: 8px 0 14px;
    }
  `,
})
export class SatisfactionPanel {
  protected readonly words = inject(Words);
  protected readonly answers = inject(PointAnswers);
  private readonly formats = inject(Formats);
  private readonly seesCity = inject(Session).isWholeCity;
  private readonly facts = inject(CityFacts);
  private readonly comparison = inject(AgainstCity);
  private readonly comparisons = inject(PointComparisons);

  protected readonly axis = AXIS;
  protected readonly metrics = [METRIC, 'response_rate', 'ratings'] as const;
  protected readonly share = (value: number): string => this.formats.share(value, 0);

  protected readonly load = computed(() => this.answers.figure('current', METRIC));
  protected readonly figure = computed(() => readyData(this.load()));
  private readonly cityFigure = computed(() => readyData(this.answers.figure('city', METRIC)));
  private readonly response = computed(() => readyData(this.answers.figure('current', 'response_rate'))?.value ?? null);
  protected readonly city = computed(() => this.cityFigure()?.value ?? null);

  protected readonly mark = computed(() => {
    const figure = this.figure();
    return { value: figure?.value ?? null, low: figure?.interval?.low ?? null, high: figure?.interval?.high ?? null };
  });

  protected readonly why = computed(() => {
    const reason = this.figure()?.reason ?? 'no_data';
    return this.words.say(reason === 'no_cases' ? 'point.no_ratings' : `reason.${reason}`);
  });

  protected readonly possible = computed(() => {
    const [satisfied, response] = [this.figure()?.value ?? null, this.response()];
    const bounds = satisfied === null || response === null ? null : responseBounds(satisfied, response);
    return { value: null, low: bounds?.low ?? null, high: bounds?.high ?? null };
  });

  protected readonly verdict = computed(() => {
    const metric = this.facts.metric(METRIC);
    const yardstick = { city: this.cityFigure(), compared: this.comparisons.own(METRIC) };
    return metric === null ? 'unknown' : this.comparison.verdict(this.figure(), yardstick, metric);
  });
  protected readonly tone = computed(() => toneOf(this.verdict()));

  protected readonly spelled = computed(() => {
    const figure = this.figure();
    return figure === null ? '' : this.formats.spelled(figure, 'share');
  });

  protected readonly possibleText = computed(() => {
    const { low, high } = this.possible();
    return low === null || high === null ? '' : this.words.say('point.possible', { range: this.formats.interval({ low, high }, 'share') });
  });

  protected readonly caption = computed(() => {
    const [figure, response, city] = [this.figure(), this.response(), this.city()];
    if (figure?.value == null) return '';
    return [
      this.words.say('point.satisfied', { share: this.formats.share(figure.value), n: this.formats.number(casesBehind(figure)) }),
      city === null ? '' : this.words.say('point.strip_city', { share: this.formats.share(city) }),
      response === null ? '' : this.words.say('point.response', { share: this.formats.share(response) }),
      this.possibleText(),
    ]
      .filter((part) => part !== '')
      .join(' ');
  });

  protected readonly twin = computed<TableTwin>(() => ({
    columns: [{ text: this.words.say('point.satisfaction') }, { text: this.words.say('point.share'), isNumber: true }],
    rows: [
      [this.words.say('point.answered'), this.spelled()],
      [this.words.say('point.everybody'), this.possibleText()],
      ...(this.seesCity() ? [[this.words.say('point.whole_city'), this.formats.withUnit(this.city(), 'share')]] : []),
    ],
  }));
}
