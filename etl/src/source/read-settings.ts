import { z } from 'zod';

/**
 * Formats a source may come in. The text tables and XLSX give the staging queries one column of text per name in the header;
 * Parquet gives its columns with their types; the JSON formats give one column, `record`; XES gives `element`, `position`
 * and `record`.
 */
const FORMATS = ['CSVWithNames', 'TSVWithNames', 'JSONEachRow', 'JSON', 'Parquet', 'XLSX', 'XES'] as const;
export type Format = (typeof FORMATS)[number];

const ENCODINGS = ['UTF-8', 'windows-1258', 'windows-1252', 'ISO-8859-1'] as const;
const LAST_ROW = 1_048_576;

/** `read:` of source.yml: how the bytes of a file become records. */
export const readAs = z.strictObject({
  format: z.enum(FORMATS),
  delimiter: z.string().length(1).default(',').describe('Of CSVWithNames.'),
  encoding: z.enum(ENCODINGS).default('UTF-8').describe('Of CSVWithNames and TSVWithNames.'),
  records: z
    .string()
    .regex(/^[\w-]+(\.[\w-]+)*$/, 'must be keys joined by dots, for example data.items')
    .optional()
    .describe('Where in a JSON document its list of records stands.'),
  sheet: z.string().min(1).max(31).optional().describe('Which sheet of an XLSX file; absent for the first that is not hidden.'),
  header_row: z.number().int().min(1).max(LAST_ROW).optional().describe('Which row of an XLSX sheet names the columns; absent for 1.'),
});

export type ReadSettings = z.infer<typeof readAs>;

/** The sentence for settings that do not go together; undefined when they do. */
export function disagreement({ format, records, sheet, header_row: headerRow, encoding }: ReadSettings): string | undefined {
  if (format === 'JSON' && records === undefined)
    return 'read.records: must say where the list of records stands in the JSON document, for example data.';
  if (format !== 'JSON' && records !== undefined) return `read.records: is allowed for the format JSON only, not for ${format}.`;
  if (format !== 'XLSX' && sheet !== undefined) return `read.sheet: is allowed for the format XLSX only, not for ${format}.`;
  if (format !== 'XLSX' && headerRow !== undefined) return `read.header_row: is allowed for the format XLSX only, not for ${format}.`;
  const isText = format === 'CSVWithNames' || format === 'TSVWithNames';
  if (!isText && encoding !== 'UTF-8')
    return `read.encoding: is allowed for CSVWithNames and TSVWithNames only; ${format} says its encoding itself.`;
  return undefined;
}
