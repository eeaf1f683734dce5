import { afterNextRender, ApplicationRef, DestroyRef, type ElementRef, inject, signal, type Signal } from '@angular/core';

/** What is seen of a box that scrolls. */
export interface BoxView {
  readonly scrolled: Signal<number>;
  readonly height: Signal<number>;
  readonly width: Signal<number>;
  /** True while the page is printed: then every row is drawn. */
  readonly isPrinting: Signal<boolean>;
  scrollTo(top: number): void;
}

/** Enough for a tall screen, before the box has been measured. */
const UNMEASURED = 900;

/**
 * Follows how far a box is scrolled and how large it is. `grain` rounds the distance down, so that most turns of the wheel
 * change nothing. Call it while a component is being made.
 */
export function boxView(box: Signal<ElementRef<HTMLElement>>, grain: () => number): BoxView {
  const [scrolled, height, width, isPrinting] = [signal(0), signal(UNMEASURED), signal(0), signal(false)];
  const app = inject(ApplicationRef);
  const destroyed = inject(DestroyRef);
  afterNextRender(() => {
    const element = box().nativeElement;
    const measure = (): void => {
      if (element.clientHeight > 0) height.set(element.clientHeight);
      width.set(element.clientWidth);
      const head = element.querySelector('thead')?.clientHeight ?? 0;
      // A cell that gets the focus comes to rest beside what sticks, not under it.
      element.style.scrollPadding = `${head + 4}px 0 4px ${element.querySelector<HTMLElement>('thead .is-first')?.offsetWidth ?? 0}px`;
    };
    const follow = (): void => scrolled.set(Math.floor(element.scrollTop / grain()) * grain());
    const print = (): void => {
      isPrinting.set(true);
      app.tick();
    };
    const printed = (): void => isPrinting.set(false);
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    element.addEventListener('scroll', follow, { passive: true });
    addEventListener('beforeprint', print);
    addEventListener('afterprint', printed);
    destroyed.onDestroy(() => {
      resized.disconnect();
      removeEventListener('beforeprint', print);
      removeEventListener('afterprint', printed);
    });
  });
  return { scrolled, height, width, isPrinting, scrollTo: (top) => box().nativeElement.scrollTo({ top }) };
}
