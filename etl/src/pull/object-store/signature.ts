import { createHash, createHmac } from 'node:crypto';

/** Who asks an object store. */
export interface Keys {
  readonly access: string;
  readonly secret: string;
}

/** What is signed: a request that only reads. */
export interface Signable {
  readonly url: URL;
  readonly region: string;
  readonly now: Date;
  /** More headers to sign, by their lower-case name. */
  readonly headers?: Readonly<Record<string, string>>;
}

const EMPTY_SHA256 = createHash('sha256').update('').digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Percent-encoding as the signature wants it: everything but letters, digits and `-._~`. */
export const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

function canonicalQuery(url: URL): string {
  return [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
}

/** The headers that sign a GET request after AWS Signature Version 4, service s3. */
export function signedHeaders({ access, secret }: Keys, { url, region, now, headers = {} }: Signable): Record<string, string> {
  const at = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = at.slice(0, 8);
  const signed: Record<string, string> = { ...headers, host: url.host, 'x-amz-content-sha256': EMPTY_SHA256, 'x-amz-date': at };
  const names = Object.keys(signed).sort();
  const lines = names.map((name) => `${name}:${(signed[name] ?? '').trim()}\n`);
  const request = ['GET', url.pathname, canonicalQuery(url), lines.join(''), names.join(';'), EMPTY_SHA256].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', at, scope, createHash('sha256').update(request).digest('hex')].join('\n');
  const key = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${secret}`, day));
  const authorization = `AWS4-HMAC-SHA256 Credential=${access}/${scope}, SignedHeaders=${names.join(';')}, Signature=${hmac(key, text).toString('hex')}`;
  // The host goes with every request by itself.
  return { ...headers, 'x-amz-content-sha256': EMPTY_SHA256, 'x-amz-date': at, authorization };
}
