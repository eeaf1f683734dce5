import { matchesGlob, posix } from 'node:path';

const LINK = /href\s*=\s*["']([^"'<>\s]+)["']/gi;

const nameIn = (url: string): string => {
  const name = posix.basename(new URL(url).pathname);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

/** The addresses on a page whose name fits a pattern and that lie below the page, each once, in the order of their names. */
export function linksOn(page: string, url: string, files: string): string[] {
  const below = new URL('.', url).href;
  const found = [...page.matchAll(LINK)]
    .map(([, link = '']) => link.replaceAll('&amp;', '&'))
    .filter((link) => URL.canParse(link, url))
    .map((link) => new URL(link, url))
    .map((link) => `${link.origin}${link.pathname}${link.search}`)
    .filter((link) => link.startsWith(below) && !link.endsWith('/') && matchesGlob(nameIn(link), files));
  return [...new Set(found)].sort();
}

/** The folders and the name of an address, as people read them. */
export const pathOf = (url: string): string => `${new URL(url).host}${posix.dirname(new URL(url).pathname)}/${nameIn(url)}`;
