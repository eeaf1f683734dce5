import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2026-10-05');
const counts = {
  complete: z.number().describe('Days of points of which enough was told.'),
  thin: z.number().describe('Days of points of which too little was told: unknown.'),
  missing: z.number().describe('Days of points of which nothing was told: unknown.'),
  coverage: z.number().nullable().describe('Share of these days that are complete; null when none was due.'),
};

export const feedsQuerySchema = z.strictObject({
  from: day.optional().describe('First day, included; 28 days before the end unless given.'),
  to: day.optional().describe('Last day, excluded; tomorrow unless given.'),
});
export type FeedsQuery = z.infer<typeof feedsQuerySchema>;

export const feedsSchema = z
  .object({
    from: z.string().describe('First day counted.'),
    to: z.string().describe('First day that is not counted any more.'),
    feeds: z
      .array(
        z.object({
          source: z.string().describe('Name of the source.'),
          entity: z.string().describe('The kind of record it sends.'),
          everyHours: z.number().nullable().describe('After how many hours of open days a day must be told; null when nothing was agreed.'),
          thinBelow: z.number().nullable().describe('A day is low when at most this share of its usual count arrived.'),
          latestAt: z.string().nullable().describe('The latest instant that it told of.'),
          heardAt: z.string().nullable().describe('When its last load was published.'),
          isLate: z.boolean().describe('True when it has told nothing for longer than agreed.'),
          ...counts,
          points: z
            .array(
              z.object({
                point: z.string().describe('Code of the service point.'),
                ...counts,
                lastCompleteDay: z.string().nullable().describe('The last of these days of which enough was told.'),
              }),
            )
            .describe('The points that send, by code.'),
        }),
      )
      .describe('By source and kind of record.'),
  })
  .meta({ id: 'Feeds', description: 'What was agreed with each feed, and how much of it arrived.' });
export type Feeds = z.infer<typeof feedsSchema>;

export const feedDaysQuerySchema = feedsQuerySchema.extend({
  source: z.string().min(1).max(41).describe('Name of the source.'),
  entity: z.string().min(1).max(41).describe('The kind of record.'),
  point: z.string().max(64).default('').describe('Code of a service point; empty for the source as a whole.'),
});
export type FeedDaysQuery = z.infer<typeof feedDaysQuerySchema>;

export const feedDaysSchema = z
  .object({
    days: z
      .array(
        z.object({
          point: z.string().describe('Code of the service point; empty for the source as a whole.'),
          day: z.string().describe('The day.'),
          state: z
            .enum(['complete', 'thin', 'missing', 'not_expected', 'unknown_yet'])
            .describe('What is known of it. thin and missing are unknown; not_expected: closed; unknown_yet: nobody could have told.'),
          expected: z.number().nullable().describe('The usual count of such a day; null while too little is known.'),
          arrived: z.number().describe('How many records arrived.'),
        }),
      )
      .describe('In order.'),
  })
  .meta({ id: 'FeedDays', description: 'The days of one feed, and why each is held for what it is.' });

export const incidentsQuerySchema = z.strictObject({
  open: z.enum(['true', 'false']).optional().describe('Only those that last, or only those that are over.'),
  source: z.string().max(41).optional().describe('Only those of this source.'),
  limit: z.coerce.number().int().min(1).max(1000).default(200).describe('At most so many.'),
});
export type IncidentsQuery = z.infer<typeof incidentsQuerySchema>;

export const incidentSchema = z
  .object({
    id: z.number().describe('Number of the incident.'),
    source: z.string().describe('Name of the source.'),
    entity: z.string().describe('The kind of record; empty when all of the source are concerned.'),
    kind: z
      .enum(['missing', 'thin', 'late', 'late_sync', 'stalled'])
      .describe(
        'missing: nothing arrived. thin: too little. late: the source told nothing. late_sync: copies differ. stalled: it cannot be fetched.',
      ),
    points: z.array(z.string()).describe('Codes of the points concerned; none is the source as a whole.'),
    fromDay: z.string().describe('The first day concerned.'),
    toDay: z.string().nullable().describe('The first day after it; null while it lasts.'),
    openedAt: z.string().describe('When it was found.'),
    closedAt: z.string().nullable().describe('When it was over; null while it lasts.'),
    message: z.string().nullable().describe('One sentence on the cause, where one is known.'),
  })
  .meta({ id: 'Incident', description: 'A stretch of days of which something is unknown.' });

export const incidentsSchema = z
  .object({ incidents: z.array(incidentSchema).describe('Those that last before others, the latest first.') })
  .meta({ id: 'Incidents', description: 'What is unknown, and since when.' });
export type Incident = z.infer<typeof incidentSchema>;
export type FeedDays = z.infer<typeof feedDaysSchema>;
