import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Words } from '../i18n/words';
import type { Term } from './terms';

const LEAVE_MS = 150;
let made = 0;

/** A word with its meaning on hover, focus or touch: Escape takes it away, and the pointer may rest on it. */
@Component({
  selector: 'eh-term-note',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [CdkConnectedOverlay, CdkOverlayOrigin],
  template: `<button
      type="button"
      cdkOverlayOrigin
      #origin="cdkOverlayOrigin"
      [attr.aria-describedby]="isOpen() ? id : null"
      [attr.aria-expanded]="isOpen()"
      (mouseenter)="open()"
      (mouseleave)="leave()"
      (focus)="open()"
      (blur)="close()"
      (click)="open()"
      (keydown.escape)="escape($event)"
    >
      {{ text() }}</button
    ><ng-template
      cdkConnectedOverlay
      cdkConnectedOverlayPush
      [cdkConnectedOverlayOrigin]="origin"
      [cdkConnectedOverlayOpen]="isOpen()"
      (detach)="close()"
    >
      <div class="note" role="tooltip" [id]="id" (mouseenter)="open()" (mouseleave)="leave()">{{ meaning() }}</div>
    </ng-template>`,
  styles: `
    button {
      display: inline;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: inherit;
      text-decoration: underline dotted;
      text-underline-offset: 3px;
      cursor: help;
    }
    .note {
      max-width: min(320px, calc(100vw - 24px));
      margin: 4px 0;
      padding: 8px 12px;
      border: 1px solid var(--eh-control-line);
      border-radius: var(--eh-radius-small);
      background: var(--eh-surface);
      color: var(--eh-ink);
      font-size: 13px;
      line-height: 1.45;
    }
  `,
})
export class TermNote {
  readonly term = input.required<Term>();
  /** The word as it stands in its sentence. */
  readonly text = input.required<string>();

  private readonly words = inject(Words);
  private leaving: ReturnType<typeof setTimeout> | undefined;

  protected readonly id = `term-${(made += 1)}`;
  protected readonly isOpen = signal(false);
  protected readonly meaning = computed(() => this.words.label(this.term().meaning));

  protected open(): void {
    clearTimeout(this.leaving);
    this.isOpen.set(true);
  }

  protected leave(): void {
    this.leaving = setTimeout(() => this.isOpen.set(false), LEAVE_MS);
  }

  protected close(): void {
    clearTimeout(this.leaving);
    this.isOpen.set(false);
  }

  /** Only the note goes; what lies around it stays open. */
  protected escape(event: Event): void {
    if (!this.isOpen()) return;
    event.stopPropagation();
    this.close();
  }
}
