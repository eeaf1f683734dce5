import { TranslocoTestingModule } from '@jsverse/transloco';
import vi from '../../public/i18n/vi.json';

/** The Vietnamese texts of the interface, without a request. */
export const vietnamese = TranslocoTestingModule.forRoot({
  langs: { vi },
  translocoConfig: { availableLangs: ['vi'], defaultLang: 'vi' },
  preloadLangs: true,
});
