import { z } from 'zod';

export const healthSchema = z
  .object({ status: z.literal('ok').describe('Always "ok"; anything else is answered with a problem.') })
  .meta({ id: 'Health', description: 'The server is well.' });
export type Health = z.infer<typeof healthSchema>;

export const dataHealthSchema = z
  .object({
    status: z.enum(['fresh', 'stale', 'empty']).describe('"stale" as soon as one feed is; "empty" before the first load.'),
    now: z.string().describe('The moment that ages count up to; of a simulated city the end of its data.'),
    sources: z
      .array(
        z.object({
          source: z.string().describe('Name of the source.'),
          entity: z.string().describe('The kind of record it sends.'),
          latestAt: z.string().describe('Up to which instant the source has told us what happened.'),
          publishedAt: z.string().describe('When its last load was published.'),
          expectedEveryHours: z.number().nullable().describe('How often it is expected; null when nothing was agreed.'),
          closedDays: z.number().describe('Whole days since then on which every point was closed; they make no feed older.'),
          isStale: z.boolean().describe('True when it has been silent for longer than agreed.'),
        }),
      )
      .describe('One entry per source and kind of record, sorted by source.'),
  })
  .meta({ id: 'DataHealth', description: 'How fresh the data is.' });
export type DataHealth = z.infer<typeof dataHealthSchema>;
