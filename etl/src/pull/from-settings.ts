import { z } from 'zod';
import { databaseSettings } from './database-settings';
import { folderSettings } from './folder-settings';
import { httpSettings } from './http-settings';
import { objectStoreSettings } from './object-store-settings';
import { restSettings } from './rest-settings';

/** `from:` in source.yml: how the data of a source is fetched. Each kind is declared beside the code that fetches it. */
export const fromSettings = z.discriminatedUnion('kind', [databaseSettings, restSettings, folderSettings, httpSettings, objectStoreSettings]);

export type FromSettings = z.infer<typeof fromSettings>;
