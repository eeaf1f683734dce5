import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Chart, type Draw, type PickedFigure, quantileStripHeight, quantileStripOption, type QuantileStripTexts } from '@evenhand/charts';
import { CityFacts } from '../../data/city-facts';
import { mapReady, readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import type { TableTwin } from '../../design/twin-table';
import { FilterText } from '../../format/filter-text';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { PointAnswers } from './point-answers';
import { RowsLink } from './rows-link';
import { STRIP_METRICS, waitStrips } from './wait-strips';

/** How long people wait by what they come for: half of them, nine of ten, the longest. */
@Component({
  selector: 'eh-waits-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chart, Panel],
  template: `
    <eh-panel
      [heading]="words.say('point.waits')"
      [note]="words.say('point.waits_note')"
      [load]="load()"
      [empty]="strips().length === 0 ? words.say('point.waits_empty') : null"
      [caption]="caption()"
      [twin]="twin()"
      [space]="280"
      (retry)="answers.retry()"
    >
      <eh-chart
        [draw]="draw()"
        [height]="height"
        [label]="caption()"
        [walk]="{ series: 1, length: strips().length }"
        (picked)="open($event)"
      />
    </eh-panel>
  `,
})
export class WaitsPanel {
  protected readonly words = inject(Words);
  protected readonly answers = inject(PointAnswers);
  private readonly facts = inject(CityFacts);
  private readonly formats = inject(Formats);
  private readonly names = inject(FilterText);
  private readonly rows = inject(RowsLink);
  private readonly router = inject(Router);

  protected readonly load = computed(() =>
    mapReady(this.answers.together('fields', STRIP_METRICS), (answers) =>
      waitStrips(answers, (field) => this.names.valueText('field', field)),
    ),
  );
  private readonly found = computed(() => readyData(this.load()) ?? { strips: [], tooFew: 0 });
  protected readonly strips = computed(() => this.found().strips);
  protected readonly height = (width: number): number => quantileStripHeight({ strips: this.strips() }, width);

  private readonly texts = computed<QuantileStripTexts>(() => {
    const { say } = this.words;
    const limit = this.facts.city()?.longWaitMinutes ?? 0;
    return {
      value: this.minutes,
      axis: (value) => this.formats.number(value),
      n: (n) => say('point.n_tickets', { n: this.formats.number(n) }),
      ...{ median: say('point.half_of_people'), p90: say('point.nine_of_ten'), longest: say('point.longest') },
      limit: say('point.wait_limit', { limit: this.minutes(limit) }),
      unknown: say('point.cell_unknown'),
    };
  });

  protected readonly draw = computed<Draw>(() => {
    const [data, texts] = [{ strips: this.strips(), limit: this.facts.city()?.longWaitMinutes ?? null }, this.texts()];
    return (frame) => quantileStripOption(data, texts, frame);
  });

  protected readonly caption = computed(() => {
    const [longest] = this.strips();
    const { tooFew } = this.found();
    if (longest === undefined) return '';
    const finding = this.words.say('point.waits_says', {
      ...{ field: longest.name, median: this.minutes(longest.median ?? 0), p90: this.minutes(longest.p90 ?? 0) },
    });
    return tooFew === 0 ? finding : `${finding} ${this.words.say('point.waits_few', { fields: this.formats.number(tooFew) })}`;
  });

  protected readonly twin = computed<TableTwin>(() => {
    const { say } = this.words;
    return {
      columns: [
        { text: say('point.field') },
        ...['point.half_of_people', 'point.nine_of_ten', 'point.longest', 'point.tickets'].map((key) => ({
          text: say(key),
          isNumber: true,
        })),
      ],
      rows: this.strips().map(({ name, median, p90, longest, n }) => [
        name,
        ...[median, p90, longest].map((value) => this.formats.withUnit(value, 'minutes')),
        this.formats.number(n),
      ]),
    };
  });

  protected open({ index }: PickedFigure): void {
    const strip = this.strips()[index];
    if (strip !== undefined) void this.router.navigate(['/rows'], { queryParams: this.rows.within('wait_p90', { field: strip.code }) });
  }

  private readonly minutes = (value: number): string => this.formats.withUnit(value, 'minutes');
}
