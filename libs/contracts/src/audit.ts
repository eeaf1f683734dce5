import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as YYYY-MM-DD');

export const auditQuerySchema = z.strictObject({
  who: z.string().min(1).max(100).optional().describe('Id of an account or a token, "owner", or "nobody".'),
  did: z.string().min(1).max(100).optional().describe('Part of what was done, such as "export" or "signed in".'),
  from: day.optional().describe('First day, included, in the city’s zone.'),
  to: day.optional().describe('Last day, excluded.'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1).describe('Which page, from 1; the last entries stand on the first.'),
  size: z.coerce.number().int().min(1).max(500).default(50).describe('Entries of a page.'),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const auditExportSchema = auditQuerySchema.omit({ page: true, size: true }).extend({
  format: z.enum(['csv', 'jsonl']).default('csv').describe('CSV for spreadsheets, or JSON lines with every field as it is hashed.'),
});
export type AuditExport = z.infer<typeof auditExportSchema>;

export const auditEntrySchema = z
  .object({
    id: z.number().describe('1, 2, 3 … without gaps.'),
    at: z.string().describe('ISO 8601 in UTC.'),
    who: z.string().describe('Id of an account or a token, "owner", or "nobody".'),
    name: z.string().nullable().describe('What the account or token is called; null where it has no name.'),
    did: z.string().describe('A route, or what happened.'),
    what: z.string().nullable().describe('To what, with which filters: JSON.'),
    before: z.string().nullable().describe('What stood before: JSON.'),
    after: z.string().nullable().describe('What stands since: JSON.'),
    requestId: z.string().nullable().describe('Id of the request, as in the log.'),
    hash: z.string().describe('SHA-256 over the entry and the hash of the one before it.'),
  })
  .meta({ id: 'AuditEntry', description: 'Something that somebody did or saw.' });
export type AuditEntryInfo = z.infer<typeof auditEntrySchema>;

export const auditPageSchema = z
  .object({
    entries: z.array(auditEntrySchema).describe('The entries of the page.'),
    total: z.number().describe('Entries that were searched for, on all pages.'),
    page: z.number().describe('Which page this is, from 1.'),
    size: z.number().describe('Entries of a page.'),
  })
  .meta({ id: 'AuditPage', description: 'Entries of the audit log, the last first.' });
export type AuditPage = z.infer<typeof auditPageSchema>;

export const auditHeadSchema = z
  .strictObject({
    id: z.number().int().min(1).max(2_147_483_647).describe('Number of the last entry.'),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'write the 64 hexadecimal digits of the hash')
      .describe('Its hash.'),
  })
  .meta({ id: 'AuditHead', description: 'The end of the log, as an auditor keeps it elsewhere.' });

export const auditCheckRequestSchema = z
  .strictObject({ noted: auditHeadSchema.optional().describe('The end that was noted at an earlier check; it must still be there.') })
  .meta({ id: 'AuditCheckRequest', description: 'A check of the whole log.' });
export type AuditCheckRequest = z.infer<typeof auditCheckRequestSchema>;

export const auditCheckSchema = z
  .object({
    entries: z.number().describe('Entries that follow from one another.'),
    head: auditHeadSchema.nullable().describe('The last of them; keep it elsewhere for the next check.'),
    broken: z
      .object({ id: z.number().describe('Its number.'), why: z.string().describe('One sentence.') })
      .nullable()
      .describe('The first entry that does not follow from the one before it; null when all do.'),
  })
  .meta({ id: 'AuditCheck', description: 'What a check of the log found.' });
export type AuditCheckInfo = z.infer<typeof auditCheckSchema>;
