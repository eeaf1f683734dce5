// A browser reads a backslash as a slash and drops tabs and line ends before it looks where an address leads.
const PATH = /^\/(?![/\\])[^\\\p{Cc}]*$/u;

/** A path of this product as it is, anything else as its first page: never an address elsewhere. */
export const localPath = (text: string): string => (PATH.test(text) ? text : '/');
