import { z } from 'zod';

const LONGEST_NAME = 80;
const LONGEST_PATH = 200;
const LONGEST_QUERY = 4000;

const name = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(LONGEST_NAME, `must have at most ${LONGEST_NAME} characters`)
  .normalize('NFC');
/** A page of this product and nothing else: an address of another site would begin with two slashes or a scheme. */
const path = z
  .string()
  .max(LONGEST_PATH)
  .regex(/^\/(?![/\\])[\w\-./%]*$/, 'must be a page of this product, such as /points');
const query = z
  .string()
  .max(LONGEST_QUERY)
  .regex(/^[^#?\s]*$/, 'must be a query string without "?", "#" and spaces');

export const viewIdSchema = z.uuid().describe('Id of the view.');

export const saveViewSchema = z
  .strictObject({
    name: name.describe('What it is called.'),
    path: path.describe('The page: /points.'),
    query: query.describe('The query string of the page, without "?".'),
    isShared: z.boolean().default(false).describe('Whether every reader finds it.'),
  })
  .meta({ id: 'SaveView', description: 'A screen to keep.' });
export type SaveView = z.infer<typeof saveViewSchema>;

export const changeViewSchema = z
  .strictObject({
    name: name.optional().describe('What it is called from now on.'),
    path: path.optional().describe('The page that it shows from now on.'),
    query: query.optional().describe('The query string of that page.'),
    isShared: z.boolean().optional().describe('Whether every reader finds it from now on.'),
  })
  .meta({ id: 'ChangeView', description: 'The parts of a view to change; what is left out stays.' });
export type ChangeView = z.infer<typeof changeViewSchema>;

export const restoreViewSchema = z
  .strictObject({ version: z.int().min(1).describe('Which version to make it again.') })
  .meta({ id: 'RestoreView', description: 'What a view is to be made again.' });
export type RestoreView = z.infer<typeof restoreViewSchema>;

export const homeChoiceSchema = z
  .strictObject({ id: viewIdSchema.nullable().describe('The view to begin with; null for none.') })
  .meta({ id: 'HomeChoice', description: 'The view that a reader begins with.' });
export type HomeChoice = z.infer<typeof homeChoiceSchema>;

export const savedViewSchema = z
  .object({
    id: z.string().describe('Id.'),
    name: z.string().describe('What it is called.'),
    path: z.string().describe('The page.'),
    query: z.string().describe('The query string of the page, without "?".'),
    isShared: z.boolean().describe('Whether every reader finds it.'),
    isOwn: z.boolean().describe('Whether who asks made it and may change it.'),
    version: z.number().describe('How often it was written.'),
    changedAt: z.string().describe('When it was written last, ISO 8601 in UTC.'),
  })
  .meta({ id: 'SavedView', description: 'A screen that somebody keeps.' });
export type SavedViewInfo = z.infer<typeof savedViewSchema>;

export const savedViewsSchema = z
  .object({
    views: z.array(savedViewSchema).describe('Own views and those that others share, by name.'),
    home: z.string().nullable().describe('The view that who asks begins with; null for none.'),
  })
  .meta({ id: 'SavedViews', description: 'The screens that a reader finds.' });
export type SavedViews = z.infer<typeof savedViewsSchema>;

export const viewHistorySchema = z
  .object({
    versions: z
      .array(savedViewSchema.pick({ name: true, path: true, query: true, isShared: true, version: true, changedAt: true }))
      .describe('The latest first.'),
  })
  .meta({ id: 'ViewHistory', description: 'What a view has been.' });
export type ViewHistory = z.infer<typeof viewHistorySchema>;

export const homeSchema = z
  .object({ home: z.string().nullable().describe('The view that who asks begins with; null for none.') })
  .meta({ id: 'Home', description: 'What a reader begins with.' });
