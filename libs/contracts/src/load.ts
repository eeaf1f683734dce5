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
    notes: z
      .array(
        z.object({
          entity: z.string().describe('The kind of record.'),
          state: z.enum(['thin', 'missing']).describe('Whether too little came, or nothing.'),
          points: z.array(z.string()).describe('Codes of the points.'),
          fromDay: z.string().describe('First of these days.'),
          lastDay: z.string().describe('Last of these days.'),
        }),
      )
      .describe('Days that it told of and that are unknown all the same, because too little came.'),
    progress: z
      .object({
        step: z.string().describe('What it is doing: read, compare, publish or done.'),
        entity: z.string().nullable().describe('With which kind of record.'),
        file: z.string().nullable().describe('With which file.'),
        bytes: z.number().describe('Bytes read so far.'),
        totalBytes: z.number().describe('Bytes of all its files.'),
      })
      .nullable()
      .describe('How far it has come; null when it does not run.'),
    canRetry: z.boolean().describe('True when it failed and can be made again with the same files.'),
  })
  .meta({ id: 'Run', description: 'One load of one source.' });
export type Run = z.infer<typeof runSchema>;

export const runsSchema = z
  .object({ runs: z.array(runSchema).describe('Latest first.') })
  .meta({ id: 'Runs', description: 'What has been loaded, and how it went.' });

export const runFilterSchema = z.strictObject({
  source: z.string().max(41).optional().describe('Only runs of this source.'),
  status: z.enum(['running', 'published', 'failed']).optional().describe('Only runs that ended so, or that run.'),
  before: z.coerce.number().int().min(1).optional().describe('Only runs with a lower number, to go on where a page ended.'),
  limit: z.coerce.number().int().min(1).max(500).default(100).describe('At most so many.'),
});
export type RunFilter = z.infer<typeof runFilterSchema>;

export const runEventsQuerySchema = z.strictObject({
  after: z.coerce.number().int().min(-1).default(-1).describe('The line after which to go on: "next" of the last answer.'),
});
export type RunEventsQuery = z.infer<typeof runEventsQuerySchema>;

export const runEventsSchema = z
  .object({
    run: runSchema.describe('The run as it is.'),
    lines: z
      .array(
        z.object({
          line: z.number().describe('Number of the line, from 0 on.'),
          at: z.string().describe('When it was said, ISO 8601 in UTC.'),
          text: z.string().describe('What the run said.'),
        }),
      )
      .describe('What it has said since, in order.'),
    next: z.number().describe('Ask for what comes after this line.'),
  })
  .meta({ id: 'RunEvents', description: 'A run to be followed: ask again until it has ended.' });

export const loadRequestSchema = z
  .strictObject({
    source: z.string().min(1).max(4096).describe('Absolute path of a source folder on the server’s machine.'),
    files: z.array(z.string().min(1).max(4096)).min(1).max(1000).describe('Absolute paths or patterns of the files to load.'),
  })
  .meta({ id: 'LoadRequest', description: 'What to load.' });
export type LoadRequest = z.infer<typeof loadRequestSchema>;
export type RunEvents = z.infer<typeof runEventsSchema>;
