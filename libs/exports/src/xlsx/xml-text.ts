const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// What XML 1.0 cannot hold at all, lone surrogates included.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g; // eslint-disable-line no-control-regex
/** A spreadsheet reads `_x000D_` as a sign; written so it is read as it stands. */
const ESCAPE_LIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** The most that a cell of Excel holds. */
export const LONGEST_CELL = 32_767;

/** Text of an XML document. */
export const xmlText = (text: string): string => text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

/** Nothing to do for most cells: a million rows are written faster. */
const PLAIN = /^[^&<>"_\u0000-\u001f\ud800-\udfff\ufffe\uffff]*$/; // eslint-disable-line no-control-regex

/** Text of a cell: as long as a cell may be, and nothing in it is a code. */
export const cellXml = (text: string): string => {
  if (text.length <= LONGEST_CELL && PLAIN.test(text)) return text;
  const fitting = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
  return xmlText(fitting.replace(ESCAPE_LIKE, '_x005F_'));
};
