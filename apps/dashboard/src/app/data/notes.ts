import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import type { ChangeNote, NoteInfo, Notes, Problem, WriteNote } from '@evenhand/contracts';
import type { TimeRange } from '@evenhand/domain';
import { firstValueFrom, type Observable } from 'rxjs';
import { type Asked, askedAgain } from './asked-again';
import { problemFrom } from './problem';

/** Which notes are wanted: of a place and the wider ones it lies in. */
export interface NotesWanted extends TimeRange {
  /** `city`, `branch:B1`, `unit:00004` or `point:P1`. */
  readonly place: string;
}

/** What became of a request to write or change a note. */
export type NoteOutcome = { readonly note: NoteInfo } | { readonly problem: Problem };

const addressOf = (id: string): string => `/api/notes/${encodeURIComponent(id)}`;

/** Writes, changes and takes back notes; everything that shows notes then asks anew. */
@Injectable({ providedIn: 'root' })
export class NoteChanges {
  private readonly http = inject(HttpClient);
  private readonly count = signal(0);

  /** How many changes were made. */
  readonly made = this.count.asReadonly();
  /** The note that was taken back last, for as long as that can be undone here. */
  readonly takenBack = signal<NoteInfo | null>(null);

  write(note: WriteNote): Promise<NoteOutcome> {
    return this.done(this.http.post<NoteInfo>('/api/notes', note));
  }

  change(id: string, change: ChangeNote): Promise<NoteOutcome> {
    return this.done(this.http.put<NoteInfo>(addressOf(id), change));
  }

  async takeBack({ id }: NoteInfo): Promise<NoteOutcome> {
    const outcome = await this.done(this.http.delete<NoteInfo>(addressOf(id)));
    if ('note' in outcome) this.takenBack.set(outcome.note);
    return outcome;
  }

  async bringBack({ id }: NoteInfo): Promise<NoteOutcome> {
    const outcome = await this.done(this.http.post<NoteInfo>(`${addressOf(id)}/undelete`, {}));
    if ('note' in outcome) this.takenBack.set(null);
    return outcome;
  }

  private async done(request: Observable<NoteInfo>): Promise<NoteOutcome> {
    try {
      const note = await firstValueFrom(request);
      this.count.update((count) => count + 1);
      return { note };
    } catch (error) {
      return { problem: problemFrom(error) };
    }
  }
}

/** The notes of a place and a range; `null` waits. Call it while a component is being made. */
export function notesOf(wanted: () => NotesWanted | null): Asked<Notes> {
  const { made } = inject(NoteChanges);
  return askedAgain(
    httpResource<Notes>(() => {
      made();
      const request = wanted();
      return request === null ? undefined : { url: '/api/notes', params: { ...request } };
    }),
    () => null,
  );
}
