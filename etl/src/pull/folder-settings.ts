import { z } from 'zod';

/** `from:` of a source whose files are dropped into a folder. */
export const folderSettings = z.strictObject({
  kind: z.literal('folder'),
  path: z.string().min(1).optional().describe('The folder; absent for drop/<name> in the data folder, where a relative path begins too.'),
  done: z.string().min(1).default('done').describe('Where loaded files go, relative to the folder.'),
  failed: z.string().min(1).default('failed').describe('Where files go that could not be loaded, each with a sentence beside it.'),
  quiet_seconds: z
    .number()
    .min(0)
    .max(3_600)
    .default(5)
    .describe('How long a file must be unchanged before it counts as complete; 0 when files are renamed into the folder.'),
});

export type FolderSettings = z.infer<typeof folderSettings>;
