import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ShortcutsChoice } from '../preferences/shortcuts-choice';
import { DEEDS, KEYS } from './shortcut';

/** Every key and what it does, and the switch that takes single keys away. */
@Component({
  selector: 'eh-key-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TranslocoPipe],
  template: `
    <label>
      <input type="checkbox" id="shortcuts-on" [checked]="choice.isOn()" (change)="choice.choose($any($event.target).checked)" />
      {{ 'keys.on' | transloco }}
    </label>
    <dl [class.is-off]="!choice.isOn()">
      @for (deed of DEEDS; track deed) {
        <div>
          <dt>
            @for (key of KEYS[deed]; track $index) {
              <kbd>{{ key }}</kbd>
            }
          </dt>
          <dd>{{ 'keys.' + deed | transloco }}</dd>
        </div>
      }
    </dl>
    <p><kbd>Ctrl</kbd> <kbd>K</kbd> {{ 'keys.search' | transloco }} · <kbd>Esc</kbd> {{ 'keys.close' | transloco }}</p>
    <p><kbd>←</kbd> <kbd>→</kbd> <kbd>+</kbd> <kbd>−</kbd> {{ 'keys.chart' | transloco }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    label {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 28px;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 250px), 1fr));
      gap: 4px 18px;
      margin: 0;
    }
    div {
      display: grid;
      grid-template-columns: 64px minmax(0, 1fr);
      gap: 8px;
      align-items: baseline;
    }
    dd {
      margin: 0;
    }
    .is-off dd {
      text-decoration: line-through;
    }
    kbd {
      display: inline-block;
      min-width: 24px;
      margin-right: 3px;
      padding: 1px 6px;
      border: 1px solid var(--eh-control-line);
      border-radius: 5px;
      background: var(--eh-page);
      font: inherit;
      font-size: 13px;
      font-weight: 600;
      text-align: center;
    }
  `,
})
export class KeyList {
  protected readonly choice = inject(ShortcutsChoice);
  protected readonly DEEDS = DEEDS;
  protected readonly KEYS = KEYS;
}
