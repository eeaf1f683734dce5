import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app/app.config';
import { allowNoMarkup } from './app/no-markup';
import { Root } from './app/root';

allowNoMarkup(window);

bootstrapApplication(Root, appConfig).catch((error: unknown) => reportError(error));
