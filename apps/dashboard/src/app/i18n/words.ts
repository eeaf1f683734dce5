import { inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import type { Label, Language } from '@evenhand/domain';
import { TranslocoService } from '@jsverse/transloco';
import { map } from 'rxjs';

const asLanguage = (text: string): Language => (text === 'en' ? 'en' : 'vi');

/** Texts of the interface in the active language; everything read through it follows a switch by itself. */
@Injectable({ providedIn: 'root' })
export class Words {
  private readonly transloco = inject(TranslocoService);
  private readonly loaded = toSignal(this.transloco.selectTranslation().pipe(map(() => asLanguage(this.transloco.getActiveLang()))));

  /** The active language. */
  readonly language = (): Language => this.loaded() ?? asLanguage(this.transloco.getActiveLang());

  /** The text of a key of the translation files, with `{{name}}` filled from `params`. */
  readonly say = (key: string, params: Readonly<Record<string, string | number>> = {}): string => {
    this.loaded();
    return this.transloco.translate(key, params);
  };

  /** As {@link say}, for a code that the translations may not know: it then stands for itself. */
  readonly sayIfKnown = (key: string, code: string): string => {
    this.loaded();
    return key in this.transloco.getTranslation(this.language()) ? this.transloco.translate(key) : code;
  };

  /** As {@link say}, for a key that the translations may not have: then `null`. */
  readonly sayWhereKnown = (key: string, params: Readonly<Record<string, string | number>>): string | null => {
    this.loaded();
    return key in this.transloco.getTranslation(this.language()) ? this.transloco.translate(key, params) : null;
  };

  /** A label of the catalogue in the active language. */
  readonly label = (label: Label): string => label[this.language()];
}
