import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../design/icon';
import { Explaining } from './explaining';

/** Beside a figure: opens the panel that says how it is computed. */
@Component({
  selector: 'eh-explain-button',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  template: `
    <button
      type="button"
      aria-haspopup="dialog"
      [title]="'explain.how' | transloco"
      [attr.aria-label]="'explain.how_of' | transloco: { figure: name() }"
      (click)="explaining.open(metric(), texts())"
    >
      <eh-icon name="info" />
    </button>
  `,
  styles: `
    :host {
      display: inline-block;
      flex: none;
    }
    button {
      display: grid;
      place-items: center;
      width: 26px;
      height: 26px;
      padding: 0;
      border: 0;
      border-radius: 6px;
      background: none;
      color: var(--eh-ink-3);
      cursor: pointer;
    }
    button:hover {
      background: var(--eh-brand-soft);
      color: var(--eh-brand);
    }
    eh-icon {
      width: 16px;
      height: 16px;
    }
    @media (pointer: coarse) {
      button {
        width: 44px;
        height: 44px;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class ExplainButton {
  readonly metric = input.required<string>();
  /** What the figure is called on the screen. */
  readonly name = input.required<string>();
  /** Filters of the figure beyond those of the top bar, as `point:P1`. */
  readonly where = input<string | readonly string[] | null>(null);

  protected readonly explaining = inject(Explaining);
  protected readonly texts = computed<readonly string[]>(() => [this.where() ?? []].flat());
}
