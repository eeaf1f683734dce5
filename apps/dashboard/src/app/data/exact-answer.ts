import { HttpClient } from '@angular/common/http';
import { computed, inject, linkedSignal, type Signal, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { AnswerTask } from '@evenhand/contracts';
import type { Answer, Question } from '@evenhand/domain';
import { EMPTY, expand, finalize, firstValueFrom, of, switchMap, tap, timer } from 'rxjs';
import { type Loadable, LOADING } from './loadable';
import { problemFrom } from './problem';

const AGAIN_MS = 700;

const isOpen = ({ state }: AnswerTask): boolean => state === 'waiting' || state === 'running';

/** A question that may take minutes, counted row by row by the server. */
export interface ExactAnswer {
  readonly load: Signal<Loadable<Answer>>;
  /** Share of the rows read so far; `null` while it waits or nobody can tell. */
  readonly progress: Signal<number | null>;
  readonly isRunning: Signal<boolean>;
  readonly isCancelled: Signal<boolean>;
  cancel(): void;
  retry(): void;
}

const shareOf = ({ progress }: AnswerTask): number | null =>
  progress === null || progress.rowsToRead === 0 ? null : Math.min(1, progress.rows / progress.rowsToRead);

/**
 * Begins a task for a question and follows it; a task that nobody waits for any more is taken back. `null` asks nothing.
 * Call it while a component is being made.
 */
export function exactAnswer(question: () => Question | null): ExactAnswer {
  const http = inject(HttpClient);
  const cancelled = linkedSignal<Question | null, boolean>({ source: question, computation: () => false });
  const begun = signal(0);
  const follow = (asked: Question) => {
    let latest: AnswerTask | null = null;
    return http.post<AnswerTask>('/api/tasks/answers', asked).pipe(
      expand((task) =>
        isOpen(task) ? timer(AGAIN_MS).pipe(switchMap(() => http.get<AnswerTask>(`/api/tasks/${encodeURIComponent(task.id)}`))) : EMPTY,
      ),
      tap((task) => (latest = task)),
      finalize(() => {
        if (latest !== null && isOpen(latest)) void takeBack(latest.id);
      }),
    );
  };
  const takeBack = (id: string): Promise<unknown> =>
    firstValueFrom(http.delete(`/api/tasks/${encodeURIComponent(id)}`)).catch(() => undefined);
  const task = rxResource<AnswerTask | null, { readonly asked: Question; readonly begun: number } | undefined>({
    params: () => {
      const asked = question();
      return asked === null || cancelled() ? undefined : { asked, begun: begun() };
    },
    stream: ({ params }) => (params === undefined ? of(null) : follow(params.asked)),
  });
  const current = computed(() => (task.hasValue() ? (task.value() ?? null) : null));
  return {
    load: computed<Loadable<Answer>>(() => {
      if (task.status() === 'error') return { state: 'error', problem: problemFrom(task.error()) };
      const found = current();
      if (found?.problem != null) return { state: 'error', problem: found.problem };
      return found?.answer == null ? LOADING : { state: 'ready', data: found.answer, isStale: false };
    }),
    progress: computed(() => {
      const found = current();
      return found === null ? null : shareOf(found);
    }),
    isRunning: computed(() => question() !== null && !cancelled() && (current() === null || current()?.answer == null)),
    isCancelled: computed(() => cancelled()),
    cancel: () => cancelled.set(true),
    retry: () => {
      cancelled.set(false);
      begun.update((count) => count + 1);
    },
  };
}
