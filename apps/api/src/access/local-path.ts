const ANYWHERE = 'http://evenhand.invalid';
// A browser reads a backslash as a slash and drops tabs and line ends before it looks where an address leads.
const PATH = /^\/(?![/\\])[^\\\p{Cc}]*$/u;

/** A path of this product, or its first page: never an address elsewhere. */
export function localPath(text: string): string {
  if (!PATH.test(text)) return '/';
  const url = URL.parse(text, ANYWHERE);
  return url?.origin === ANYWHERE ? `${url.pathname}${url.search}${url.hash}` : '/';
}
