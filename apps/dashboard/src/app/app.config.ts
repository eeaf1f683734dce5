import { provideHttpClient } from '@angular/common/http';
import { type ApplicationConfig, inject, isDevMode, provideAppInitializer, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { routes } from './app.routes';
import { TranslationFiles } from './i18n/translation-files';
import { LanguageChoice } from './preferences/language-choice';
import { PageTitles } from './shell/page-titles';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(),
    provideRouter(routes, withComponentInputBinding(), withInMemoryScrolling({ scrollPositionRestoration: 'enabled' })),
    provideTransloco({
      config: { availableLangs: ['vi', 'en'], defaultLang: 'vi', reRenderOnLangChange: true, prodMode: !isDevMode() },
      loader: TranslationFiles,
    }),
    provideAppInitializer(() => inject(LanguageChoice).prepare()),
    { provide: TitleStrategy, useExisting: PageTitles },
  ],
};
