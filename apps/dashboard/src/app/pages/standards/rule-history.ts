import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { StandardPage } from '@evenhand/contracts';
import { TranslocoPipe } from '@jsverse/transloco';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { RuleWords } from '../../format/rule-words';

/** Which numbers were in force when, who set them and why; the latest first. */
@Component({
  selector: 'eh-rule-history',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <ol reversed>
      @for (version of versions(); track $index) {
        <li [class.is-over]="version.isOver">
          <p class="when">{{ version.when }}</p>
          <p>{{ version.limits }}</p>
          @if (version.edit; as edit) {
            <p class="why">{{ edit.reason }}</p>
            <p class="who">{{ edit.made }}</p>
          } @else {
            <p class="who">{{ version.cited }}</p>
          }
        </li>
      } @empty {
        <li class="who">{{ 'standards.no_history' | transloco }}</li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: grid;
      gap: 12px;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding-left: 12px;
      border-left: 3px solid var(--eh-brand);
    }
    .is-over {
      border-color: var(--eh-line);
    }
    .when {
      font-weight: 600;
    }
    .why {
      color: var(--eh-ink-2);
      font-style: italic;
      overflow-wrap: anywhere;
    }
    .who {
      color: var(--eh-ink-3);
      font-size: 12.5px;
    }
  `,
})
export class RuleHistory {
  readonly standard = input.required<StandardPage>();

  private readonly words = inject(Words);
  private readonly rules = inject(RuleWords);
  private readonly formats = inject(Formats);

  protected readonly versions = computed(() =>
    this.standard()
      .versions.toReversed()
      .map(({ from, to, limits, citation, edit }) => ({
        when: this.when(from, to),
        isOver: to !== null,
        limits: this.rules.limits(this.standard(), limits) || this.words.say('standards.no_numbers'),
        cited: citation === null ? '' : this.rules.citation(citation),
        edit: edit && {
          reason: edit.reason,
          made: this.words.say('standards.made', { by: edit.madeBy, at: this.formats.instant(edit.madeAt) }),
        },
      })),
  );

  private when(from: string, to: string | null): string {
    if (to === null) return this.words.say('standards.since', { from: this.formats.day(from) });
    return this.words.say('standards.since_to', { from: this.formats.day(from), to: this.formats.day(to) });
  }
}
