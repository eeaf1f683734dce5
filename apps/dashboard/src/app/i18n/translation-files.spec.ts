import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const app = join(__dirname, '..');
const textsIn = (language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(__dirname, `../../../public/i18n/${language}.json`), 'utf8')) as Record<string, string>;
const vi = textsIn('vi');
const en = textsIn('en');

const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|html)$/.test(file) && !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(join(app, file), 'utf8'))
  .join('\n');

const namespaces = [...new Set(Object.keys(vi).map((key) => key.split('.')[0] ?? ''))];
const named = new RegExp(`['\`]((?:${namespaces.join('|')})\\.[a-z0-9_]+)['\`](?! \\+)`, 'g');
/** Keys in full, as `'city.title'`. */
const literal = new Set([...sources.matchAll(named)].map((match) => match[1] ?? ''));
/** Beginnings of keys whose end is a code, as `` `verdict.${…}` `` or `'verdict.' + …`. */
const open = new Set([...sources.matchAll(/['`]([a-z_]+\.[a-z_]*)(?:\$\{|' \+)/g)].map((match) => match[1] ?? ''));

const placeholders = (text: string): string =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map((match) => match[1])
    .sort()
    .join();

describe('the texts of the interface', () => {
  it('have the same keys in Vietnamese and in English', () => {
    expect(Object.keys(en)).toEqual(Object.keys(vi));
  });

  it('fill the same places in both languages', () => {
    expect(Object.keys(vi).filter((key) => placeholders(vi[key] ?? '') !== placeholders(en[key] ?? ''))).toEqual([]);
  });

  it('have no key that nothing shows', () => {
    const isShown = (key: string): boolean => literal.has(key) || [...open].some((beginning) => key.startsWith(beginning));
    expect(Object.keys(vi).filter((key) => !isShown(key))).toEqual([]);
  });

  it('have every key that a component or a page names', () => {
    expect([...literal].filter((key) => !(key in vi))).toEqual([]);
  });

  it('have at least one key for each beginning that a code completes', () => {
    expect(
      [...open].filter(
        (beginning) => namespaces.includes(beginning.split('.')[0] ?? '') && !Object.keys(vi).some((key) => key.startsWith(beginning)),
      ),
    ).toEqual([]);
  });

  it('are in composed form (NFC), so that the same word is the same text', () => {
    expect(Object.entries(vi).filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
  });

  it('say every metric by the catalogue, never by themselves', () => {
    expect(Object.keys(vi).filter((key) => key.startsWith('metric.'))).toEqual([]);
  });
});
