import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { VerdictState } from '@evenhand/domain';
import { TranslocoPipe } from '@jsverse/transloco';

/**
 * What a standard comes to, as a small square with a letter: colour, letter and pattern say the same. It is hidden from
 * screen readers; whoever shows it puts the words beside it or in a label.
 */
@Component({
  selector: 'eh-standing-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  host: { 'aria-hidden': 'true' },
  template: `<span [class]="state()" [class.is-partial]="isPartial()">{{ 'standing.letter_' + state() | transloco }}</span>`,
  styles: `
    :host {
      display: inline-block;
    }
    span {
      display: grid;
      place-items: center;
      width: 26px;
      height: 26px;
      border: 1.5px solid transparent;
      border-radius: 6px;
      font-size: 12px;
      font-weight: 700;
      line-height: 1;
    }
    .pass {
      background: var(--eh-better-soft);
      color: var(--eh-better-strong);
    }
    .fail {
      border-color: var(--eh-worse);
      background: var(--eh-worse-soft);
      color: var(--eh-worse-strong);
    }
    .too_close {
      background: linear-gradient(135deg, var(--eh-watch-soft) 50%, transparent 50%) var(--eh-surface);
      border-color: var(--eh-watch);
      color: var(--eh-watch-strong);
    }
    .unknown {
      background: repeating-linear-gradient(45deg, var(--eh-unknown-line) 0 2px, var(--eh-unknown) 2px 6px);
      color: var(--eh-ink-2);
    }
    .not_applicable {
      border-color: var(--eh-line);
      color: var(--eh-ink-3);
      font-weight: 400;
    }
    .is-partial {
      outline: 1.5px dashed var(--eh-ink-3);
      outline-offset: 1px;
    }
  `,
})
export class StandingMark {
  readonly state = input.required<VerdictState>();
  /** True for a period that is still running. */
  readonly isPartial = input(false);
}
