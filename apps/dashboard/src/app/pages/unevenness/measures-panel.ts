import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { UnevennessAnswer } from '@evenhand/contracts';
import type { UnevennessMeasure } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { type Loadable, readyData } from '../../data/loadable';
import { Panel } from '../../design/panel';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { MeasureTexts } from './measure-texts';

/** In reading order; the two parts of Theil's index stand under it. */
const SHOWN = [
  'range',
  'real_spread',
  'worst_tenth_gap',
  'gap_to_standard',
  'explained_by_mix',
  'tenths_ratio',
  'variation',
  'gini',
  'theil',
] as const satisfies readonly UnevennessMeasure[];

/** Every figure about how uneven the city is, each with its interval, or with the reason why there is none. */
@Component({
  selector: 'eh-measures-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Panel, TranslocoPipe],
  templateUrl: './measures-panel.html',
  styleUrl: './measures-panel.css',
})
export class MeasuresPanel {
  readonly load = input.required<Loadable<UnevennessAnswer>>();
  readonly retry = output();

  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly texts = inject(MeasureTexts);

  private readonly whole = computed(() => readyData(this.load())?.whole ?? null);
  private readonly metric = computed(() => this.facts.metric(readyData(this.load())?.metric ?? ''));

  protected readonly note = computed(() => {
    const whole = this.whole();
    return whole === null ? '' : this.formats.range(whole.range);
  });

  protected readonly figures = computed(() => {
    const [whole, metric] = [this.whole(), this.metric()];
    if (whole === null || metric === null) return [];
    return SHOWN.map((id) => {
      const one = whole.measures[id];
      return {
        id,
        name: this.texts.name(id),
        value: one.value === null ? null : this.texts.value(id, one.value, metric),
        interval: one.interval === null ? '' : this.texts.interval(id, one.interval, metric),
        byChance: one.byChance === null ? '' : this.texts.interval(id, one.byChance, metric),
        words: this.texts.meaning(id, one),
        parts: id === 'theil' ? this.parts() : [],
      };
    });
  });

  protected readonly caption = computed(() => {
    const [whole, metric] = [this.whole(), this.metric()];
    if (whole === null || metric === null) return '';
    return this.words.say('unevenness.basis', {
      points: this.formats.number(whole.points),
      city: this.formats.spelled(whole.city, metric.unit),
    });
  });

  protected readonly twin = computed(() => {
    const [whole, metric] = [this.whole(), this.metric()];
    return whole === null || metric === null ? null : this.texts.twin(whole.measures, metric);
  });

  /** How much of Theil's index lies within branches and how much between them. */
  private parts() {
    const measures = this.whole()?.measures;
    const [within, between] = [measures?.theil_within.value ?? null, measures?.theil_between.value ?? null];
    if (within === null || between === null || within + between <= 0) return [];
    return (['theil_within', 'theil_between'] as const).map((id) => {
      const share = (id === 'theil_within' ? within : between) / (within + between);
      return { id, name: this.texts.name(id), percent: share * 100, text: this.formats.share(share, 0) };
    });
  }
}
