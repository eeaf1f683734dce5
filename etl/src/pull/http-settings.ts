import { z } from 'zod';
import { envName } from './env-name';

const address = z
  .string()
  .refine(
    (text) =>
      URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).username === '' && new URL(text).password === '',
    'must be an http or https address without a name or password in it',
  );
const headerName = z.string().regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header');

/** How files are fetched, whatever they are fetched from. */
export const fetchSettings = {
  idle_seconds: z.number().positive().max(600).default(60).describe('How long a server may send nothing.'),
  retries: z.number().int().min(0).max(20).default(4).describe('How often a fetch goes on after it broke off.'),
  first_wait_ms: z.number().int().min(1).default(500).describe('Before the first retry; each further one waits twice as long.'),
  most_bytes: z.number().int().min(1).default(20_000_000_000).describe('Of one file as it is sent.'),
} as const;

/** `from:` of a source whose files lie on a web server. */
export const httpSettings = z
  .strictObject({
    kind: z.literal('http'),
    urls: z.array(address).min(1).optional().describe('The files.'),
    index: z
      .strictObject({
        url: address.describe('A page with links to the files, such as a web server makes of a folder.'),
        files: z.string().min(1).describe('Which names count, for example queue-*.csv.gz.'),
      })
      .optional()
      .describe('Where the files are listed; instead of urls.'),
    headers: z.record(headerName, z.string()).default({}).describe('Headers that every request carries, none of them secret.'),
    headers_env: z.record(headerName, envName).default({}).describe('Headers whose value is in an environment variable.'),
    ...fetchSettings,
  })
  .refine(({ urls, index }) => (urls === undefined) !== (index === undefined), 'must have either urls or index')
  .refine(
    ({ urls = [], index, headers_env: secrets }) =>
      Object.keys(secrets).length === 0 || [...urls, index?.url ?? ''].every((url) => url === '' || isPrivateWay(url)),
    'sends headers_env, so its addresses must begin with https; http is allowed for this machine only',
  );

/** True when nobody between here and there reads what is sent. */
export function isPrivateWay(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

export type HttpSettings = z.infer<typeof httpSettings>;
