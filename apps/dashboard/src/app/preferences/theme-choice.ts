import { DOCUMENT } from '@angular/common';
import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { fromEvent, map, of } from 'rxjs';
import { remembered } from './remembered';

export type Theme = 'light' | 'dark';

const themeIn = (text: string | null): Theme | null => (text === 'light' || text === 'dark' ? text : null);

/** Light or dark: the reader's choice in this browser, else the system's, which the style sheet follows by itself. */
@Injectable({ providedIn: 'root' })
export class ThemeChoice {
  private readonly document = inject(DOCUMENT);
  private readonly system = this.document.defaultView?.matchMedia?.('(prefers-color-scheme: dark)');
  private readonly isSystemDark = toSignal(
    this.system === undefined ? of(false) : fromEvent<MediaQueryListEvent>(this.system, 'change').pipe(map((event) => event.matches)),
    { initialValue: this.system?.matches ?? false },
  );
  private readonly chosen = signal(themeIn(remembered.read('theme')));

  readonly theme = computed<Theme>(() => this.chosen() ?? (this.isSystemDark() ? 'dark' : 'light'));

  constructor() {
    effect(() => {
      const chosen = this.chosen();
      if (chosen !== null) this.document.documentElement.dataset['theme'] = chosen;
    });
  }

  toggle(): void {
    const theme: Theme = this.theme() === 'dark' ? 'light' : 'dark';
    remembered.write('theme', theme);
    this.chosen.set(theme);
  }
}
