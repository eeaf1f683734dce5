import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Filters } from '../../data/filters';
import { mapReady, readyData } from '../../data/loadable';
import { mayOpen } from '../../data/page-access';
import { Session } from '../../data/session';
import { allStandards } from '../../data/standards';
import { UrlState } from '../../data/url-state';
import { Icon } from '../../design/icon';
import { Panel } from '../../design/panel';
import { ExplainDefinition } from '../../explain/explain-definition';
import { byName, matches } from '../../format/search';
import { SAMPLE_QUESTIONS, type SampleQuestion } from '../../help/sample-questions';
import { TERMS } from '../../help/terms';
import { Tour } from '../../help/tour';
import { Words } from '../../i18n/words';
import { KeyList } from '../../keyboard/key-list';

const FIRST = 14;

/** How each figure is computed, what rules it is held against, what the words mean, and what can be asked. */
@Component({
  selector: 'eh-help-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExplainDefinition, Icon, KeyList, Panel, RouterLink, TranslocoPipe],
  templateUrl: './help-page.html',
  styleUrl: './help-page.css',
})
export class HelpPage {
  private readonly facts = inject(CityFacts);
  private readonly url = inject(UrlState);
  private readonly session = inject(Session).state;
  protected readonly tour = inject(Tour);
  protected readonly words = inject(Words);
  protected readonly carried = inject(Filters).carried;

  protected readonly typed = computed(() => this.url.params().get('q') ?? '');
  /** The definitions that are open: the link names them. */
  protected readonly opened = computed(() => new Set(this.url.params().getAll('measure')));

  private readonly found = computed(() => {
    const { label } = this.words;
    return (this.facts.catalog()?.metrics ?? [])
      .filter((metric) => this.isWanted(label(metric.label), label(metric.description), metric.source === null ? '' : label(metric.source)))
      .sort((a, b) => byName(label(a.label), label(b.label)));
  });

  /** All of them once the reader looks for something, or asks for all; one that the link opens is always there. */
  protected readonly metrics = computed(() => {
    const isWhole = this.typed() !== '' || this.url.params().get('all') === 'yes';
    return this.found().filter(({ id }, place) => isWhole || place < FIRST || this.opened().has(id));
  });
  protected readonly hidden = computed(() => this.found().length - this.metrics().length);

  private readonly standards = allStandards();
  protected readonly retry = this.standards.retry;
  protected readonly load = computed(() =>
    mapReady(this.standards.load(), ({ standards }) =>
      standards
        .map(({ id, label, promise, citations }) => {
          const source = citations.map(({ instrument }) => this.words.label(instrument)).join('; ');
          return { id, name: this.words.label(label), promise: this.words.label(promise), source };
        })
        .filter(({ name, promise, source }) => this.isWanted(name, promise, source)),
    ),
  );
  protected readonly rules = computed(() => readyData(this.load()) ?? []);

  protected readonly terms = computed(() =>
    TERMS.map(({ name, meaning }) => ({ name: this.words.label(name), meaning: this.words.label(meaning) }))
      .filter(({ name, meaning }) => this.isWanted(name, meaning))
      .sort((a, b) => byName(a.name, b.name)),
  );

  protected readonly questions = computed(() => SAMPLE_QUESTIONS.filter(({ path }) => mayOpen(this.session(), path)));
  protected readonly none = computed(() => this.words.say('help.none', { typed: this.typed() }));

  protected readonly paramsOf = ({ params }: SampleQuestion): Readonly<Record<string, unknown>> => ({ ...this.carried(), ...params });

  protected search(text: string): void {
    void this.url.replace({ q: text === '' ? null : text });
  }

  protected showAll(): void {
    void this.url.set({ all: 'yes' });
  }

  protected toggle(metric: string, event: Event): void {
    const isOpen = event.target instanceof HTMLDetailsElement && event.target.open;
    if (isOpen === this.opened().has(metric)) return;
    const others = [...this.opened()].filter((id) => id !== metric);
    const opened = isOpen ? [...others, metric] : others;
    void this.url.replace({ measure: opened.length === 0 ? null : opened });
  }

  private isWanted(...texts: readonly string[]): boolean {
    return texts.some((text) => matches(text, this.typed()));
  }
}
