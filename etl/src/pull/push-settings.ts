import { z } from 'zod';
import { envName } from './env-name';

const header = z.string().regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header');

/** `from:` of a source that is sent to the server as it happens. */
export const pushSettings = z.strictObject({
  kind: z.literal('push'),
  secret_env: envName.describe('Environment variable with the secret by which the sender signs; at least 16 characters.'),
  signature: z
    .strictObject({
      header: header.default('x-signature').describe('Carries the HMAC-SHA256 of what is sent.'),
      prefix: z.string().max(20).default('').describe('Stands before the digits, for example sha256=.'),
      written: z.enum(['hex', 'base64']).default('hex'),
      timestamp_header: header
        .optional()
        .describe('Carries the Unix seconds of the sending; they are signed too, with a dot before the body.'),
      window_minutes: z.number().positive().max(1440).default(5).describe('How far the sending may be from the clock of the server.'),
    })
    .prefault({}),
});

export type PushSettings = z.infer<typeof pushSettings>;
