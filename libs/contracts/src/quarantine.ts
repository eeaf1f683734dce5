import { z } from 'zod';

const label = z.object({ vi: z.string().describe('In Vietnamese.'), en: z.string().describe('In English.') });
const optional = (what: string) => z.string().min(1).max(200).optional().describe(what);
const pageNumber = (fallback: number, most: number, what: string) =>
  z.coerce.number().int().min(0).max(most).default(fallback).describe(what);

const filter = {
  source: optional('Of one source.'),
  entity: optional('Of one kind of record.'),
  run: z.coerce.number().int().min(1).max(2_147_483_647).optional().describe('Refused by one run.'),
  reason: optional('That broke one law.'),
};

export const quarantineFilterSchema = z.object(filter);
export type QuarantineFilter = z.infer<typeof quarantineFilterSchema>;

export const quarantineQuerySchema = z.object({
  ...filter,
  limit: pageNumber(100, 1_000, 'Entries of a page.'),
  offset: pageNumber(0, 10_000_000, 'Entries before the page.'),
});
export type QuarantineQuery = z.infer<typeof quarantineQuerySchema>;

export const quarantineExportSchema = z.object({
  ...filter,
  format: z.enum(['csv', 'jsonl']).default('csv').describe('CSV for spreadsheets, or JSON lines.'),
});
export type QuarantineExport = z.infer<typeof quarantineExportSchema>;

export const quarantineEntrySchema = z
  .object({
    source: z.string().describe('Name of the source.'),
    entity: z.string().describe('Kind of record.'),
    file: z.string().describe('File it stands in.'),
    line: z.number().describe('Line of the file.'),
    reasons: z
      .array(z.object({ law: z.string().describe('Law that was broken.'), label: label.describe('What it says.') }))
      .describe('Why.'),
    raw: z.string().describe('The record as it was staged, as JSON; what could name a person stands there as its shape.'),
    runId: z.number().describe('Run that refused it last.'),
    firstRunId: z.number().describe('Run that refused it first.'),
    firstSeenAt: z.string().describe('When it was refused first, ISO 8601 in UTC.'),
  })
  .meta({ id: 'QuarantineEntry', description: 'A record that broke a law of its contract.' });

export const quarantineSchema = z
  .object({ entries: z.array(quarantineEntrySchema).describe('A page.'), total: z.number().describe('Entries of the filter in all.') })
  .meta({ id: 'Quarantine', description: 'A page of quarantine.' });

export const quarantineCountsSchema = z
  .object({
    total: z.number().describe('Entries in all.'),
    counts: z
      .array(
        z.object({
          source: z.string().describe('Name of the source.'),
          entity: z.string().describe('Kind of record.'),
          reason: z.string().describe('Law that was broken.'),
          entries: z.number().describe('Entries that broke it; one that broke two laws counts for both.'),
          label: label.describe('What the law says.'),
        }),
      )
      .describe('By source, kind and reason, the most frequent first.'),
  })
  .meta({ id: 'QuarantineCounts', description: 'What is in quarantine, and why.' });

export const replaySchema = z
  .object({
    runs: z.array(z.number()).describe('Numbers of the runs, one or more for each source.'),
    loaded: z.number().describe('Records that left quarantine and are new.'),
    duplicate: z.number().describe('Records that left quarantine and were known already.'),
    quarantined: z.number().describe('Records that are still bad.'),
    withheld: z.number().describe('Records that could not be tried: their file is gone or changed, and what names a person was not kept.'),
  })
  .meta({ id: 'Replay', description: 'What trying records of quarantine again came to.' });
export type Quarantine = z.infer<typeof quarantineSchema>;
export type QuarantineCounts = z.infer<typeof quarantineCountsSchema>;
