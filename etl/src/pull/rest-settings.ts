import { z } from 'zod';
import { envName } from './env-name';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

const isAllowed = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname))) && username === '' && password === '';
};

const keys = z.string().regex(/^[\w-]+(\.[\w-]+)*$/, 'must be keys joined by dots, for example data.items');
const parameter = z.string().regex(/^[\w.[\]-]+$/, 'must be the name of a query parameter');
const headerName = z.string().regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header');

const paging = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('cursor'),
    param: parameter.describe('Carries the cursor of the wanted page.'),
    next: keys.describe('Where in the answer the cursor of the next page stands; nothing there ends the list.'),
  }),
  z.strictObject({
    kind: z.literal('page'),
    param: parameter,
    first: z.number().int().min(0).default(1),
    size_param: parameter.optional(),
    size: z.number().int().min(1).optional().describe('Records of a full page; a shorter one ends the list. Absent: an empty one does.'),
  }),
  z.strictObject({
    kind: z.literal('offset'),
    param: parameter,
    size_param: parameter.optional(),
    size: z.number().int().min(1).optional(),
  }),
  z.strictObject({ kind: z.literal('link_header') }),
]);

/** `from:` of a source whose records are asked for page by page over HTTP. */
export const restSettings = z.strictObject({
  kind: z.literal('rest'),
  url: z.string().refine(isAllowed, 'must be an https address without a name or password in it; http is allowed for this machine only'),
  query: z.record(parameter, z.string()).default({}).describe('Parameters that every request carries.'),
  headers: z.record(headerName, z.string()).default({}).describe('Headers that every request carries, none of them secret.'),
  headers_env: z.record(headerName, envName).default({}).describe('Headers whose value is in an environment variable.'),
  records: keys.optional().describe('Where in the answer the list of records stands; absent when the answer is the list.'),
  paging: paging.default({ kind: 'none' }),
  since: z
    .strictObject({
      param: parameter.describe('Asks for records changed at or after an instant.'),
      watermark: keys.describe('Where in a record stands when it last changed.'),
      written: z.enum(['iso', 'seconds', 'milliseconds']).default('iso').describe('How the parameter writes the instant.'),
      overlap_minutes: z.number().min(0).max(10_080).default(30),
    })
    .optional()
    .describe('Absent: everything is read each time.'),
  rate_per_second: z.number().positive().max(1000).default(5),
  burst: z.number().int().min(1).max(1000).default(10).describe('Requests that may follow one another without a pause.'),
  timeout_seconds: z.number().positive().max(600).default(30),
  retries: z.number().int().min(0).max(20).default(5),
  first_wait_ms: z.number().int().min(1).default(500).describe('Before the first retry; each further one waits twice as long.'),
  most_wait_seconds: z.number().positive().default(300).describe('The longest pause that the server may ask for.'),
  most_bytes: z.number().int().min(1).default(16_777_216).describe('Of one answer, unpacked.'),
  batch_records: z.number().int().min(1).default(50_000).describe('About how many records one run loads.'),
});

export type RestSettings = z.infer<typeof restSettings>;
