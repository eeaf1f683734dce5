import { DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import type { NoteInfo, Problem } from '@evenhand/contracts';
import { addDays, isDay } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';
import { CityFacts } from '../data/city-facts';
import { Filters } from '../data/filters';
import { readyData } from '../data/loadable';
import { NoteChanges, type NoteOutcome, notesOf } from '../data/notes';
import { UrlState } from '../data/url-state';
import { Icon } from '../design/icon';
import { Problem as ProblemNotice } from '../design/problem';
import { Formats } from '../format/formats';
import { Words } from '../i18n/words';
import { Refusal } from '../design/refusal';
import { NoteForm } from './note-form';
import { NotePlaces } from './note-places';
import { DayField } from '../design/day-field';
import { Noting } from './noting';

/** The heading that names the panel. */
export const NOTES_HEADING = 'notes-heading';

/** How long a note that was taken back can be brought back beside the list. */
const UNDO_MS = 10_000;
/** What is planned stands in the list as well. */
const DAYS_AHEAD = 92;
const YEAR = 365;

/** Beside the page: what was noted of a place in a period; readers with the right role write notes, and change their own. */
@Component({
  selector: 'eh-notes-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DayField, Icon, NoteForm, ProblemNotice, Refusal, TranslocoPipe],
  templateUrl: './notes-panel.html',
  styleUrls: ['../explain/explain-panel.css', './notes-panel.css'],
})
export class NotesPanel {
  private readonly facts = inject(CityFacts);
  private readonly filters = inject(Filters);
  private readonly url = inject(UrlState);
  private readonly noting = inject(Noting);
  private readonly dialog = inject(DialogRef);
  private readonly places = inject(NotePlaces);
  private readonly formats = inject(Formats);
  private readonly words = inject(Words);
  protected readonly changes = inject(NoteChanges);

  protected readonly headingId = NOTES_HEADING;
  protected readonly editing = signal<NoteInfo | null>(null);
  protected readonly refused = signal<Problem | null>(null);

  /** A year back and a quarter ahead of the chosen period, unless the link says otherwise. */
  protected readonly period = computed(() => {
    const range = this.filters.range();
    const named = (name: string, otherwise: string): string => {
      const day = this.url.params().get(name) ?? '';
      return isDay(day) ? day : otherwise;
    };
    if (range === null) return null;
    return { from: named('notes_from', addDays(range.to, -YEAR)), to: named('notes_to', addDays(range.to, DAYS_AHEAD)) };
  });
  protected readonly lastDay = computed(() => {
    const period = this.period();
    return period === null ? '' : addDays(period.to, -1);
  });

  private readonly asked = notesOf(() => {
    const [place, period] = [this.noting.place(), this.period()];
    return place === null || period === null ? null : { place, ...period };
  });
  protected readonly load = this.asked.load;
  protected readonly retry = this.asked.retry;
  private readonly found = computed(() => readyData(this.load()));
  protected readonly mayNote = computed(() => this.found()?.mayNote ?? []);
  protected readonly isReady = computed(() => this.found() !== null);

  protected readonly proposed = linkedSignal(() => {
    const [range, known] = [this.filters.range(), this.facts.knownDays()];
    const last = range === null ? '' : addDays(range.to, -1);
    return known !== null && known.lastDay < last ? known.lastDay : last;
  });
  protected readonly about = computed(() => {
    const place = this.noting.place();
    return place === null ? '' : this.places.name(place);
  });
  protected readonly problem = computed(() => {
    const load = this.load();
    return load.state === 'error' ? load.problem : null;
  });
  protected readonly rows = computed(() =>
    (this.found()?.notes ?? []).map((note) => ({
      ...{ note, id: note.id, text: note.text, isOwn: note.isOwn },
      days: this.formats.range(note),
      place: this.places.name(note.place),
      who: this.words.say(note.version > 1 ? 'notes.by_changed' : 'notes.by', { by: note.by, at: this.formats.instant(note.changedAt) }),
    })),
  );
  protected readonly unlisted = computed(() => (this.found()?.total ?? 0) - this.rows().length);
  protected readonly takenBack = computed(() => {
    const note = this.changes.takenBack();
    return note === null ? '' : this.formats.range(note);
  });

  constructor() {
    effect((onCleanup) => {
      if (this.changes.takenBack() === null) return;
      const timer = setTimeout(() => this.changes.takenBack.set(null), UNDO_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected set(name: 'notes_from' | 'notes_to', day: string): void {
    if (isDay(day)) void this.url.replace({ [name]: name === 'notes_to' ? addDays(day, 1) : day });
  }

  protected async takeBack(note: NoteInfo): Promise<void> {
    if (this.editing()?.id === note.id) this.editing.set(null);
    this.said(await this.changes.takeBack(note));
  }

  protected async bringBack(): Promise<void> {
    const note = this.changes.takenBack();
    if (note !== null) this.said(await this.changes.bringBack(note));
  }

  protected close(): void {
    this.dialog.close();
  }

  private said(outcome: NoteOutcome): void {
    this.refused.set('problem' in outcome ? outcome.problem : null);
  }
}
