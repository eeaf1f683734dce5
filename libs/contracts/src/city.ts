import { z } from 'zod';

export const labelSchema = z.object({ vi: z.string(), en: z.string() });

export const citySchema = z.object({
  name: labelSchema,
  zone: z.string().describe('IANA name of the zone in which days are cut.'),
  languages: z.array(z.enum(['vi', 'en'])).describe('First one is the default.'),
  isSimulated: z.boolean().describe('True when the cases are invented; every screen says so.'),
  longWaitMinutes: z.number().describe('A wait longer than this is a long wait.'),
  firstDay: z.string().nullable().describe('First day with data.'),
  lastDay: z.string().nullable().describe('Last day with data.'),
});
export type City = z.infer<typeof citySchema>;

const metricSchema = z.object({
  id: z.string(),
  label: labelSchema,
  description: labelSchema,
  formula: labelSchema,
  unit: z.enum(['count', 'share', 'minutes', 'seconds', 'days', 'per_officer_day']),
  kind: z.enum(['count', 'rate', 'mean', 'quantile', 'ratio']),
  direction: z.enum(['up', 'down', 'none']),
  standard: z.object({ comparison: z.enum(['at_most', 'at_least']), value: z.number(), label: labelSchema }).nullable(),
  version: z.number(),
  source: labelSchema.nullable(),
  dimensions: z.array(z.string()),
});

const coded = z.object({ code: z.string(), label: labelSchema });

export const catalogSchema = z.object({
  metrics: z.array(metricSchema),
  dimensions: z.array(coded),
  fields: z.array(coded).describe('Fields of work (lĩnh vực).'),
  procedures: z.array(coded.extend({ fieldCode: z.string() })),
  channels: z.array(coded),
  outcomes: z.array(coded).describe('How a ticket ended.'),
});
export type Catalog = z.infer<typeof catalogSchema>;

export const pointsSchema = z.object({
  branches: z.array(z.object({ code: z.string(), name: z.string() })),
  points: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      wardCode: z.string().nullable(),
      wardName: z.string().nullable(),
      wardType: z.string().nullable().describe('phường, xã or đặc khu.'),
      branchCode: z.string().nullable(),
      column: z.number().nullable().describe('Place on the tile map, from the west.'),
      row: z.number().nullable().describe('Place on the tile map, from the north.'),
      validFrom: z.string(),
      validTo: z.string().nullable(),
    }),
  ),
});
export type Points = z.infer<typeof pointsSchema>;

export const runSchema = z.object({
  id: z.number(),
  source: z.string(),
  status: z.enum(['running', 'published', 'failed']),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  files: z.array(z.string()),
  counts: z.array(
    z.object({
      entity: z.string(),
      read: z.number(),
      loaded: z.number(),
      duplicate: z.number(),
      quarantined: z.number(),
      corrected: z.number().describe('Of the loaded, how many replaced an earlier version.'),
      flagged: z.number().describe('Of the loaded, how many carry a finding.'),
    }),
  ),
  reasons: z.array(z.object({ entity: z.string(), reason: z.string(), rows: z.number() })),
  message: z.string().nullable(),
});
export type Run = z.infer<typeof runSchema>;
export const runsSchema = z.object({ runs: z.array(runSchema) });

export const loadRequestSchema = z.strictObject({
  source: z.string().describe('Absolute path of a source folder on the server’s machine.'),
  files: z.array(z.string()).min(1).describe('Absolute paths or patterns of the files to load.'),
});
export type LoadRequest = z.infer<typeof loadRequestSchema>;

export const dataHealthSchema = z.object({
  status: z.enum(['fresh', 'stale', 'empty']),
  sources: z.array(
    z.object({
      source: z.string(),
      entity: z.string(),
      latestAt: z.string().describe('Up to which instant the source has told us what happened.'),
      publishedAt: z.string(),
      expectedEveryHours: z.number().nullable(),
      isStale: z.boolean(),
    }),
  ),
});
export type DataHealth = z.infer<typeof dataHealthSchema>;
