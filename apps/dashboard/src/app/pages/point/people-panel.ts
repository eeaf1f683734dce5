import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Chart, distributionStripHeight, distributionStripOption, type Draw } from '@evenhand/charts';
import { CityFacts } from '../../data/city-facts';
import { mapReady, readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import type { TableTwin } from '../../design/twin-table';
import { ExplainButton } from '../../explain/explain-button';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { FigureList } from './figure-list';
import { PointAnswers } from './point-answers';
import { PEOPLE_METRICS } from './point-questions';
import { RowsLink } from './rows-link';
import { casesBehind } from '../../data/cases-behind';

const METRIC = 'long_wait_rate';

/** The share of long waits as a hundred people, with the figures around it. */
@Component({
  selector: 'eh-people-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, ExplainButton, FigureList, Panel, RouterLink],
  template: `
    <eh-panel
      [heading]="words.say('point.of_hundred')"
      [note]="words.say('point.of_hundred_note', { minutes: minutes() })"
      [load]="load()"
      [empty]="share() === null ? why() : null"
      [twin]="twin()"
      [space]="200"
      (retry)="answers.retry()"
    >
      <eh-chart [draw]="draw()" [height]="height" [label]="sentence()" [walk]="{ series: 0, length: 1 }" />
      <p class="sentence">
        {{ sentence() }}
        <eh-explain-button [metric]="metric" [name]="name()" [where]="where()" />
        @if (hasCases()) {
          <a class="more" routerLink="/rows" [queryParams]="rows.of(metric, 'cases')">{{ words.say('point.see_cases', { n: cases() }) }}</a>
        }
      </p>
      <eh-figure-list view="current" [metrics]="others" />
    </eh-panel>
  `,
  styles: `
    .sentence eh-explain-button {
      margin-block: -6px;
      vertical-align: middle;
    }
    .sentence {
      margin: 10px 0 12px;
      color: var(--eh-ink-2);
      font-size: 13px;
    }
  `,
})
export class PeoplePanel {
  protected readonly words = inject(Words);
  protected readonly answers = inject(PointAnswers);
  protected readonly rows = inject(RowsLink);
  private readonly formats = inject(Formats);
  private readonly facts = inject(CityFacts);

  protected readonly metric = METRIC;
  protected readonly others = PEOPLE_METRICS;
  protected readonly height = distributionStripHeight;

  protected readonly name = computed(() => this.words.label(this.facts.metric(METRIC)?.label ?? { vi: '', en: '' }));
  protected readonly where = computed(() => `point:${this.answers.code() ?? ''}`);
  protected readonly load = computed(() => this.answers.figure('current', METRIC));
  private readonly figure = computed(() => readyData(this.load()));
  private readonly city = computed(() => readyData(mapReady(this.answers.figure('city', METRIC), (figure) => figure?.value ?? null)));
  protected readonly share = computed(() => this.figure()?.value ?? null);
  protected readonly why = computed(() => {
    const reason = this.figure()?.reason ?? 'no_data';
    return this.words.say(reason === 'no_cases' ? 'point.no_tickets' : `reason.${reason}`);
  });
  protected readonly cases = computed(() => this.formats.number(this.figure()?.cases ?? 0));
  protected readonly hasCases = computed(() => (this.figure()?.cases ?? 0) > 0);
  protected readonly minutes = computed(() => this.formats.number(this.facts.city()?.longWaitMinutes ?? 0));

  protected readonly sentence = computed(() => {
    const [figure, city] = [this.figure(), this.city()];
    if (figure?.value == null) return '';
    const params = {
      n: this.formats.number(casesBehind(figure)),
      cases: this.cases(),
      share: this.formats.share(figure.value),
      minutes: this.minutes(),
    };
    const point = this.words.say('point.strip', params);
    return city === null ? point : `${point} ${this.words.say('point.strip_city', { share: this.formats.share(city) })}`;
  });

  protected readonly draw = computed<Draw>(() => {
    const [data, texts] = [{ share: this.share() }, { sentence: this.sentence() }];
    return (frame) => distributionStripOption(data, texts, frame);
  });

  protected readonly twin = computed<TableTwin>(() => {
    const figure = this.figure();
    const counted = figure?.cases ?? 0;
    return {
      columns: [{ text: this.words.say('point.wait') }, { text: this.words.say('point.tickets'), isNumber: true }],
      rows: [
        [this.words.say('point.wait_short', { minutes: this.minutes() }), this.formats.number((figure?.n ?? 0) - counted)],
        [this.words.say('point.wait_long', { minutes: this.minutes() }), this.formats.number(counted)],
      ],
    };
  });
}
