import { httpResource } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, linkedSignal, type Signal, untracked } from '@angular/core';
import type { Answer, Question } from '@evenhand/domain';
import { CityFacts } from './city-facts';
import { type Loadable, LOADING, loadableFrom } from './loadable';
import { PageUpdates } from './page-updates';
import { type PageByRow, pageByRow, READ_TYPES } from './sent-page';

/** The questions of a page by name; `null` marks one that cannot be asked. */
export type PageQuestions = Readonly<Record<string, Question | null>>;

/** The answers of a page, asked in one call. Each is answered or refused on its own. */
export interface PageAnswers {
  /** Reactive: the state of one answer; `null` data when the question could not be asked. */
  of(name: string): Loadable<Answer | null>;
  readonly isLoading: Signal<boolean>;
  retry(): void;
}

/**
 * Asks all questions of a page in one request and asks again when they change, aborting the request before.
 * Call it while a component is being made; `null` waits.
 */
export function pageAnswers(questions: () => PageQuestions | null): PageAnswers {
  const asked = httpResource<PageByRow>(
    () => {
      const named = questions();
      if (named === null) return undefined;
      const askable = Object.fromEntries(Object.entries(named).filter(([, question]) => question !== null));
      return { url: '/api/answers', method: 'POST', headers: { accept: READ_TYPES }, body: { questions: askable } };
    },
    { parse: pageByRow },
  );
  const load = linkedSignal<ReturnType<typeof asked.snapshot>, Loadable<PageByRow>>({
    source: () => asked.snapshot(),
    computation: (snapshot, before) => loadableFrom(snapshot, before?.value),
  });
  const [updates, asker] = [inject(PageUpdates), {}];
  inject(DestroyRef).onDestroy(() => updates.leave(asker));
  effect(() => {
    const page = load();
    if (page.state === 'ready' && !page.isStale) untracked(() => updates.heard(asker, page.data));
  });
  const names = computed(() => questions() ?? {});
  const facts = inject(CityFacts);

  return {
    of(name): Loadable<Answer | null> {
      const page = load();
      if (page.state !== 'ready') return page;
      // Figures of points that nobody knows by name yet would stand in empty tables and maps.
      if (!facts.hasPoints()) return LOADING;
      const part = page.data.answers[name];
      if (part === undefined) return page.isStale || !(name in names()) ? LOADING : { state: 'ready', data: null, isStale: false };
      return 'problem' in part ? { state: 'error', problem: part.problem } : { state: 'ready', data: part.answer, isStale: page.isStale };
    },
    isLoading: computed(() => asked.isLoading()),
    retry: () => asked.reload(),
  };
}
