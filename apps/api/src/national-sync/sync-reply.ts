import { z } from 'zod';

export const syncReplySchema = z
  .object({
    error_code: z.string().describe('"0" when everything in the call is kept; else nothing of it is taken.'),
    message: z
      .string()
      .describe('One sentence in Vietnamese: what was taken, or which record, field and value is at fault and what is allowed.'),
  })
  .meta({ id: 'SyncReply', description: 'A reply as the national portal gives it.' });
export type SyncReply = z.infer<typeof syncReplySchema>;
