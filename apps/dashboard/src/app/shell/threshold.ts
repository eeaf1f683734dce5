import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '../design/icon';
import { LanguageChoice } from '../preferences/language-choice';
import { ThemeChoice } from '../preferences/theme-choice';

/** The frame of the pages that people see before they are signed in: the name, one card, language and theme. */
@Component({
  selector: 'eh-threshold',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, TranslocoPipe],
  template: `
    <header>
      <p class="logo"><img src="favicon.svg" alt="" width="30" height="30" />Evenhand</p>
      <button
        type="button"
        id="language"
        class="chip"
        [attr.aria-label]="'shell.other_language' | transloco"
        (click)="languages.choose(otherLanguage())"
      >
        {{ otherLanguage().toUpperCase() }}
      </button>
      <button
        type="button"
        class="icon-button"
        [attr.aria-label]="(themes.theme() === 'dark' ? 'shell.light' : 'shell.dark') | transloco"
        (click)="themes.toggle()"
      >
        <eh-icon [name]="themes.theme() === 'dark' ? 'sun' : 'moon'" />
      </button>
    </header>
    <main><ng-content /></main>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-rows: auto 1fr;
      justify-items: center;
      min-height: 100dvh;
      padding: 16px 12px 40px;
    }
    header {
      display: flex;
      gap: 8px;
      align-items: center;
      width: 100%;
      max-width: 460px;
    }
    .logo {
      display: flex;
      gap: 10px;
      align-items: center;
      margin-right: auto;
      font-size: 18px;
      font-weight: 700;
    }
    .chip {
      padding-right: 11px;
    }
    main {
      align-self: center;
      width: 100%;
      max-width: 460px;
      padding: 24px;
      border: 1px solid var(--eh-line);
      border-radius: var(--eh-radius);
      background: var(--eh-surface);
    }
    @media (max-width: 479px) {
      main {
        align-self: start;
        margin-top: 16px;
        padding: 18px 16px;
      }
    }
  `,
})
export class Threshold {
  protected readonly languages = inject(LanguageChoice);
  protected readonly themes = inject(ThemeChoice);
  protected readonly otherLanguage = computed(() => (this.languages.language() === 'vi' ? 'en' : 'vi'));
}
