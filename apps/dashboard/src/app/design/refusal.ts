import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Problem } from '@evenhand/contracts';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';

/** Their sentence of the server names what no code can: which line of a file, and what stands there. */
const NAMED_BY_SERVER = ['source_unreadable', 'unreadable_entry', 'bad_register_file', 'bad_boundaries'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Why the server refused something: in the language of the reader, else in the words of the server. */
@Component({
  selector: 'eh-refusal',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `{{ text() }}
    @if (detail() !== '') {
      <span class="detail" lang="en">{{ detail() }}</span>
    }`,
  styles: `
    :host {
      overflow-wrap: anywhere;
    }
  `,
})
export class Refusal {
  readonly problem = input.required<Problem>();

  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  private readonly known = computed(() => {
    const { reason } = this.problem();
    return reason === undefined ? null : this.words.sayWhereKnown(`refusal.${reason.code}`, this.filled(reason.params));
  });
  protected readonly text = computed(() => this.known() ?? (this.problem().detail === '' ? this.words.say('problem.offline') : ''));
  protected readonly detail = computed(() => {
    const { reason, detail } = this.problem();
    return this.known() === null || NAMED_BY_SERVER.includes(reason?.code ?? '') ? detail : '';
  });

  private filled(params: Readonly<Record<string, string | number>>): Readonly<Record<string, string | number>> {
    return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, this.shown(value)]));
  }

  private shown(value: string | number): string {
    if (typeof value === 'number') return this.formats.number(value, Number.isInteger(value) ? 0 : 2);
    return DAY.test(value) ? this.formats.day(value) : value;
  }
}
