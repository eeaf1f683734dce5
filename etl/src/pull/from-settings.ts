import { z } from 'zod';
import { databaseSettings } from './database-settings';
import { folderSettings } from './folder-settings';
import { httpSettings } from './http-settings';
import { objectStoreSettings } from './object-store-settings';
import { pushSettings } from './push-settings';
import { restSettings } from './rest-settings';

/** `from:` in source.yml: how the data of a source is fetched. Each kind is declared beside the code that fetches it. */
export const fromSettings = z.discriminatedUnion('kind', [
  databaseSettings,
  restSettings,
  folderSettings,
  httpSettings,
  objectStoreSettings,
  pushSettings,
]);

export type FromSettings = z.infer<typeof fromSettings>;

/** The kinds that are fetched; what is pushed is sent to the server by its source. */
export type FetchedSettings = Exclude<FromSettings, { readonly kind: 'push' }>;
