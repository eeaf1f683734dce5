import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { Catalog } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../data/city-facts';
import type { Filtered } from '../data/filter-choice';
import { Filters } from '../data/filters';
import { ChoiceMenu, type Option } from '../design/choice-menu';
import { byName } from '../format/search';
import { Session } from '../data/session';
import { Formats } from '../format/formats';
import { ScopeName } from '../format/scope-name';
import { Words } from '../i18n/words';
import { PeriodMenu } from './period-menu';

type Coded = Catalog['fields'][number];

/** Which part of the city, which period, which work: the filters that stay from page to page. */
@Component({
  selector: 'eh-filter-bar',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ChoiceMenu, PeriodMenu, TranslocoPipe],
  host: { role: 'group', '[attr.aria-label]': 'label()' },
  template: `
    <eh-choice-menu
      [name]="'filter.scope' | transloco"
      [options]="scopes()"
      [value]="choice().branch"
      (choose)="change('branch', $event)"
    />
    <eh-period-menu />
    @if (fields().length > 1) {
      <eh-choice-menu
        [name]="'filter.field' | transloco"
        [options]="fields()"
        [value]="choice().field"
        (choose)="change('field', $event)"
      />
    }
    @if (channels().length > 1) {
      <eh-choice-menu
        [name]="'filter.channel' | transloco"
        [options]="channels()"
        [value]="choice().channel"
        (choose)="change('channel', $event)"
      />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      min-width: 0;
    }
    eh-choice-menu,
    eh-period-menu {
      display: block;
      min-width: 0;
      max-width: 320px;
    }
    @media (max-width: 719px) {
      :host {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      eh-choice-menu,
      eh-period-menu {
        max-width: none;
      }
    }
  `,
})
export class FilterBar {
  private readonly filters = inject(Filters);
  private readonly facts = inject(CityFacts);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);
  private readonly scope = inject(ScopeName);
  private readonly session = inject(Session);

  protected readonly label = computed(() => this.words.say('filter.label'));
  protected readonly choice = this.filters.choice;

  protected readonly scopes = computed<readonly Option[]>(() => {
    const seen = this.facts.branches();
    // Whoever sees one branch, or a part of it, has no choice among branches.
    const branches = seen.length > 1 || this.session.isWholeCity() ? [...seen].sort((a, b) => byName(a.name, b.name)) : [];
    const [name, points] = [this.scope.name(), this.formats.number(this.facts.points().length)];
    return [
      { value: null, text: this.words.say('filter.whole', { name, points }), short: name },
      ...branches.map(({ code, name }) => ({ value: code, text: name })),
    ];
  });
  protected readonly fields = computed(() => this.optionsOf(this.facts.catalog()?.fields ?? []));
  protected readonly channels = computed(() => this.optionsOf(this.facts.catalog()?.channels ?? []));

  protected readonly change = (part: Filtered, value: string | null): Promise<void> => this.filters.change({ [part]: value });

  private optionsOf(items: readonly Coded[]): readonly Option[] {
    const named = items.map(({ code, label }) => ({ value: code, text: this.words.label(label) }));
    return [{ value: null, text: this.words.say('filter.all') }, ...named.sort((a, b) => byName(a.text, b.text))];
  }
}
