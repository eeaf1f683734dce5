import { HttpClient, type HttpEvent, HttpEventType, type HttpResponse } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import type { Problem } from '@evenhand/contracts';
import { filter, lastValueFrom, Subject, takeUntil, tap } from 'rxjs';
import { isProblem, problemFrom } from './problem';

/** How far a download has come. */
export type Download =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly bytes: number }
  /** `rows`: how many of how many the file holds, where the server says so. */
  | { readonly state: 'done'; readonly rows: { readonly shown: number; readonly total: number } | null }
  | { readonly state: 'failed'; readonly problem: Problem }
  /** Something else that was done, or could not be: a key of the translations. */
  | { readonly state: 'said'; readonly key: string };

const IDLE: Download = { state: 'idle' };
const FALLBACK = 'evenhand';

/** The name that the server gives a file, in the signs of any script. */
export function nameIn(disposition: string | null): string {
  const [, full] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  const [, plain] = /filename="([^"]+)"/i.exec(disposition ?? '') ?? [];
  try {
    return full === undefined ? (plain ?? FALLBACK) : decodeURIComponent(full);
  } catch {
    return plain ?? FALLBACK;
  }
}

/** Reads `5000 of 12345`. */
export function rowsIn(header: string | null): { readonly shown: number; readonly total: number } | null {
  const [, shown, total] = /^(\d+) of (\d+)$/.exec(header ?? '') ?? [];
  return shown === undefined || total === undefined ? null : { shown: Number(shown), total: Number(total) };
}

/** Hands a file to the browser under a name. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const isWhole = (event: HttpEvent<Blob>): event is HttpResponse<Blob> => event.type === HttpEventType.Response;

/** Fetches files one at a time, says how far it has come, and why it failed. */
@Injectable({ providedIn: 'root' })
export class Downloads {
  private readonly http = inject(HttpClient);
  private readonly ended = new Subject<void>();
  private readonly current = signal<Download>(IDLE);

  readonly download = this.current.asReadonly();

  /** Fetches a file and hands it to the browser; one that was on its way is given up. */
  async fetch(address: string): Promise<void> {
    this.cancel();
    this.current.set({ state: 'running', bytes: 0 });
    try {
      const response = await lastValueFrom(
        this.http.get(address, { responseType: 'blob', observe: 'events', reportProgress: true }).pipe(
          tap((event) => this.note(event)),
          filter(isWhole),
          takeUntil(this.ended),
        ),
        { defaultValue: null },
      );
      if (response?.body == null) return;
      save(response.body, nameIn(response.headers.get('content-disposition')));
      this.current.set({ state: 'done', rows: rowsIn(response.headers.get('x-rows')) });
    } catch (error) {
      this.current.set({ state: 'failed', problem: await this.problemOf(error) });
    }
  }

  /** Gives up what is on its way; the server stops making it. */
  cancel(): void {
    this.ended.next();
    this.current.set(IDLE);
  }

  /** Says that a file made here is there, and how many of how many rows it holds. */
  made(rows: { readonly shown: number; readonly total: number } | null): void {
    this.current.set({ state: 'done', rows });
  }

  /** Says a sentence where downloads say theirs. */
  say(key: string): void {
    this.current.set({ state: 'said', key });
  }

  private note(event: HttpEvent<Blob>): void {
    if (event.type === HttpEventType.DownloadProgress) this.current.set({ state: 'running', bytes: event.loaded });
  }

  /** A problem comes as a file, too. */
  private async problemOf(error: unknown): Promise<Problem> {
    const problem = problemFrom(error);
    const body: unknown = typeof error === 'object' && error !== null && 'error' in error ? error.error : null;
    if (!(body instanceof Blob)) return problem;
    try {
      const said: unknown = JSON.parse(await body.text());
      return isProblem(said) ? said : problem;
    } catch {
      return problem;
    }
  }
}
