import type { HttpResourceRef } from '@angular/common/http';
import { effect, linkedSignal, type Signal, untracked } from '@angular/core';
import { type Loadable, loadableFrom } from './loadable';

/** Something that is asked of the server now and then; what stood before stays until the answer is there. */
export interface Asked<T> {
  readonly load: Signal<Loadable<T>>;
  retry(): void;
}

/**
 * Asks again after a time that may depend on the last answer; `null` asks no more. A page in the background waits. Call it
 * while a component is being made.
 */
export function askedAgain<T>(asked: HttpResourceRef<T | undefined>, everyMs: (data: T | undefined) => number | null): Asked<T> {
  effect((onCleanup) => {
    if (asked.isLoading()) return;
    const wait = everyMs(asked.hasValue() ? asked.value() : undefined);
    if (wait === null) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') untracked(() => asked.reload());
    }, wait);
    onCleanup(() => clearInterval(timer));
  });
  return {
    load: linkedSignal<ReturnType<typeof asked.snapshot>, Loadable<T>>({
      source: () => asked.snapshot(),
      // An answer that comes again on its own does not grey out the one before it.
      computation: (snapshot, before) =>
        snapshot.status === 'reloading' && before?.value.state === 'ready' ? before.value : loadableFrom(snapshot, before?.value),
    }),
    retry: () => void asked.reload(),
  };
}
