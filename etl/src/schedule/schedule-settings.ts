import { z } from 'zod';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What `schedule:` in a source.yml or a city.yml says; hours are those of the city's zone. */
export const scheduleSettingsSchema = z
  .union(
    [
      z.strictObject({
        every_minutes: z
          .number()
          .int()
          .min(1)
          .max(1440)
          .refine((minutes) => 1440 % minutes === 0, 'must divide a day of 1440 minutes, for example 5, 15, 60 or 1440')
          .describe('Minutes between two pulls, counted from midnight.'),
      }),
      z.strictObject({
        at: z.array(z.string().regex(CLOCK, 'must be a time such as 06:00')).min(1).describe('Times of day at which it is pulled.'),
      }),
    ],
    'must say every_minutes, for example 15, or at, for example ["06:00", "18:00"]',
  )
  .describe('When the source is pulled.');
export type ScheduleSettings = z.infer<typeof scheduleSettingsSchema>;
