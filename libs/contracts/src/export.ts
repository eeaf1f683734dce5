import { z } from 'zod';
import { rowsQuerySchema } from './answer';
import { explainQuerySchema } from './explain';
import { questionQuerySchema } from './question';
import { ii06QuerySchema } from './report';
import { index766QuerySchema, quarterlyQuerySchema } from './score';
import { breachesQuerySchema, verdictsQuerySchema } from './standard';
import { timelineQuerySchema } from './timeline';

/** Formats in which tables leave. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const making = {
  language: z.enum(['vi', 'en']).default('vi').describe('The language of the file.'),
  back: z
    .string()
    .max(1500)
    .regex(/^\/(?![/\\])[^\s\\]*$/, 'write the path of a page, such as /standards?from=2026-10-01')
    .optional()
    .describe('The page that the file was made from, as path and query; it leads back there, in print as a QR code.'),
};
const format = z.enum(EXPORT_FORMATS).default('xlsx').describe('CSV, an XLSX workbook with a sheet of notes, or a PDF to print.');
const official = z
  .enum(['true', 'false'])
  .default('false')
  .describe('"true" prints the frame of an official document: state and motto, agency, place and day, signature (Decree 30/2020/NĐ-CP).');

export const rowsExportSchema = rowsQuerySchema.omit({ page: true, size: true }).extend({
  ...making,
  format: z
    .enum([...EXPORT_FORMATS, 'jsonl'])
    .default('csv')
    .describe('CSV with codes for spreadsheets, XLSX or PDF with names for people, or one JSON object per line.'),
  head: z
    .enum(['vi', 'en', 'id'])
    .default('vi')
    .describe('The first line of a CSV: names in a language, with notes below the rows, or the names of the columns and nothing else.'),
});
export type RowsExport = z.infer<typeof rowsExportSchema>;

export const answerExportSchema = questionQuerySchema.extend({ ...making, format });
export type AnswerExport = z.infer<typeof answerExportSchema>;

export const ii06ExportSchema = ii06QuerySchema.extend({ ...making, format, official });
export type II06Export = z.infer<typeof ii06ExportSchema>;

export const quarterlyExportSchema = quarterlyQuerySchema.extend({ ...making, format, official });
export type QuarterlyExport = z.infer<typeof quarterlyExportSchema>;

export const index766ExportSchema = index766QuerySchema.extend({ ...making, format, official });
export type Index766Export = z.infer<typeof index766ExportSchema>;

export const verdictsExportSchema = verdictsQuerySchema.extend({ ...making, format });
export type VerdictsExport = z.infer<typeof verdictsExportSchema>;

export const breachesExportSchema = breachesQuerySchema.omit({ page: true, size: true }).extend({ ...making, format });
export type BreachesExport = z.infer<typeof breachesExportSchema>;

/** A figure with everything that proves it, as one ZIP. */
export const figureEvidenceSchema = explainQuerySchema.extend(making);
export type FigureEvidence = z.infer<typeof figureEvidenceSchema>;

/** What a standard comes to with everything that proves it, as one ZIP. */
export const standardEvidenceSchema = breachesQuerySchema.omit({ page: true, size: true }).extend(making);
export type StandardEvidence = z.infer<typeof standardEvidenceSchema>;

export const timelineExportSchema = timelineQuerySchema.extend({ ...making, format });
export type TimelineExport = z.infer<typeof timelineExportSchema>;
