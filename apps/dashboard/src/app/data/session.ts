import { HttpClient } from '@angular/common/http';
import { computed, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import type { Problem, SessionState, SimulatedReader } from '@evenhand/contracts';
import { type Action, type GuardedColumn, localPath } from '@evenhand/domain';
import { firstValueFrom } from 'rxjs';
import { problemFrom } from './problem';

/** Who is signed in and what they may. While that is not known everything is shown: it is the server that decides. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  private readonly known = signal<SessionState | null>(null);

  /** `null` while it is not known. */
  readonly state = this.known.asReadonly();
  readonly isWholeCity = computed(() => this.state()?.isWholeCity ?? true);

  /** Whether the account may do something. */
  may(action: Action): boolean {
    return this.state()?.actions.includes(action) ?? true;
  }

  /** Whether the account sees something of single cases. */
  sees(column: GuardedColumn): boolean {
    return this.state()?.columns.includes(column) ?? true;
  }

  /** Asks the server; an unreachable one leaves it unknown, and the pages say so. */
  async load(): Promise<void> {
    this.known.set(await firstValueFrom(this.http.get<SessionState>('/api/session')).catch(() => null));
  }

  /** Signs in and begins anew at a path of this product; why not, when that was refused. */
  withPassword(login: string, password: string, next: string): Promise<Problem | null> {
    return this.begin('/api/session', { login, password }, next);
  }

  /** Sees the simulated city as one of its readers. */
  asReader(reader: SimulatedReader, next: string): Promise<Problem | null> {
    return this.begin('/api/session/simulated', { reader }, next);
  }

  /** Uses a one-time link up. */
  byInvitation(accepted: object): Promise<Problem | null> {
    return this.begin('/api/invitations/accept', accepted, '/');
  }

  /** Changes the own password, which ends every other session; why not, when that was refused. */
  async changePassword(current: string, password: string): Promise<Problem | null> {
    try {
      await firstValueFrom(this.http.put('/api/session/password', { current, password }));
      return null;
    } catch (error) {
      return problemFrom(error);
    }
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/session')).catch(() => undefined);
    this.beginAnew('/sign-in');
  }

  private async begin(url: string, body: object, next: string): Promise<Problem | null> {
    try {
      await firstValueFrom(this.http.post(url, body));
    } catch (error) {
      return problemFrom(error);
    }
    this.beginAnew(localPath(next));
    return null;
  }

  // Nothing that one person saw stays in the memory of the page for the next.
  private beginAnew(path: string): void {
    this.document.location.assign(path);
  }
}
