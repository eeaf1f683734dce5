import { LiveAnnouncer } from '@angular/cdk/a11y';
import { DOCUMENT } from '@angular/common';
import { type DestroyRef, inject, Injectable, Injector } from '@angular/core';
import { Router } from '@angular/router';
import { CityFacts } from '../data/city-facts';
import { Filters } from '../data/filters';
import { homeOf } from '../data/page-access';
import { Session } from '../data/session';
import { Words } from '../i18n/words';
import { LanguageChoice } from '../preferences/language-choice';
import { ShortcutsChoice } from '../preferences/shortcuts-choice';
import { ThemeChoice } from '../preferences/theme-choice';
import { type Deed, deedOf, opensSearch, takesLetters } from './shortcut';
import { shiftedPeriod } from './shifted-period';

/** A second key later than this stands for itself. */
const TOGETHER_MS = 1_500;

/** Does what a reader asks for by keys, on every page of the frame. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly choice = inject(ShortcutsChoice);
  private before: { readonly key: string; readonly at: number } | null = null;

  /** Listens while the caller lives. */
  follow(destroyed: DestroyRef): void {
    const listen = (event: KeyboardEvent): void => this.onKey(event);
    this.document.addEventListener('keydown', listen);
    destroyed.onDestroy(() => this.document.removeEventListener('keydown', listen));
  }

  /** Does one deed, whoever asks for it. */
  do(deed: Deed): void {
    const go = (path: string): unknown => this.injector.get(Router).navigate([path], { queryParams: this.injector.get(Filters).carried() });
    const deeds: Readonly<Record<Deed, () => unknown>> = {
      search: () => this.search(),
      help: () => this.help(),
      go_home: () => go(homeOf(this.injector.get(Session).state())),
      go_wards: () => go('/points'),
      go_standards: () => go('/standards'),
      go_act: () => go('/act'),
      previous_period: () => this.shift('previous'),
      next_period: () => this.shift('next'),
      filters: () => this.document.querySelector<HTMLElement>('eh-filter-bar button')?.focus(),
      table: () => this.toggleTable(),
      theme: () => this.injector.get(ThemeChoice).toggle(),
      language: () => this.switchLanguage(),
    };
    deeds[deed]();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const deed = this.asked(event);
    if (deed === null) return;
    event.preventDefault();
    this.do(deed);
  }

  private asked(event: KeyboardEvent): Deed | null {
    if (opensSearch(event)) return this.document.querySelector('[role="dialog"]') === null ? 'search' : null;
    if (!this.choice.isOn() || takesLetters(event.target)) return null;
    const isTogether = this.before !== null && event.timeStamp - this.before.at < TOGETHER_MS;
    const deed = deedOf(event, isTogether ? (this.before?.key ?? null) : null);
    this.before = deed === 'first' ? { key: event.key.toLowerCase(), at: event.timeStamp } : null;
    return deed === 'first' ? null : deed;
  }

  private async search(): Promise<void> {
    const { openPalette } = await import('./open-sheets');
    openPalette(this.injector);
  }

  private async help(): Promise<void> {
    const { openKeySheet } = await import('./open-sheets');
    openKeySheet(this.injector);
  }

  private shift(direction: 'previous' | 'next'): void {
    const filters = this.injector.get(Filters);
    const [range, known] = [filters.range(), this.injector.get(CityFacts).knownDays()];
    const shifted = range === null || known === null ? null : shiftedPeriod(range, direction, known);
    if (shifted !== null) void filters.change({ range: shifted });
    else void this.injector.get(LiveAnnouncer).announce(this.injector.get(Words).say('keys.no_more_days'));
  }

  /** The table of the card that has the focus, else of the first that has one. */
  private toggleTable(): void {
    const panel = this.document.activeElement?.closest('eh-panel');
    const twin = (panel ?? this.document).querySelector<HTMLElement>('button.twin');
    twin?.click();
    twin?.focus();
  }

  private switchLanguage(): void {
    const languages = this.injector.get(LanguageChoice);
    void languages.choose(languages.language() === 'vi' ? 'en' : 'vi');
  }
}
