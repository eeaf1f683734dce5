import { z } from 'zod';
import { databaseSettings } from './database-settings';
import { folderSettings } from './folder-settings';
import { restSettings } from './rest-settings';

/** `from:` in source.yml: how the data of a source is fetched. Each kind is declared beside the code that fetches it. */
export const fromSettings = z.discriminatedUnion('kind', [databaseSettings, restSettings, folderSettings]);

export type FromSettings = z.infer<typeof fromSettings>;
