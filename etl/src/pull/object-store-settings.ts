import { z } from 'zod';
import { envName } from './env-name';
import { fetchSettings, isPrivateWay } from './http-settings';

/** `from:` of a source whose files lie in an object store that speaks the S3 protocol. */
export const objectStoreSettings = z.strictObject({
  kind: z.literal('object_store'),
  endpoint: z
    .string()
    .refine(
      (text) => URL.canParse(text) && new URL(text).pathname === '/' && isPrivateWay(text),
      'must be an https address without a path; http is allowed for this machine only',
    )
    .describe('The object store, for example https://s3.example.vn.'),
  bucket: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket: lower-case letters, digits, dots and hyphens'),
  region: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .default('us-east-1')
    .describe('Part of the signature; most stores of one place take us-east-1.'),
  prefix: z.string().max(1_024).default('').describe('Which keys are looked at: those that begin so.'),
  files: z
    .string()
    .min(1)
    .default('**')
    .describe('Which of them count: a pattern over the rest of the key, for example *.parquet or **/*.csv.gz.'),
  access_key_env: envName.optional().describe('Environment variable with the access key; absent for a public bucket.'),
  secret_key_env: envName.optional().describe('Environment variable with the secret key.'),
  ...fetchSettings,
});

export type ObjectStoreSettings = z.infer<typeof objectStoreSettings>;
