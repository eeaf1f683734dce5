import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { StandardPage } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../../design/icon';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { RuleWords } from '../../format/rule-words';

/** Worked examples of a rule: what they give the engine, what must come of it and what did, green or red. */
@Component({
  selector: 'eh-example-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  template: `
    <ul>
      @for (example of examples(); track $index) {
        <li [class.is-red]="!example.isGreen" [attr.data-green]="example.isGreen">
          <p class="outcome">
            <eh-icon [name]="example.isGreen ? 'check' : 'close'" />
            {{ (example.isGreen ? 'standards.green' : 'standards.red') | transloco }}
          </p>
          <h3>{{ example.title }}</h3>
          <p>{{ 'standards.expected' | transloco }} {{ example.expected }}</p>
          @if (!example.isGreen) {
            <p>{{ 'standards.found' | transloco }} {{ example.found }}</p>
          }
          <p class="given">{{ example.given }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr));
      gap: 12px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding: 10px 12px;
      border: 1px solid var(--eh-line);
      border-left: 4px solid var(--eh-better);
      border-radius: var(--eh-radius-small);
    }
    .is-red {
      border-left: 4px double var(--eh-worse);
    }
    .outcome {
      display: flex;
      gap: 5px;
      align-items: center;
      color: var(--eh-better-strong);
      font-size: 12px;
      font-weight: 600;
    }
    .is-red .outcome {
      color: var(--eh-worse-text);
    }
    .outcome eh-icon {
      width: 15px;
      height: 15px;
    }
    h3 {
      font-size: 14px;
      font-weight: 600;
    }
    p {
      color: var(--eh-ink-2);
      font-size: 13px;
    }
    .given {
      color: var(--eh-ink-3);
      font-size: 12px;
    }
  `,
})
export class ExampleList {
  readonly standard = input.required<StandardPage>();

  private readonly words = inject(Words);
  private readonly rules = inject(RuleWords);
  private readonly formats = inject(Formats);

  protected readonly examples = computed(() =>
    this.standard().examples.map((example) => ({
      title: this.words.label(example.title),
      isGreen: example.isGreen,
      expected: this.rules.outcome(example.expected),
      found: this.rules.outcome(example.found),
      given: Object.entries(example.given)
        .map(([table, rows]) => `${this.words.sayIfKnown(`entity.${table}`, table)}: ${this.formats.number(rows.length)}`)
        .join(' · '),
    })),
  );
}
