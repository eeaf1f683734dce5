import { DOCUMENT } from '@angular/common';
import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Language } from '@evenhand/domain';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { UrlState } from '../data/url-state';
import { remembered } from './remembered';

const languageIn = (text: string | null): Language | null => (text === 'vi' || text === 'en' ? text : null);

/** The language of the interface: the link's, else the one chosen before in this browser, else Vietnamese. */
@Injectable({ providedIn: 'root' })
export class LanguageChoice {
  private readonly transloco = inject(TranslocoService);
  private readonly url = inject(UrlState);
  private readonly chosen = signal(languageIn(remembered.read('language')) ?? 'vi');
  private readonly page = inject(DOCUMENT).documentElement;

  readonly language = computed(() => languageIn(this.url.params().get('lang')) ?? this.chosen());

  constructor() {
    effect(() => {
      const language = this.language();
      this.transloco.setActiveLang(language);
      void untracked(() => this.tell(language));
    });
  }

  /** Loads the texts before the first screen, so that no key is ever seen. */
  async prepare(): Promise<void> {
    this.transloco.setActiveLang(this.language());
    await firstValueFrom(this.transloco.load(this.language()));
  }

  async choose(language: Language): Promise<void> {
    remembered.write('language', language);
    this.chosen.set(language);
    await this.url.replace({ lang: language });
  }

  /** The page is called a language once it speaks it: until its texts are there, the texts of the other one stand. */
  private async tell(language: Language): Promise<void> {
    await firstValueFrom(this.transloco.load(language)).catch(() => null);
    if (this.language() === language) this.page.lang = language;
  }
}
