import { DAY_KINDS, isDay } from '@evenhand/domain';
import { z } from 'zod';
import { feedDaysSchema, feedsQuerySchema } from './feed';

const day = z.string().refine(isDay, 'must be a day written YYYY-MM-DD').meta({ format: 'date' });

export const pointHoursQuerySchema = z.strictObject({
  day: day.optional().describe('The day; today in the city unless given.'),
});
export type PointHoursQuery = z.infer<typeof pointHoursQuerySchema>;

export const pointHoursSchema = z
  .object({
    point: z.string().describe('Code of the point.'),
    day: day.describe('The day.'),
    kind: z.enum(DAY_KINDS).describe('Why the day is open or closed; people work on working and swap_working days.'),
    isKnown: z.boolean().describe('False where nobody said when the point is open around this day.'),
    stretches: z
      .array(
        z.object({
          opensAt: z.string().describe('When it opens, HH:MM.'),
          closesAt: z.string().describe('When it closes, HH:MM.'),
        }),
      )
      .describe('When it is open; none on a day on which it is closed.'),
  })
  .meta({ id: 'PointHours', description: 'When a point is open on a day.' });
export type PointHoursOfDay = z.infer<typeof pointHoursSchema>;

export const pointFeedsQuerySchema = feedsQuerySchema;
export type PointFeedsQuery = z.infer<typeof pointFeedsQuerySchema>;

export const pointFeedsSchema = z
  .object({
    point: z.string().describe('Code of the point.'),
    from: z.string().describe('First day.'),
    to: z.string().describe('First day that is not part of it any more.'),
    feeds: z
      .array(
        z.object({
          source: z.string().describe('Name of the source.'),
          entity: z.string().describe('The kind of record.'),
          days: z.array(feedDaysSchema.shape.days.element.omit({ point: true })).describe('In order.'),
        }),
      )
      .describe('By source and kind of record; those without a day in the range are left out.'),
  })
  .meta({ id: 'PointFeeds', description: 'What every feed told of one point, day by day.' });
export type PointFeeds = z.infer<typeof pointFeedsSchema>;
