import { readXml } from '../../source/convert/read-xml';
import { SourceProblem } from '../../source/source-problem';
import { fetchText, type FileRequest } from '../fetched/fetch-file';

/** An object as the list of its bucket tells it. */
export interface ListedObject {
  readonly key: string;
  readonly tag: string;
  readonly size: number;
}

interface ListPage {
  readonly objects: readonly ListedObject[];
  /** Asks for the next page; undefined on the last. */
  readonly next: string | undefined;
}

const plain = (text: string, isEncoded: boolean): string => (isEncoded ? decodeURIComponent(text.replaceAll('+', ' ')) : text);

async function pageOf(called: string, xml: string): Promise<ListPage> {
  const fields: string[] = [];
  const found: Record<string, string>[] = [];
  const page: Record<string, string> = {};
  async function* pieces(): AsyncGenerator<Buffer> {
    yield Buffer.from(xml);
  }
  await readXml(
    { called, pieces: pieces() },
    {
      open(name) {
        if (fields.length === 0 && name !== 'ListBucketResult')
          throw new SourceProblem(`${called} is no object store: it answers with <${name}>.`);
        fields.push(name);
        if (name === 'Contents') found.push({});
      },
      close: () => void fields.pop(),
      text(text) {
        const field = fields.at(-1) ?? '';
        const owner = fields.at(-2) === 'Contents' ? found.at(-1) : fields.length === 2 ? page : undefined;
        if (owner) owner[field] = (owner[field] ?? '') + text;
      },
    },
  );
  const isEncoded = page['EncodingType'] === 'url';
  const objects = found.map(({ Key: key = '', ETag: tag = '', Size: size = '0' }) => ({
    key: plain(key, isEncoded),
    tag,
    size: Number(size),
  }));
  return { objects, next: page['IsTruncated'] === 'true' ? page['NextContinuationToken'] : undefined };
}

/** All objects of a bucket whose key begins with a prefix. Throws {@link SourceProblem}. */
export async function listObjects(bucket: string, prefix: string, request: (url: string) => FileRequest): Promise<ListedObject[]> {
  const objects: ListedObject[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const query = new URLSearchParams({
      'list-type': '2',
      'encoding-type': 'url',
      prefix,
      ...(next === '' ? {} : { 'continuation-token': next }),
    });
    const page: ListPage = await pageOf(bucket, await fetchText(request(`${bucket}?${query}`)));
    objects.push(...page.objects);
    next = page.next;
  }
  return objects;
}
