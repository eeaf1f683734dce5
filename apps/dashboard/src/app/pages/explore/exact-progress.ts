import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Formats } from '../../format/formats';

/** How far a long count has come, and the way to stop it. */
@Component({
  selector: 'eh-exact-progress',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    @if (isCancelled()) {
      <p role="status">{{ 'explore.exact_cancelled' | transloco }}</p>
      <button type="button" class="button" (click)="begin.emit()">{{ 'explore.exact_again' | transloco }}</button>
    } @else {
      <p role="status">{{ 'explore.exact_running' | transloco }} {{ text() }}</p>
      <progress max="1" [attr.value]="progress()" [attr.aria-label]="'explore.exact_running' | transloco"></progress>
      <button type="button" class="button" (click)="stopped.emit()">{{ 'explore.exact_cancel' | transloco }}</button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 14px;
      align-items: center;
      margin-bottom: 14px;
      padding: 10px 14px;
      border: 1px solid var(--eh-line);
      border-radius: var(--eh-radius-small);
      background: var(--eh-surface);
    }
    progress {
      flex: 1;
      min-width: 120px;
      accent-color: var(--eh-brand);
    }
  `,
})
export class ExactProgress {
  /** 0…1; `null` while nobody can tell. */
  readonly progress = input.required<number | null>();
  readonly isCancelled = input.required<boolean>();
  readonly stopped = output();
  readonly begin = output();

  private readonly formats = inject(Formats);
  protected readonly text = computed(() => {
    const progress = this.progress();
    return progress === null ? '' : this.formats.share(progress, 0);
  });
}
