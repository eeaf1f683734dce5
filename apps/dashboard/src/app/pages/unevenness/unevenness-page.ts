import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { changeEffectsOf } from '../../data/change-effects';
import { CityFacts } from '../../data/city-facts';
import { comparisonOf, comparisonWanted, unevennessOf, type UnevennessWanted } from '../../data/comparisons';
import { Filters } from '../../data/filters';
import { pagePeriods } from '../../data/page-periods';
import { UrlState } from '../../data/url-state';
import { ChoiceMenu, type Option } from '../../design/choice-menu';
import { Segmented } from '../../design/segmented';
import { Words } from '../../i18n/words';
import { BehindPanel } from './behind-panel';
import { ChangesPanel } from './changes-panel';
import { FlagsPanel } from './flags-panel';
import { FunnelPanel } from './funnel-panel';
import { MeasuresPanel } from './measures-panel';
import { monthsUpTo, sinceIn } from './series-range';
import { SpreadPanel } from './spread-panel';
import { readUnevenness, SERIES_GRAINS, SWITCHED_ADJUSTMENTS, UNEVENNESS_METRICS } from './unevenness-choice';
import { UnevennessStatus } from './unevenness-status';

/** How uneven the city is: how far points really differ, whether the gap closes, and which points differ beyond chance. */
@Component({
  selector: 'eh-unevenness-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    BehindPanel,
    ChangesPanel,
    ChoiceMenu,
    FlagsPanel,
    FunnelPanel,
    MeasuresPanel,
    Segmented,
    SpreadPanel,
    TranslocoPipe,
    UnevennessStatus,
  ],
  templateUrl: './unevenness-page.html',
  styleUrl: './unevenness-page.css',
})
export class UnevennessPage {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly words = inject(Words);

  protected readonly isEmpty = this.facts.isEmpty;
  protected readonly choice = computed(() => readUnevenness(this.url.params()));

  private readonly wanted = computed(() => {
    const [metric, range] = [this.facts.metric(this.choice().metric), this.filters.range()];
    if (metric === null || range === null) return null;
    return comparisonWanted(metric, range, { choice: this.filters.choice(), adjust: this.choice().adjust });
  });
  private readonly wantedSeries = computed<UnevennessWanted | null>(() => {
    const [wanted, known, range] = [this.wanted(), this.facts.knownDays(), this.filters.range()];
    const weeks = pagePeriods(this.filters, this.facts)?.weeks;
    if (wanted === null || known === null || range === null || weeks === undefined) return null;
    const { grain, since } = this.choice();
    const { from, to } = grain === 'week' ? weeks : monthsUpTo(range, known);
    return { ...wanted, from, to, grain, since: sinceIn({ from, to }, since) };
  });

  protected readonly comparison = comparisonOf(() => this.wanted());
  protected readonly whole = unevennessOf(() => {
    const wanted = this.wanted();
    return wanted === null ? null : { ...wanted, grain: 'month' };
  });
  protected readonly series = unevennessOf(() => this.wantedSeries());
  protected readonly changes = changeEffectsOf(() => {
    const wanted = this.wantedSeries();
    return wanted && { metric: wanted.metric, from: wanted.from, to: wanted.to };
  });

  protected readonly metrics = computed<readonly Option[]>(() =>
    UNEVENNESS_METRICS.flatMap((id) => {
      const metric = this.facts.metric(id);
      return metric === null
        ? []
        : [{ value: id, text: this.words.label(metric.label), short: this.words.sayIfKnown(`card.${id}`, this.words.label(metric.label)) }];
    }),
  );
  protected readonly grains = computed(() => SERIES_GRAINS.map((value) => ({ value, text: this.words.say(`grain.${value}`) })));
  protected readonly adjustments = computed(() =>
    SWITCHED_ADJUSTMENTS.map((value) => ({ value, text: this.words.say(`adjust.${value}`) })),
  );

  protected choose(changes: Readonly<Record<string, string | null>>): void {
    void this.url.set(changes);
  }
}
