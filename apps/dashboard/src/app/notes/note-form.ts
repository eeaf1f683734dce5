import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { NoteInfo, Problem } from '@evenhand/contracts';
import { addDays, type Day, isDay, LONGEST_NOTE } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { NoteChanges } from '../data/notes';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';
import { FormField } from '../design/form-field';
import { Refusal } from '../design/refusal';
import { DayField } from '../design/day-field';
import { NotePlaces } from './note-places';

/** What stands in the fields; the last day is one of the note. */
interface Draft {
  readonly place: string;
  readonly first: Day;
  readonly last: Day;
  readonly text: string;
}

const FIELDS: readonly string[] = ['place', 'from', 'to', 'text'];

/** Writes a note, or changes one of the reader's own. */
@Component({
  selector: 'eh-note-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DayField, FormField, Refusal, TranslocoPipe],
  templateUrl: './note-form.html',
  styleUrl: './note-form.css',
})
export class NoteForm {
  private readonly changes = inject(NoteChanges);
  private readonly places = inject(NotePlaces);
  private readonly words = inject(Words);
  private readonly formats = inject(Formats);

  /** The places that the reader may write notes of; the first is chosen unless they choose another. */
  readonly mayNote = input.required<readonly string[]>();
  /** The day that is proposed. */
  readonly day = input.required<Day>();
  /** The note that is changed; `null` for another one. */
  readonly editing = input<NoteInfo | null>(null);
  /** The note is written, or the reader leaves it as it is. */
  readonly done = output();

  protected readonly longest = LONGEST_NOTE;
  private readonly proposed = computed<Draft>(() => {
    const note = this.editing();
    return note === null
      ? { place: this.mayNote()[0] ?? '', first: this.day(), last: this.day(), text: '' }
      : { place: note.place, first: note.from, last: addDays(note.to, -1), text: note.text };
  });
  private readonly about = computed(() => this.editing()?.id ?? this.proposed().place);
  /** What somebody wrote or chose: it stays whatever is proposed meanwhile, until the form is about another note or place. */
  private readonly written = linkedSignal<string, Partial<Draft>>({
    source: this.about,
    computation: () => ({}),
  });
  protected readonly draft = computed<Draft>(() => {
    const [proposed, written] = [this.proposed(), this.written()];
    const { first } = { ...proposed, ...written };
    // A note is mostly about one day: its end follows until somebody sets it.
    const follows = first !== '' && (proposed.last === proposed.first || proposed.last < first);
    return { ...proposed, ...(follows ? { last: first } : {}), ...written };
  });
  protected readonly isSending = signal(false);
  protected readonly said = signal('');
  protected readonly problem = linkedSignal<NoteInfo | null, Problem | null>({ source: () => this.editing(), computation: () => null });
  protected readonly elsewhere = computed(() => {
    const problem = this.problem();
    return problem === null || FIELDS.includes(problem.field ?? '') ? null : problem;
  });
  protected readonly options = computed(() => this.mayNote().map((place) => ({ place, name: this.places.name(place) })));
  protected readonly isBackwards = computed(() => this.draft().last !== '' && this.draft().last < this.draft().first);
  /** The chosen days, written so that day and month cannot be mistaken. */
  protected readonly days = computed(() => {
    const { first, last } = this.draft();
    if (!isDay(first) || !isDay(last) || this.isBackwards()) return '';
    return first === last ? this.formats.dayLong(first) : this.formats.range({ from: first, to: addDays(last, 1) });
  });
  protected readonly mayEnd = computed(() => {
    const { first, last, text } = this.draft();
    return !this.isSending() && !this.isBackwards() && first !== '' && last !== '' && text.trim() !== '';
  });
  protected readonly left = computed(() => this.words.say('notes.left', { left: LONGEST_NOTE - this.draft().text.length }));

  protected type(part: keyof Draft, event: Event): void {
    const { target } = event;
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement)) return;
    this.set(part, target.value);
  }

  protected set(part: keyof Draft, value: string): void {
    this.said.set('');
    this.written.update((written) => ({ ...written, [part]: value }));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.mayEnd()) return;
    const { place, first, last, text } = this.draft();
    const content = { from: first, to: addDays(last, 1), text };
    const note = this.editing();
    this.isSending.set(true);
    const outcome = await (note === null ? this.changes.write({ place, ...content }) : this.changes.change(note.id, content));
    this.isSending.set(false);
    this.problem.set('problem' in outcome ? outcome.problem : null);
    if ('problem' in outcome) return;
    this.written.set({});
    this.said.set(this.words.say('notes.saved'));
    this.done.emit();
  }
}
