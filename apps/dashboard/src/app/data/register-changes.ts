import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import type { Problem, RegisterResult, SetDay } from '@evenhand/contracts';
import type { Day, RegisterName } from '@evenhand/domain';
import { firstValueFrom } from 'rxjs';
import { problemFrom } from './problem';

/** What became of a request to change something: the number of the change (`null`: nothing changed), or why it was refused. */
export type ChangeOutcome = { readonly change: number | null } | { readonly problem: Problem };

/** Changes registers in the name of whoever is signed in, or of whoever holds the token of the data folder. */
@Injectable({ providedIn: 'root' })
export class RegisterChanges {
  private readonly http = inject(HttpClient);

  /** Kept while the app is open, and nowhere else. */
  readonly token = signal('');

  /** Says what a day is. */
  setDay(day: Day, said: SetDay): Promise<ChangeOutcome> {
    return this.send('PUT', `/api/calendar/days/${encodeURIComponent(day)}`, said);
  }

  /** Gives an entry back to the files of the city. */
  followFile(register: RegisterName, key: string, reason: string): Promise<ChangeOutcome> {
    return this.send('POST', `/api/registers/${register}/changes`, { reason, followFile: [key] });
  }

  /** Takes a change back. */
  undo(register: RegisterName, change: number, reason: string): Promise<ChangeOutcome> {
    return this.send('POST', `/api/registers/${register}/changes/${change}/undo`, { reason });
  }

  private async send(method: 'PUT' | 'POST', url: string, body: object): Promise<ChangeOutcome> {
    const headers: Record<string, string> = this.token() === '' ? {} : { authorization: `Bearer ${encodeURIComponent(this.token())}` };
    try {
      const { change } = await firstValueFrom(this.http.request<RegisterResult>(method, url, { body, headers }));
      return { change };
    } catch (error) {
      return { problem: problemFrom(error) };
    }
  }
}
