import type { Page, Route } from 'playwright-core';
import { settled } from '../product/browser';

/** Names as nobody would write them, but somebody may send them. */
const HOSTILE = [
  '<img src=x onerror="globalThis.hacked=1">',
  '"><script>globalThis.hacked=1</script>',
  '{{7*7}} ${7*7} {a|b}',
  '\u202eảođ\u202c \u200f',
  'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324ạ\u0323\u0309\u0301'.repeat(6),
  'ThịtrấnrấtdàikhôngcódấucáchNghĩaĐô'.repeat(6),
  'javascript:globalThis.hacked=1',
] as const;

/** Fields of answers that hold what people wrote: names of points, branches, units and sources, comments and reasons. */
const WRITTEN = new Set([
  'name',
  'wardName',
  'wardType',
  'comment',
  'reason',
  'text',
  'detail',
  'note',
  'vi',
  'en',
  'madeBy',
  'instrument',
]);
/** The names that the questions of a page are known by are no names of anything. */
const KEPT = new Set(['answers', 'problem']);

function made(value: unknown, next: () => string): unknown {
  if (Array.isArray(value)) return value.map((item) => made(item, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const isWritten = typeof item === 'string' && item !== '' && WRITTEN.has(key) && !KEPT.has(key);
      return [key, isWritten ? `${item} ${next()}` : made(item, next)];
    }),
  );
}

/** Every name in what the server sends becomes a hostile one. */
export async function sendHostileNames(page: Page): Promise<void> {
  let count = 0;
  const next = (): string => HOSTILE[(count += 1) % HOSTILE.length] ?? '';
  await page.route('**/api/**', async (route: Route) => {
    const response = await route.fetch();
    const isJson = (response.headers()['content-type'] ?? '').includes('json');
    if (isJson && response.ok()) await route.fulfill({ response, json: made(await response.json(), next) });
    else await route.fulfill({ response });
  });
}

/** What hostile names did to a page: each finding is a sentence. */
export async function harmOn(page: Page, address: string): Promise<readonly string[]> {
  await page.goto(address);
  await page.waitForSelector('main h1');
  await settled(page);
  const found = await page.evaluate(() => ({
    hacked: 'hacked' in globalThis,
    images: document.querySelectorAll('img[src="x"], script:not([src])').length,
    links: [...document.querySelectorAll('a[href]')].filter((link) => link.getAttribute('href')?.startsWith('javascript:')).length,
    width: document.documentElement.scrollWidth - innerWidth,
  }));
  return [
    ...(found.hacked ? ['a name was executed'] : []),
    ...(found.images > 0 ? ['a name became an element'] : []),
    ...(found.links > 0 ? ['a name became a link that runs'] : []),
    ...(found.width > 0 ? [`the page scrolls sideways by ${found.width} px`] : []),
  ].map((harm) => `${new URL(address).pathname}: ${harm}`);
}

/** So many names of points in one file are a list of the city, not an example. */
const LIST = 20;
const LONGEST_STORED = 200;

/** The files of the page, with every part that they load later. */
async function filesOf(page: Page, address: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const read = async (name: string): Promise<string> => (await page.request.get(`${address}/${name}`)).text();
  const named = (text: string, as: RegExp): string[] => [...text.matchAll(as)].map(([, name = '']) => name);
  let wanted = named(await read(''), /(?:src|href)="([\w-]+\.(?:js|css))"/g);
  while (wanted.length > 0) {
    const found = await Promise.all(wanted.map(async (name) => [name, await read(name)] as const));
    for (const [name, text] of found) texts.set(name, text);
    const next = new Set(found.flatMap(([, text]) => named(text, /["'`]\.\/([\w-]+\.js)["'`]/g)));
    wanted = [...next].filter((name) => !texts.has(name));
  }
  return texts;
}

/** What whoever opens this browser, or takes the files of the page, finds of secrets and of figures: each finding is a sentence. */
export async function leftBehind(page: Page, address: string): Promise<readonly string[]> {
  const stored = await page.evaluate(() => [...Object.entries(localStorage), ...Object.entries(sessionStorage)]);
  const strange = stored.filter(([name, text]) => !name.startsWith('evenhand.') || text.length > LONGEST_STORED);
  const { points } = (await (await page.request.get(`${address}/api/points`)).json()) as {
    readonly points: readonly { readonly name: string }[];
  };
  const secrets = (await page.context().cookies()).map(({ value }) => value);
  const holdsData = (text: string): boolean =>
    secrets.some((secret) => text.includes(secret)) || points.filter(({ name }) => text.includes(name)).length > LIST;
  const files = [...(await filesOf(page, address))];
  const main = files.find(([name]) => name.startsWith('main-'))?.[0] ?? '';
  const map = await page.request.get(`${address}/${main}.map`);
  return [
    ...strange.map(([name]) => `the storage holds ${name}`),
    ...(secrets.some((secret) => page.url().includes(secret)) ? ['the address holds a secret'] : []),
    ...files.filter(([, text]) => text.includes('sourceMappingURL')).map(([name]) => `${name} names its source`),
    ...files.filter(([, text]) => holdsData(text)).map(([name]) => `${name} holds data`),
    ...(map.status() === 404 ? [] : ['there is a map of the sources']),
    ...(files.length > LIST && secrets.length > 0 && points.length > LIST ? [] : ['there was too little to look at']),
  ];
}
