import { z } from 'zod';

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
  reference: z
    .strictObject({
      units: csvFile.optional().describe('code,name,type,column,row,population'),
      branches: csvFile.optional().describe('code,name'),
      points: csvFile.optional().describe('code,name,unit,branch,valid_from,valid_to: one row per point and stretch of time.'),
      fields: csvFile.optional().describe('code,name_vi,name_en'),
      procedures: csvFile.optional().describe('code,name_vi,name_en,field,working_days'),
      calendar: csvFile.optional().describe('day,kind,note: the days that differ from Monday to Friday.'),
      opening_hours: csvFile.optional().describe('point,weekday,from,to,valid_from,valid_to: an empty point is every point.'),
    })
    .default({}),
});
export type CityFile = z.infer<typeof cityFileSchema>;
