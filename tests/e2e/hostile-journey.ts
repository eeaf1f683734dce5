import type { Page, Route } from 'playwright-core';

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
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy="true"]') === null, undefined, { timeout: 60_000 });
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

/** What whoever opens this browser, or takes the files of the page, finds of secrets and of figures: each finding is a sentence. */
export async function leftBehind(page: Page, address: string): Promise<readonly string[]> {
  const stored = await page.evaluate(() => [...Object.entries(localStorage), ...Object.entries(sessionStorage)]);
  const strange = stored.filter(([name, text]) => !name.startsWith('evenhand.') || text.length > 200);
  const secrets = (await page.context().cookies()).map(({ value }) => value);
  const texts = new Map<string, string>();
  const wanted = [...(await (await page.request.get(address)).text()).matchAll(/(?:src|href)="([\w-]+\.(?:js|css))"/g)].map(
    ([, name = '']) => name,
  );
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (texts.has(name)) continue;
    const text = await (await page.request.get(`${address}/${name}`)).text();
    texts.set(name, text);
    wanted.push(...[...text.matchAll(/["'`]\.\/([\w-]+\.js)["'`]/g)].map(([, next = '']) => next));
  }
  const maps = await page.request.get(`${address}/${[...texts.keys()].find((name) => name.startsWith('main-')) ?? ''}.map`);
  const all = [...texts].map(([name, text]) => ({ name, text }));
  return [
    ...strange.map(([name]) => `the storage holds ${name}`),
    ...(page.url().includes('token') ? ['the address holds a token'] : []),
    ...all.filter(({ text }) => text.includes('sourceMappingURL')).map(({ name }) => `${name} names its source`),
    ...all
      .filter(({ text }) => /Phường|Đống Đa|BEGIN [A-Z ]*PRIVATE KEY/.test(text) || secrets.some((secret) => text.includes(secret)))
      .map(({ name }) => `${name} holds data`),
    ...(maps.status() === 404 ? [] : ['there is a map of the sources']),
    ...(texts.size > 20 ? [] : [`only ${texts.size} files were found`]),
  ];
}
