import { HttpClient } from '@angular/common/http';
import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { Problem, Wallboard } from '@evenhand/contracts';
import { firstValueFrom, timeout } from 'rxjs';
import { problemFrom } from '../../data/problem';
import { waitAfter } from './board-pace';

const LONGEST_ANSWER_MS = 15_000;

/** What a board shows, and when it was heard by the clock of the browser. */
export interface Heard {
  readonly board: Wallboard;
  readonly at: number;
}

/** What is asked, and by whom; `null` asks as whoever is signed in. */
export interface BoardRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly token: string | null;
}

/** Asks for a board again and again. What was heard last stays when an answer does not come. */
@Injectable()
export class BoardAnswers {
  private readonly http = inject(HttpClient);
  private readonly lastHeard = signal<Heard | null>(null);
  private readonly lastProblem = signal<Problem | null>(null);
  private ending: AbortController | null = null;

  readonly heard = this.lastHeard.asReadonly();
  /** Why the last answer did not come; `null` while they do. */
  readonly problem = this.lastProblem.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.ending?.abort());
  }

  /** Begins anew with another request; what was shown for the one before goes. */
  follow(request: BoardRequest): void {
    this.ending?.abort();
    this.ending = new AbortController();
    this.lastHeard.set(null);
    void this.keepAsking(request, this.ending.signal);
  }

  private async keepAsking(request: BoardRequest, ended: AbortSignal): Promise<void> {
    for (let failures = 0; !ended.aborted;) {
      const problem = await this.ask(request, ended);
      failures = problem === null ? 0 : failures + 1;
      await untilNext(waitAfter(failures), ended);
    }
  }

  private async ask({ params, token }: BoardRequest, ended: AbortSignal): Promise<Problem | null> {
    const headers = token === null ? {} : { authorization: `Bearer ${token}` };
    const asked = this.http.get<Wallboard>('/api/wallboard', { params: { ...params }, headers }).pipe(timeout(LONGEST_ANSWER_MS));
    const [board, problem] = await firstValueFrom(asked).then(
      (heard) => [heard, null] as const,
      (error: unknown) => [null, problemFrom(error)] as const,
    );
    if (ended.aborted) return null;
    if (board !== null) this.lastHeard.set({ board, at: Date.now() });
    this.lastProblem.set(problem);
    return problem;
  }
}

/** Waits, but no longer than until the network is back or the board is gone. */
function untilNext(ms: number, ended: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const finish = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', finish);
      ended.removeEventListener('abort', finish);
      done();
    };
    const timer = setTimeout(finish, ms);
    window.addEventListener('online', finish);
    ended.addEventListener('abort', finish);
  });
}
