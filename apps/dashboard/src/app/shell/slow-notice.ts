import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Waiting } from '../data/waiting';

/** Nobody has to wait longer than this without a way out. */
const PATIENCE_MS = 8_000;
const TICK_MS = 1_000;

/** Offers to stop waiting once the figures of a page take long, and says how long it has been. */
@Component({
  selector: 'eh-slow-notice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    @if (seconds() !== null) {
      <div class="slow" role="status">
        <span
          >{{ 'slow.notice' | transloco }} <span aria-hidden="true">{{ 'slow.seconds' | transloco: { seconds: seconds() } }}</span></span
        >
        <button type="button" class="button" (click)="waiting.stop()">{{ 'slow.stop' | transloco }}</button>
      </div>
    }
  `,
  styles: `
    .slow {
      position: fixed;
      z-index: 30;
      right: 16px;
      bottom: 16px;
      display: flex;
      flex-wrap: wrap;
      gap: 8px 14px;
      align-items: center;
      max-width: min(460px, calc(100vw - 32px));
      padding: 10px 14px;
      border: 1px solid var(--eh-control-line);
      border-radius: var(--eh-radius);
      background: var(--eh-surface);
    }
    @media (max-width: 719px) {
      .slow {
        bottom: calc(72px + env(safe-area-inset-bottom));
      }
    }
    @media print {
      .slow {
        display: none;
      }
    }
  `,
})
export class SlowNotice {
  protected readonly waiting = inject(Waiting);
  private readonly now = signal(0);

  /** Whole seconds since the oldest open question was asked; `null` while that is not long. */
  protected readonly seconds = computed(() => {
    const since = this.waiting.since();
    const waited = since === null ? 0 : this.now() - since;
    return waited < PATIENCE_MS ? null : Math.floor(waited / 1_000);
  });

  constructor() {
    effect((onCleanup) => {
      if (this.waiting.since() === null) return;
      const timer = setInterval(() => this.now.set(Date.now()), TICK_MS);
      onCleanup(() => clearInterval(timer));
    });
  }
}
