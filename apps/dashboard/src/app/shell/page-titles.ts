import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Words } from '../i18n/words';

/** The browser's title: the page, in the active language, before the product. A page may put a name in front. */
@Injectable({ providedIn: 'root' })
export class PageTitles extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly words = inject(Words);
  private readonly key = signal<string | null>(null);
  /** The thing a page shows, e.g. a service point; cleared by the next navigation. */
  readonly subject = signal<string | null>(null);

  constructor() {
    super();
    effect(() => {
      const key = this.key();
      const parts = [this.subject(), key === null ? null : this.words.say(key), 'Evenhand'];
      this.title.setTitle(parts.filter((part) => part !== null).join(' · '));
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    const key = this.buildTitle(snapshot) ?? null;
    if (key !== this.key()) this.subject.set(null);
    this.key.set(key);
  }
}
