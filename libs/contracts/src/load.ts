import { z } from 'zod';

const countsSchema = z
  .object({
    entity: z.string().describe('The kind of record.'),
    read: z.number().describe('Records read: always loaded + duplicate + quarantined.'),
    loaded: z.number().describe('Records that were added or replaced an earlier version.'),
    duplicate: z.number().describe('Records that say what was known already.'),
    quarantined: z.number().describe('Records that broke a law of their contract and wait for a correction.'),
    corrected: z.number().describe('Of the loaded, how many replaced an earlier version.'),
    flagged: z.number().describe('Of the loaded, how many carry a finding.'),
  })
  .meta({ id: 'RunCounts', description: 'What became of the records of one kind.' });

export const runSchema = z
  .object({
    id: z.number().describe('Number of the run.'),
    source: z.string().describe('Name of the source.'),
    status: z.enum(['running', 'published', 'failed']).describe('Nothing of a run is visible before it is published.'),
    startedAt: z.string().describe('When it began, ISO 8601 in UTC.'),
    endedAt: z.string().nullable().describe('When it ended; null while it runs.'),
    files: z.array(z.string()).describe('The files it read.'),
    counts: z.array(countsSchema).describe('What became of the records, by kind.'),
    reasons: z
      .array(
        z.object({
          entity: z.string().describe('The kind of record.'),
          reason: z.string().describe('The law that was broken.'),
          rows: z.number().describe('How many records broke it.'),
        }),
      )
      .describe('Why records were quarantined.'),
    message: z.string().nullable().describe('One sentence on what went wrong; null when nothing did.'),
  })
  .meta({ id: 'Run', description: 'One load of one source.' });
export type Run = z.infer<typeof runSchema>;

export const runsSchema = z
  .object({ runs: z.array(runSchema).describe('Latest first.') })
  .meta({ id: 'Runs', description: 'What has been loaded, and how it went.' });

export const loadRequestSchema = z
  .strictObject({
    source: z.string().min(1).max(4096).describe('Absolute path of a source folder on the server’s machine.'),
    files: z.array(z.string().min(1).max(4096)).min(1).max(1000).describe('Absolute paths or patterns of the files to load.'),
  })
  .meta({ id: 'LoadRequest', description: 'What to load.' });
export type LoadRequest = z.infer<typeof loadRequestSchema>;
