import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { COMPARED_WITH, type ComparedWith, type Dimension, GRAINS } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { filterTexts } from '../../data/rows-behind';
import { Session } from '../../data/session';
import { UrlState } from '../../data/url-state';
import { ChoiceMenu, type Option } from '../../design/choice-menu';
import { Icon } from '../../design/icon';
import { FilterText } from '../../format/filter-text';
import { Words } from '../../i18n/words';
import { BREAKDOWNS, type ExploreChoice, isOfOnePoint } from './explore-choice';
import { MetricPicker } from './metric-picker';

/** The question that is explored, as menus: what cannot be asked is closed and says why. */
@Component({
  selector: 'eh-explore-question',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ChoiceMenu, Icon, MetricPicker, TranslocoPipe],
  templateUrl: './explore-question.html',
  styleUrl: './explore-question.css',
})
export class ExploreQuestion {
  readonly choice = input.required<ExploreChoice>();

  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  private readonly filterText = inject(FilterText);
  private readonly session = inject(Session);
  protected readonly url = inject(UrlState);

  protected readonly byOptions = computed<readonly Option[]>(() => [
    { value: null, text: this.words.say('explore.by_none') },
    ...BREAKDOWNS.map((dimension) => this.option(dimension)),
  ]);
  protected readonly grainOptions = computed<readonly Option[]>(() => [
    { value: null, text: this.words.say('explore.grain_none') },
    ...GRAINS.map((grain) => this.option(grain)),
  ]);
  protected readonly againstOptions = computed<readonly Option[]>(() => [
    { value: null, text: this.words.say('explore.against_none') },
    ...COMPARED_WITH.map((value) => ({ value, text: this.words.say(`explore.against_${value}`), whyNot: this.whyNotAgainst(value) })),
  ]);
  protected readonly chips = computed(() =>
    this.choice().where.map((filter) => ({ text: this.filterText.of(filter), written: filterTexts([filter])[0] ?? '' })),
  );
  protected readonly dropped = computed(() => {
    const choice = this.choice();
    if (choice.dropped.length === 0) return '';
    const names = choice.dropped.map((dimension) => this.dimensionName(dimension)).join(', ');
    return this.words.say('explore.dropped', { metric: this.words.label(choice.metric.label), dimensions: names });
  });

  protected chooseMeasure(measure: string): void {
    void this.url.set({ measure, pin: null, beside: null, sort: null });
  }

  protected chooseBy(by: string | null): void {
    void this.url.set({ by: by ?? 'none', pin: null, beside: null, sort: null, q: null });
  }

  protected toggleExact(): void {
    void this.url.set({ exact: this.choice().isExact ? null : 'yes' });
  }

  protected removeFilter(written: string): void {
    const where = filterTexts(this.choice().where).filter((text) => text !== written);
    void this.url.set({ where: where.length === 0 ? null : where });
  }

  /** Why a figure cannot be held against something: the city and peers are other people's points, and peers are those of one point. */
  private whyNotAgainst(against: ComparedWith): string | undefined {
    if (against !== 'city' && against !== 'peers') return undefined;
    if (!this.session.may('compare')) return this.words.say('explore.city_only');
    return against === 'peers' && !isOfOnePoint(this.choice().where) ? this.words.say('explore.peers_need_point') : undefined;
  }

  private option(dimension: Dimension): Option {
    const isKnown = this.choice().metric.dimensions.includes(dimension);
    return { value: dimension, text: this.dimensionName(dimension), ...(isKnown ? {} : { whyNot: this.words.say('explore.not_by') }) };
  }

  private dimensionName(dimension: Dimension): string {
    const label = this.facts.labelOf('dimension', dimension);
    return label === null ? dimension : this.words.label(label);
  }
}
