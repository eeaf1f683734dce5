import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, inject, isDevMode, provideAppInitializer, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding } from '@angular/router';
import { provideTransloco, TRANSLOCO_TRANSPILER } from '@jsverse/transloco';
import { entrances } from './app.entrances';
import { askToSignIn } from './data/ask-to-sign-in';
import { noteStaleAnswers } from './data/stale-answers';
import { waitWithReader } from './data/waiting';
import { Session } from './data/session';
import { PluralTexts } from './i18n/plural-texts';
import { TranslationFiles } from './i18n/translation-files';
import { LanguageChoice } from './preferences/language-choice';
import { PageTitles } from './shell/page-titles';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([waitWithReader, askToSignIn, noteStaleAnswers])),
    provideRouter(entrances, withComponentInputBinding()),
    provideTransloco({
      config: { availableLangs: ['vi', 'en'], defaultLang: 'vi', reRenderOnLangChange: true, prodMode: !isDevMode() },
      loader: TranslationFiles,
    }),
    provideAppInitializer(() => inject(LanguageChoice).prepare()),
    provideAppInitializer(() => inject(Session).load()),
    { provide: TRANSLOCO_TRANSPILER, useClass: PluralTexts },
    { provide: TitleStrategy, useExisting: PageTitles },
  ],
};
