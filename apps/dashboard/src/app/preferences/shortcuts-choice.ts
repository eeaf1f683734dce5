import { Injectable, signal } from '@angular/core';
import { remembered } from './remembered';

/** Whether single keys do something: the reader's choice in this browser. Some speak to their machine, and every word is keys. */
@Injectable({ providedIn: 'root' })
export class ShortcutsChoice {
  private readonly chosen = signal(remembered.read('shortcuts') !== 'off');

  readonly isOn = this.chosen.asReadonly();

  choose(isOn: boolean): void {
    remembered.write('shortcuts', isOn ? 'on' : 'off');
    this.chosen.set(isOn);
  }
}
