import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { StandardPage } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../../data/city-facts';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { RuleWords } from '../../format/rule-words';

/** What a rule says: its clock, the texts it rests on, whom it is about, its numbers. */
@Component({
  selector: 'eh-rule-facts',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <dl>
      <dt>{{ 'standards.clock' | transloco }}</dt>
      <dd>{{ words.label(standard().clock) }}</dd>
      <dt>{{ 'standards.threshold' | transloco }}</dt>
      <dd>{{ rules.inForce(standard()) }}</dd>
      <dt>{{ 'standards.judged_by' | transloco }}</dt>
      <dd>{{ judgedBy() }}</dd>
      <dt>{{ 'standards.scope' | transloco }}</dt>
      <dd>{{ scope() }}</dd>
      <dt>{{ 'standards.cited' | transloco }}</dt>
      <dd>
        <ul>
          @for (citation of citations(); track $index) {
            <li>
              {{ citation.text }} <span>{{ citation.since }}</span>
            </li>
          }
        </ul>
      </dd>
      @if (standard().needs; as needs) {
        <dt>{{ 'standards.needs' | transloco }}</dt>
        <dd>{{ words.label(needs) }}</dd>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: minmax(96px, max-content) minmax(0, 1fr);
      gap: 8px 18px;
      margin: 0;
    }
    dt {
      color: var(--eh-ink-3);
      font-size: 13px;
    }
    dd {
      margin: 0;
    }
    ul {
      display: grid;
      gap: 4px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    span {
      color: var(--eh-ink-3);
      font-size: 12.5px;
    }
    @media (max-width: 719px) {
      dl {
        grid-template-columns: minmax(0, 1fr);
        gap: 2px;
      }
      dd {
        margin-bottom: 8px;
      }
    }
  `,
})
export class RuleFacts {
  readonly standard = input.required<StandardPage>();

  protected readonly words = inject(Words);
  protected readonly rules = inject(RuleWords);
  private readonly formats = inject(Formats);
  private readonly facts = inject(CityFacts);

  protected readonly citations = computed(() =>
    this.standard().citations.map((citation) => ({
      text: this.rules.citation(citation),
      since: [this.since(citation.from, citation.to), this.words.say(`standards.certainty_${citation.certainty}`)].join(' · '),
    })),
  );
  protected readonly judgedBy = computed(() => {
    const { judgedBy, minimumCases } = this.standard();
    if (judgedBy === null) return this.words.say('standards.judged_not');
    if (judgedBy === 'every_case') return this.words.say('standards.judged_every_case');
    return this.words.say('standards.judged_level', { cases: this.formats.number(minimumCases) });
  });
  protected readonly scope = computed(() => {
    const { points, channels, fields } = this.standard().scope;
    const parts = [
      this.part('standards.scope_points', points, (code) => this.facts.point(code)?.name ?? code),
      this.part('standards.scope_channels', channels, (code) => this.labelOf('channel', code)),
      this.part('standards.scope_fields', fields, (code) => this.labelOf('field', code)),
    ].filter((part) => part !== '');
    return parts.length === 0 ? this.words.say('standards.scope_all') : parts.join(' · ');
  });

  private since(from: string, to: string | null): string {
    if (to === null) return this.words.say('standards.since', { from: this.formats.day(from) });
    return this.words.say('standards.since_to', { from: this.formats.day(from), to: this.formats.day(to) });
  }

  private part(key: string, codes: 'all' | readonly string[], nameOf: (code: string) => string): string {
    return codes === 'all' ? '' : this.words.say(key, { names: codes.map(nameOf).join(', ') });
  }

  private labelOf(kind: 'channel' | 'field', code: string): string {
    const label = this.facts.labelOf(kind, code);
    return label === null ? code : this.words.label(label);
  }
}
