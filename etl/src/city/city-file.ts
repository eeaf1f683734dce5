import { COMMON_RULES } from '@evenhand/domain';
import { z } from 'zod';
import { scheduleSettingsSchema } from '../schedule/schedule-settings';

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false; // Intl throws on a name that it does not know
  }
};

const text = z.string('must be a text').trim().min(1, 'must not be empty').normalize('NFC');
const csvFile = z
  .string('must be the name of a CSV file beside city.yml')
  .endsWith('.csv', 'must be the name of a CSV file beside city.yml');
const mapFile = z
  .string('must be the path of a .geojson or .json file')
  .regex(/\.(geo)?json$/i, 'must be the path of a .geojson or .json file');

const workingTimeSchema = z
  .strictObject({
    hours_per_working_day: z
      .union([z.literal('as_open'), z.number().positive().max(24)], 'must be a number of hours up to 24, or as_open')
      .default(COMMON_RULES.hoursPerWorkingDay)
      .describe('How many working hours a working day is worth; as_open: each open hour is one.'),
    same_day_until: z
      .string('must be a time in quotes')
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time written HH:MM')
      .default(COMMON_RULES.sameDayUntil)
      .describe('A same-day procedure received later counts from the next working day.'),
    first_day_counts: z
      .boolean('must be true or false')
      .default(COMMON_RULES.firstDayCounts)
      .describe('True when the day of reception is the first day of a limit in days.'),
    end_on_rest_day: z
      .enum(['next_working_day', 'as_it_falls'], 'must be next_working_day or as_it_falls')
      .default(COMMON_RULES.endOnRestDay)
      .describe('Where a limit in days ends whose last day is a rest day.'),
    swapped_day_follows: z
      .int('must be 1 (Monday) to 7 (Sunday)')
      .min(1, 'must be 1 (Monday) to 7 (Sunday)')
      .max(7, 'must be 1 (Monday) to 7 (Sunday)')
      .default(COMMON_RULES.swappedDayFollows)
      .describe('A swapped working Saturday has the hours of this weekday.'),
  })
  .prefault({})
  .transform((rules) => ({
    hoursPerWorkingDay: rules.hours_per_working_day,
    sameDayUntil: rules.same_day_until,
    firstDayCounts: rules.first_day_counts,
    endOnRestDay: rules.end_on_rest_day,
    swappedDayFollows: rules.swapped_day_follows,
  }));

/** What a `city.yml` may say. Only the name and the zone are required. */
export const cityFileSchema = z.strictObject({
  name: z.strictObject({ vi: text, en: text }, 'must have a "vi" and an "en" text').describe('Name of the city in both languages.'),
  zone: text.refine(isZone, 'must be an IANA zone, for example Asia/Ho_Chi_Minh').describe('Zone in which days and half-hours are cut.'),
  languages: z
    .array(z.enum(['vi', 'en'], 'must be vi or en'), 'must be a list of vi and en')
    .min(1, 'must name at least one of vi and en')
    .default(['vi', 'en'])
    .describe('Languages of the dashboard, the default one first.'),
  simulated: z.boolean('must be true or false').default(false).describe('True when the cases are invented.'),
  thresholds: z
    .strictObject({
      long_wait_minutes: z
        .number('must be a number of minutes')
        .positive('must be more than 0 minutes')
        .max(480, 'must be at most 480 minutes')
        .default(20)
        .describe('A wait is long when it is strictly longer than this.'),
    })
    .default({ long_wait_minutes: 20 }),
  points_are: z
    .enum(['registered', 'open'], 'must be registered or open')
    .optional()
    .describe(
      'registered: a record of a point that points.csv does not list, or not for that day, goes to quarantine. open: any code is a point. Absent: registered when there is a points.csv.',
    ),
  sources: z
    .array(
      z.union(
        [text, z.strictObject({ folder: text, schedule: scheduleSettingsSchema.optional() })],
        'must be the path of a source folder, or folder and schedule',
      ),
    )
    .default([])
    .describe('Folders of the sources that the city runs, relative to this file, and when they are pulled if not as they say.'),
  reference: z
    .strictObject({
      units: csvFile.optional().describe('code,name,type,column,row,population'),
      branches: csvFile.optional().describe('code,name'),
      points: csvFile
        .optional()
        .describe(
          'code,name,unit,branch,valid_from,valid_to,predecessors: one row per point and stretch of time; predecessors are codes of former units that it took over, separated by spaces.',
        ),
      fields: csvFile.optional().describe('code,name_vi,name_en'),
      procedures: csvFile.optional().describe('code,name_vi,name_en,field,working_days'),
      calendar: csvFile.optional().describe('day,kind,note,source,standing,decided_on: the days that differ from Monday to Friday.'),
      opening_hours: csvFile.optional().describe('point,weekday,from,to,valid_from,valid_to: an empty point is every point.'),
      opening_dates: csvFile.optional().describe('point,day,from,to,note: other hours on one date; empty from and to is closed.'),
      limits: csvFile
        .optional()
        .describe(
          'procedure,channel,limit,unit,valid_from,valid_to,basis: one row per limit and stretch of time; an empty channel is every channel.',
        ),
    })
    .default({}),
  working_time: workingTimeSchema,
  boundaries: mapFile
    .optional()
    .describe('A GeoJSON file of the units in degrees, each with the code of units.csv, relative to this file; the map then draws them.'),
});
export type CityFile = z.infer<typeof cityFileSchema>;
