import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { Problem, RegisterHistory } from '@evenhand/contracts';
import { isDay, type RegisterName } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { RegisterChanges } from '../../data/register-changes';
import { Formats } from '../../format/formats';
import { Words } from '../../i18n/words';
import { FormField } from '../../design/form-field';
import { Refusal } from '../../design/refusal';
import { OwnerField } from './owner-field';

type Change = RegisterHistory['changes'][number];

const NAMED = 4;

/** Who changed what, when and why; each change can be taken back by another one. */
@Component({
  selector: 'eh-change-history',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FormField, OwnerField, Refusal, TranslocoPipe],
  templateUrl: './change-history.html',
  styleUrl: './change-history.css',
})
export class ChangeHistory {
  private readonly changes = inject(RegisterChanges);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);

  readonly register = input.required<RegisterName>();
  readonly history = input.required<RegisterHistory['changes']>();
  readonly changed = output();

  /** The change that is about to be taken back. */
  protected readonly asked = signal<number | null>(null);
  protected readonly reason = signal('');
  protected readonly isSending = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly elsewhere = computed(() => {
    const problem = this.problem();
    return problem === null || problem.field === 'reason' || problem.status === 401 ? null : problem;
  });

  protected readonly rows = computed(() => this.history().map((change) => this.rowOf(change)));

  private rowOf(change: Change) {
    const { madeBy, madeAt, origin, undoes, entries } = change;
    const names = entries
      .slice(0, NAMED)
      .map(({ key, act }) => `${this.words.say(`act.${act}`)} ${isDay(key) ? this.formats.day(key) : key}`);
    const others = entries.length - names.length;
    const isFile = origin === 'city_file';
    return {
      ...change,
      when: this.formats.instant(madeAt),
      why: isFile ? this.words.say('calendar.file_read') : change.reason,
      who: isFile
        ? this.words.say('origin.city_file')
        : `${this.words.sayIfKnown(`maker.${madeBy}`, madeBy)} · ${this.words.say(`origin.${origin}`)}`,
      // What the files say is changed by changing the files, or entry by entry.
      isUndoable: !isFile,
      undone: undoes === null ? '' : this.words.say('calendar.undoes', { change: undoes }),
      what: [...names, others > 0 ? this.words.say('calendar.other_entries', { entries: this.formats.number(others) }) : '']
        .filter((part) => part !== '')
        .join(', '),
      undoLabel: this.words.say('calendar.undo_change', { change: change.id }),
    };
  }

  protected ask(change: number): void {
    this.asked.update((asked) => (asked === change ? null : change));
    this.reason.set('');
    this.problem.set(null);
  }

  protected async undo(event: Event, change: number): Promise<void> {
    event.preventDefault();
    this.isSending.set(true);
    const outcome = await this.changes.undo(this.register(), change, this.reason());
    this.isSending.set(false);
    this.problem.set('problem' in outcome ? outcome.problem : null);
    if ('problem' in outcome) return;
    this.asked.set(null);
    this.changed.emit();
  }
}
