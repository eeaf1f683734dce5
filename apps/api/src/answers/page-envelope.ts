import { MOST_QUESTIONS, pageRequestSchema } from '@evenhand/contracts';
import { z } from 'zod';

/** The page's questions before any of them is read: a malformed one must not refuse the others. */
export const pageEnvelopeSchema = z
  .strictObject({
    questions: z
      .record(z.string().max(60), z.unknown())
      .refine((questions) => Object.keys(questions).length <= MOST_QUESTIONS, `ask at most ${MOST_QUESTIONS} questions in one call`),
  })
  .meta({ documentedBy: pageRequestSchema });
export type PageEnvelope = z.infer<typeof pageEnvelopeSchema>;
