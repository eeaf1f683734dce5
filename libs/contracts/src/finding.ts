import { z } from 'zod';

const label = z.object({ vi: z.string().describe('In Vietnamese.'), en: z.string().describe('In English.') });
const day = (what: string) => z.iso.date('must be a day such as 2026-10-05').describe(what);
const range = { from: day('First day, in the city’s zone.'), to: day('Day after the last.') };

export const dataFindingsQuerySchema = z.object({
  ...range,
  by: z
    .string()
    .default('source')
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(z.enum(['source', 'point', 'month'], 'must be source, point, month, or several joined by commas')))
    .describe('Counted by source, point, month, or several joined by commas.'),
});
export type DataFindingsQuery = z.infer<typeof dataFindingsQuerySchema>;

export const dataFindingRowsQuerySchema = z.object({
  ...range,
  law: z.string().min(1).max(100).describe('The law or check.'),
  entity: z.string().min(1).max(40).describe('Kind of record.'),
  source: z.string().min(1).max(200).optional().describe('Of one source.'),
  point: z.string().min(1).max(200).optional().describe('Of one point.'),
  limit: z.coerce.number().int().min(1).max(1_000).default(100).describe('Rows of a page.'),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0).describe('Rows before the page.'),
});
export type DataFindingRowsQuery = z.infer<typeof dataFindingRowsQuerySchema>;

export const dataFindingSchema = z
  .object({
    law: z.string().describe('The law or check.'),
    entity: z.string().describe('Kind of record.'),
    label: label.describe('What it says.'),
    source: z.string().nullable().describe('Name of the source; null when not counted by source.'),
    point: z.string().nullable().describe('Code of the point; null when not counted by point.'),
    month: z.string().nullable().describe('Month written YYYY-MM; null when not counted by month.'),
    records: z.number().describe('Records that it holds of.'),
    of: z.number().describe('Records that it was asked of.'),
    share: z.number().describe('records ÷ of.'),
    isConspicuous: z.boolean().describe('True when so many are beyond what may happen by accident.'),
  })
  .meta({ id: 'DataFinding', description: 'Records that are odd in one way.' });

export const dataFindingsSchema = z
  .object({ findings: z.array(dataFindingSchema).describe('The most frequent first.') })
  .meta({ id: 'DataFindings' });

export const dataFindingRowsSchema = z
  .object({
    rows: z
      .array(
        z.object({
          source: z.string().describe('Name of the source.'),
          point: z.string().describe('Code of the point.'),
          day: z.string().describe('Day of the record.'),
          row: z.string().describe('What names the record: a dossier, a ticket.'),
        }),
      )
      .describe('The latest first.'),
  })
  .meta({ id: 'DataFindingRows', description: 'The records behind a finding.' });
export type DataFindings = z.infer<typeof dataFindingsSchema>;
