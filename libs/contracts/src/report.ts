import { ATTRIBUTIONS, II06_CELLS, II06_GROUPS, type II06Cell, PERIOD_KINDS, REPORT_CALENDARS } from '@evenhand/domain';
import { z } from 'zod';
import { labelSchema } from './city';
import { asOfSchema } from './question';

/** Which period, as of when, for which units. `calendar` has its own default in each route. */
export const periodSchema = z
  .string()
  .max(10)
  .describe('A month (2026-09), a quarter (2026-Q3), a half (2026-H1), nine months (2026-9M) or a year (2026).');
export const calendarSchema = z.enum(REPORT_CALENDARS);
const CALENDAR_MEANS = '"report" periods run from the 15th to the 14th, "calendar" ones from the 1st to the last day of a month.';
export const calendarOf = (fallback: 'calendar' | 'report') =>
  calendarSchema.default(fallback).describe(`${CALENDAR_MEANS} "${fallback}" unless given.`);
export const unitsSchema = z
  .string()
  .max(4000)
  .default('city')
  .describe('"city" for all points together, "all" for every ward or commune, or codes of wards separated by commas.');

/** The units that a text names: the whole city, every unit (none named), or some. */
export function unitsFrom(text: string): 'city' | readonly string[] {
  if (text === 'city') return 'city';
  return text === 'all' ? [] : [...new Set(text.split(',').map((code) => code.trim().normalize('NFC')))];
}

export const answeredPeriodSchema = z
  .object({
    text: z.string().describe('As it was asked.'),
    calendar: calendarSchema.describe(CALENDAR_MEANS),
    kind: z.enum(PERIOD_KINDS).describe('What kind of period.'),
    year: z.number().describe('Its year.'),
    number: z.number().describe('Which of its year, from 1.'),
    from: z.string().describe('First day.'),
    to: z.string().describe('First day that is not part of it any more.'),
  })
  .meta({ id: 'ReportPeriod', description: 'A period and the days it covers.' });

const attribution = z.enum(ATTRIBUTIONS);
const ATTRIBUTION_MEANS =
  'Whose a dossier is: the ward of the point that received it, the unit that decides, or the ward its applicant lives in.';

export const ii06QuerySchema = z.strictObject({
  period: periodSchema,
  calendar: calendarOf('report'),
  unit: unitsSchema,
  attribution: attribution.default('reception').describe(`${ATTRIBUTION_MEANS} "reception" unless given.`),
  asOf: asOfSchema.optional(),
});
export type II06Query = z.infer<typeof ii06QuerySchema>;

const cells = z
  .object(
    Object.fromEntries(II06_CELLS.map((cell) => [cell, z.number().describe(`Dossiers of the column "${cell}".`)])) as Record<
      II06Cell,
      z.ZodNumber
    >, // one entry for each
  )
  .meta({ id: 'ReportII06Cells', description: 'The numbers of one row of the form.' });

const breach = z.object({
  field: z.string().nullable().describe('Code of the field of the row; null in the total.'),
  cell: z.enum(II06_CELLS).describe('The column on the left of the law.'),
  left: z.number().describe('What it says.'),
  right: z.number().describe('What it ought to be.'),
});

export const ii06Schema = z
  .object({
    period: answeredPeriodSchema.describe('The period, as it was understood.'),
    attribution: attribution.describe(ATTRIBUTION_MEANS),
    asOf: z.string().nullable().describe('The instant as of which it was asked; null for what is known at present.'),
    knownDay: z.string().nullable().describe('The last day of which dossiers are known; null before the first load.'),
    isOver: z.boolean().describe('True when the period is over as far as the feeds tell; else it is a report so far.'),
    columns: z
      .array(
        z.object({
          id: z.enum(II06_CELLS).describe('The column.'),
          number: z.number().describe('As the form numbers it; the field is column 2.'),
          group: z.enum(II06_GROUPS).describe('The part of the form it belongs to.'),
          groupLabel: labelSchema.describe('Heading of the part.'),
          label: labelSchema.describe('Heading of the column.'),
        }),
      )
      .describe('The columns of the form, in its order.'),
    units: z
      .array(
        z.object({
          unit: z
            .string()
            .nullable()
            .describe('Code of the unit; null for all points together, empty for dossiers that belong to no unit.'),
          name: z.string().nullable().describe('Its name; null where none is known.'),
          rows: z
            .array(
              z.object({
                field: z.string().describe('Code of the field (lĩnh vực); empty where the source did not say.'),
                label: labelSchema.nullable().describe('Its name; null where none is known.'),
                cells: cells.describe('The numbers of the field.'),
              }),
            )
            .describe('One row per field, by code.'),
          total: cells.describe('Counted independently of the rows.'),
          checks: z
            .array(
              z.object({
                id: z.string().describe('The law.'),
                label: labelSchema.describe('What must hold.'),
                holds: z.boolean().describe('Whether it holds everywhere in this form.'),
                breaches: z.array(breach).describe('Where it does not.'),
              }),
            )
            .describe('The laws that tie the numbers together.'),
          undated: z.number().describe('Settled dossiers of which no source says when; they are counted as in progress.'),
          dateless: z.number().describe('Dossiers without a due date; the form counts them as on time.'),
          coverage: z.number().nullable().describe('Share of the working days of its points that the feed has told; null where unknown.'),
        }),
      )
      .describe('A form per unit.'),
    total: cells.describe('All units together.'),
    companions: z
      .array(
        z.object({
          id: z.enum(['ii06b', 'ii06c']).describe('The form.'),
          label: labelSchema.describe('Its name.'),
          parts: z
            .array(
              z.object({
                label: labelSchema.describe('What it asks for.'),
                number: z.number().nullable().describe('How many dossiers of all units; null where no source tells.'),
                needs: labelSchema.nullable().describe('What would have to be told for it; null where it is known.'),
              }),
            )
            .describe('Its parts.'),
        }),
      )
      .describe('The forms that go with this one: what of them is known, and what no source tells.'),
  })
  .meta({ id: 'ReportII06', description: 'Form II.06: how dossiers were received and settled in a period.' });
export type ReportII06Page = z.infer<typeof ii06Schema>;

export const ii06RowsQuerySchema = ii06QuerySchema.extend({
  cell: z.enum(II06_CELLS).describe('The column whose dossiers are wanted.'),
  field: z.string().max(200).optional().describe('Code of a field; every field unless given, empty where the source did not say.'),
  page: z.coerce.number().int().min(1).default(1).describe('Which page, from 1.'),
  size: z.coerce.number().int().min(1).max(500).default(50).describe('How many rows a page holds, at most 500.'),
});
export type II06RowsQuery = z.infer<typeof ii06RowsQuerySchema>;

export const ii06RowsSchema = z
  .object({
    rows: z
      .array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))
      .describe('The dossiers, first received first, with the day on which their settlement ended (end_on).'),
    total: z.number().describe('How many the cell counts.'),
    page: z.number().describe('Which page this is, from 1.'),
    size: z.number().describe('How many rows a page holds.'),
  })
  .meta({ id: 'ReportII06Rows', description: 'The dossiers behind a cell of form II.06.' });
export type II06RowsPage = z.infer<typeof ii06RowsSchema>;
