import { CdkTrapFocus } from '@angular/cdk/a11y';
import { DOCUMENT } from '@angular/common';
import { afterRenderEffect, ChangeDetectionStrategy, Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Words } from '../i18n/words';
import { Tour, TOUR_STEPS } from './tour';

const MARK = 'is-toured';
const ROOM = 190;

/** One step of the tour beside what it points at; Escape ends it. */
@Component({
  selector: 'eh-tour-step',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkTrapFocus, TranslocoPipe],
  template: `
    @if (shown(); as shown) {
      <section
        #card
        cdkTrapFocus
        role="dialog"
        tabindex="-1"
        [style.top.px]="top()"
        [attr.aria-label]="position()"
        (keydown.escape)="tour.end()"
      >
        <p class="position">{{ position() }}</p>
        <p class="text" aria-live="polite">{{ shown.text | transloco }}</p>
        <p class="ways">
          <button type="button" class="button" [disabled]="tour.step() === 0" (click)="tour.move(-1)">
            {{ 'tour.back' | transloco }}
          </button>
          <button type="button" class="button" id="tour-next" (click)="tour.move(1)">
            {{ (isLast() ? 'tour.done' : 'tour.next') | transloco }}
          </button>
          <button type="button" class="button" (click)="tour.end()">{{ 'tour.skip' | transloco }}</button>
        </p>
      </section>
    }
  `,
  styles: `
    section {
      position: fixed;
      z-index: 60;
      left: 50%;
      width: min(420px, calc(100vw - 24px));
      padding: 14px 16px;
      border: 2px solid var(--eh-brand);
      border-radius: var(--eh-radius);
      background: var(--eh-surface);
      color: var(--eh-ink);
      transform: translateX(-50%);
      outline: 0;
    }
    .position {
      color: var(--eh-ink-3);
      font-size: 12.5px;
    }
    .text {
      margin: 4px 0 10px;
      font-size: 15px;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class TourStep {
  private readonly document = inject(DOCUMENT);
  private readonly words = inject(Words);
  private readonly card = viewChild<ElementRef<HTMLElement>>('card');
  protected readonly tour = inject(Tour);
  protected readonly top = signal(80);

  protected readonly shown = computed(() => TOUR_STEPS[this.tour.step() ?? -1] ?? null);
  protected readonly isLast = computed(() => this.tour.step() === TOUR_STEPS.length - 1);
  protected readonly position = computed(() =>
    this.words.say('tour.position', { step: (this.tour.step() ?? 0) + 1, steps: TOUR_STEPS.length }),
  );

  constructor() {
    afterRenderEffect({
      write: (onCleanup) => {
        const shown = this.shown();
        const target = shown === null ? null : this.document.querySelector(shown.at);
        target?.classList.add(MARK);
        target?.scrollIntoView?.({ block: 'center' });
        this.top.set(this.beside(target));
        if (shown !== null) this.card()?.nativeElement.focus({ preventScroll: true });
        onCleanup(() => target?.classList.remove(MARK));
      },
    });
  }

  /** Under what is pointed at, or above it where there is no room. */
  private beside(target: Element | null): number {
    const height = this.document.defaultView?.innerHeight ?? 0;
    if (target === null) return Math.max(16, height - ROOM - 80);
    const { top, bottom } = target.getBoundingClientRect();
    return bottom + ROOM < height ? bottom + 12 : Math.max(16, top - ROOM);
  }
}
