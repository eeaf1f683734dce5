import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** A secret that can be read once, here and now. */
@Component({
  selector: 'eh-shown-once',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <label>
      <span class="what">{{ label() }}</span>
      <span class="field"><input [id]="name()" type="text" readonly [value]="text()" (focus)="$any($event.target).select()" /></span>
      <span class="hint">{{ 'administration.shown_once' | transloco }}</span>
    </label>
  `,
  styles: `
    :host {
      display: block;
      margin-top: 12px;
      padding: 10px 12px;
      border-left: 3px solid var(--eh-watch);
      border-radius: var(--eh-radius-small);
      background: var(--eh-page);
    }
    label {
      display: grid;
      gap: 4px;
    }
    .what {
      font-weight: 600;
    }
    .hint {
      color: var(--eh-ink-3);
      font-size: 12px;
    }
    input {
      font-family: var(--eh-font-mono, ui-monospace, monospace);
      font-size: 12.5px;
    }
  `,
})
export class ShownOnce {
  readonly label = input.required<string>();
  readonly name = input.required<string>();
  readonly text = input.required<string>();
}
