import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FileServer, type ServedFile } from '../fetched/file-server';

const PAGE = 2;
export const ACCESS = 'access-of-a-test';
export const SECRET = 'secret-of-a-test';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const strict = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** Signs the request as it arrived, with what its own header says was signed, and compares. */
function isSigned({ method = '', headers, url = '' }: IncomingMessage): boolean {
  const header =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, access, day = '', region = '', names = '', signature] = header.exec(headers.authorization ?? '') ?? [];
  const [path = '', query = ''] = url.split('?');
  const pairs = query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', value = ''] = pair.split('=').map((text) => decodeURIComponent(text.replaceAll('+', ' ')));
      return `${strict(name)}=${strict(value)}`;
    });
  const lines = names.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  const request = [method, path, pairs.sort().join('&'), lines.join(''), names, String(headers['x-amz-content-sha256'])].join('\n');
  const text = `AWS4-HMAC-SHA256\n${String(headers['x-amz-date'])}\n${day}/${region}/s3/aws4_request\n${sha256(request)}`;
  let key: Buffer | string = `AWS4${SECRET}`;
  for (const part of [day, region, 's3', 'aws4_request']) key = createHmac('sha256', key).update(part).digest();
  return access === ACCESS && signature === createHmac('sha256', key).update(text).digest('hex');
}

const keysOf = (files: ReadonlyMap<string, ServedFile>, bucket: string, prefix: string): [string, ServedFile][] =>
  [...files]
    .map(([path, file]): [string, ServedFile] => [decodeURIComponent(path).slice(`/${bucket}/`.length), file])
    .filter(([key]) => key.startsWith(prefix))
    .sort();

function listing(files: ReadonlyMap<string, ServedFile>, url: URL): ServedFile {
  const { searchParams: query, pathname } = url;
  const keys = keysOf(files, pathname.slice(1).replace(/\/$/, ''), query.get('prefix') ?? '');
  const from = Number(query.get('continuation-token') ?? 0);
  const isEncoded = query.get('encoding-type') === 'url';
  const contents = keys.slice(from, from + PAGE).map(([key, { body, headers = {} }]) => {
    const name = isEncoded ? strict(key).replaceAll('%2F', '/').replaceAll('%20', '+') : key.replaceAll('&', '&amp;');
    return `<Contents><Key>${name}</Key><LastModified>2026-10-05T01:00:00.000Z</LastModified><ETag>${(headers['etag'] ?? '').replaceAll('"', '&quot;')}</ETag><Size>${body.length}</Size></Contents>`;
  });
  const isCut = from + PAGE < keys.length;
  const rest = isCut ? `<NextContinuationToken>${from + PAGE}</NextContinuationToken>` : '';
  return {
    body: Buffer.from(
      `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${isEncoded ? '<EncodingType>url</EncodingType>' : ''}<IsTruncated>${isCut}</IsTruncated>${rest}${contents.join('')}</ListBucketResult>`,
    ),
    headers: { 'content-type': 'application/xml' },
  };
}

/** An object store on this machine for tests: one bucket, lists of two, and only for who signs correctly. */
export class ScratchStore {
  readonly server: FileServer = new FileServer((request, url) => {
    if (!isSigned(request)) return 403;
    if (url.searchParams.has('list-type')) return url.pathname.startsWith('/queue-logs') ? listing(this.server.files, url) : 404;
    return this.server.files.get(url.pathname);
  });

  put(key: string, body: Buffer, file: Partial<ServedFile> = {}): void {
    const path = `/queue-logs/${key.split('/').map(strict).join('/')}`;
    this.server.files.set(path, {
      body,
      headers: { etag: `"${createHash('md5').update(body).digest('hex')}"`, 'last-modified': 'Mon, 05 Oct 2026 01:00:00 GMT' },
      ...file,
    });
  }
}
