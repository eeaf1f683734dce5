import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, NavigationStart, Router } from '@angular/router';

/** How far the page and the boxes on it that say `data-scroll` are scrolled, by the box's name; the page's is empty. */
export type Scrolled = ReadonlyMap<string, number>;

/** Content that has not come by then does not come. */
const PATIENCE_MS = 8_000;
const LOADING = '.skeleton, [aria-busy="true"]';
const READER_MOVES = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

/**
 * Back and forward lead to the place where a page was left, also where its content comes later: the place is taken once it can be
 * reached and nothing loads any more, unless the reader moves first. Another page begins at its top.
 */
@Injectable({ providedIn: 'root' })
export class ScrollMemory {
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly destroyed = inject(DestroyRef);
  private readonly left = new Map<number, Scrolled>();
  private current = 0;
  private wanted: Scrolled | null = null;
  private stop: () => void = () => undefined;

  /** Begins to follow the router. */
  follow(): void {
    const view = this.document.defaultView;
    if (view === null) return;
    view.history.scrollRestoration = 'manual';
    void this.router.events.pipe(takeUntilDestroyed(this.destroyed)).forEach((event) => {
      if (event instanceof NavigationStart) this.leave(event);
      if (event instanceof NavigationEnd) this.arrive(event);
    });
  }

  private leave({ restoredState }: NavigationStart): void {
    this.stop();
    this.left.set(this.current, this.read());
    this.wanted = restoredState ? (this.left.get(restoredState.navigationId) ?? null) : null;
  }

  private arrive({ id }: NavigationEnd): void {
    const isKept = this.router.currentNavigation()?.extras.scroll === 'manual';
    this.current = id;
    if (this.wanted !== null) this.restore(this.wanted);
    else if (!isKept) this.document.defaultView?.scrollTo(0, 0);
  }

  private read(): Scrolled {
    const boxes = [...this.document.querySelectorAll<HTMLElement>('[data-scroll]')];
    return new Map([
      ['', this.document.defaultView?.scrollY ?? 0],
      ...boxes.map((box) => [box.dataset['scroll'] ?? '', box.scrollTop] as const),
    ]);
  }

  private restore(wanted: Scrolled): void {
    const view = this.document.defaultView;
    if (view === null) return;
    const until = performance.now() + PATIENCE_MS;
    let isStopped = false;
    const stop = (): void => {
      isStopped = true;
      for (const name of READER_MOVES) view.removeEventListener(name, stop);
    };
    for (const name of READER_MOVES) view.addEventListener(name, stop, { passive: true, once: true });
    const look = (): void => {
      if (isStopped) return;
      const isThere = this.place(wanted);
      if ((isThere && this.document.querySelector(LOADING) === null) || performance.now() > until) stop();
      else view.requestAnimationFrame(look);
    };
    this.stop = stop;
    view.requestAnimationFrame(look);
  }

  /** Scrolls as far as can be; true where everything has come to its place. */
  private place(wanted: Scrolled): boolean {
    return [...wanted].every(([name, top]) => {
      if (name === '') {
        this.document.defaultView?.scrollTo({ top, behavior: 'instant' });
        return Math.abs((this.document.defaultView?.scrollY ?? 0) - top) < 2;
      }
      const box = this.document.querySelector<HTMLElement>(`[data-scroll="${CSS.escape(name)}"]`);
      box?.scrollTo({ top, behavior: 'instant' });
      return box !== null && Math.abs(box.scrollTop - top) < 2;
    });
  }
}
