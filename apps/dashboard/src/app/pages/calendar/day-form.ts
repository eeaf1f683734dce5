import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { Problem, SetDay } from '@evenhand/contracts';
import { type Day, DAY_KINDS, STANDINGS } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import type { NamedDayEntry } from '../../data/registers';
import { type ChangeOutcome, RegisterChanges } from '../../data/register-changes';
import { Words } from '../../i18n/words';
import { FormField } from '../../design/form-field';
import { Refusal } from '../../design/refusal';
import { DayField } from '../../design/day-field';
import { OwnerField } from './owner-field';

/** What stands in the fields; empty texts say nothing. */
interface Draft {
  readonly day: string;
  readonly kind: string;
  readonly note: string;
  readonly source: string;
  readonly standing: string;
  readonly decidedOn: string;
  readonly reason: string;
}

const FIELDS: readonly string[] = ['day', 'kind', 'note', 'source', 'standing', 'decidedOn', 'reason'] satisfies readonly (keyof Draft)[];
const NOT_ALLOWED = 401;

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Says what a day is, and why; or gives a day back to the files of the city. */
@Component({
  selector: 'eh-day-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DayField, FormField, OwnerField, Refusal, TranslocoPipe],
  templateUrl: './day-form.html',
  styleUrls: ['../../design/fields.css', './day-form.css'],
})
export class DayForm {
  private readonly changes = inject(RegisterChanges);
  private readonly words = inject(Words);

  readonly day = input<Day | null>(null);
  /** What stands of the day; `null` when the calendar does not name it. */
  readonly entry = input<NamedDayEntry | null>(null);
  /** The day that was changed. */
  readonly changed = output<Day>();
  readonly pick = output<Day | null>();

  protected readonly kinds = DAY_KINDS;
  protected readonly standings = STANDINGS;
  protected readonly draft = linkedSignal<Draft>(() => {
    const said = this.entry()?.content;
    return {
      day: this.day() ?? '',
      kind: said?.kind ?? 'holiday',
      note: said?.note ?? '',
      source: said?.source ?? '',
      standing: said?.standing ?? 'official',
      decidedOn: said?.decidedOn ?? '',
      reason: '',
    };
  });
  protected readonly isSending = signal(false);
  protected readonly outcome = linkedSignal<Day | null, ChangeOutcome | null>({
    source: () => this.day(),
    // What was saved stays said while its day is looked at again.
    computation: (day, before) => (before?.source === day ? before.value : null),
  });
  protected readonly problem = computed<Problem | null>(() => {
    const outcome = this.outcome();
    return outcome && 'problem' in outcome ? outcome.problem : null;
  });
  /** What no field can say. */
  protected readonly elsewhere = computed(() => {
    const problem = this.problem();
    if (problem === null || problem.status === NOT_ALLOWED || FIELDS.includes(problem.field ?? '')) return null;
    return problem;
  });
  protected readonly done = computed(() => {
    const outcome = this.outcome();
    if (outcome === null || 'problem' in outcome) return '';
    return outcome.change === null ? this.words.say('calendar.unchanged') : this.words.say('calendar.saved', { change: outcome.change });
  });
  /** A day that a person decided can go back to what the files say. */
  protected readonly isDecidedHere = computed(() => this.entry() !== null && this.entry()?.origin !== 'city_file');

  protected type(part: keyof Draft, value: string): void {
    this.draft.update((draft) => ({ ...draft, [part]: value }));
    if (part === 'day') this.pick.emit(orNull(value));
  }

  protected save(event: Event): Promise<void> {
    event.preventDefault();
    const { day, kind, note, source, standing, decidedOn, reason } = this.draft();
    const said = { kind, standing, reason, note: orNull(note), source: orNull(source), decidedOn: orNull(decidedOn) };
    return this.send(day, this.changes.setDay(day, said as SetDay)); // the server says what may not be
  }

  protected followFile(): Promise<void> {
    const { day, reason } = this.draft();
    return this.send(day, this.changes.followFile('calendar', day, reason));
  }

  private async send(day: Day, sent: Promise<ChangeOutcome>): Promise<void> {
    this.isSending.set(true);
    const outcome = await sent;
    this.isSending.set(false);
    this.outcome.set(outcome);
    if ('change' in outcome) this.changed.emit(day);
  }
}
