/** Names of a download: one that any system can read, and one that people write. */
export interface FileName {
  readonly ascii: string;
  readonly full: string;
}

const LONGEST = 60;
/** A name that Windows keeps for a device. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

const withoutMarks = (text: string): string => text.replaceAll('đ', 'd').replaceAll('Đ', 'D').normalize('NFD').replace(/\p{M}/gu, '');

const tidy = (text: string): string => {
  const whole = text
    .replace(/-{2,}/g, '-')
    .replace(/^[-.]+/, '')
    .slice(0, LONGEST)
    .replace(/[-.]+$/, '');
  return DEVICE.test(whole) ? `${whole}-1` : whole;
};

const asciiPart = (text: string): string => tidy(withoutMarks(text).replace(/[^A-Za-z0-9.-]+/g, '-'));
// Letters, digits and marks of any script; never a control sign, a part of a path or a quote.
const fullPart = (text: string): string => tidy(text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}.-]+/gu, '-'));

/** `20261031_thanh-pho-ha-noi_bieu-ii-06.pdf`, made safe: `day_scope_report.extension`. */
export function fileName({ day, scope, report, extension }: Readonly<Record<'day' | 'scope' | 'report' | 'extension', string>>): FileName {
  const named = (part: (text: string) => string): string => {
    const parts = [day.replaceAll('-', ''), scope, report].map((text) => part(text)).filter((text) => text !== '');
    return `${parts.join('_')}.${extension}`;
  };
  return { ascii: named((text) => asciiPart(text).toLowerCase()), full: named(fullPart) };
}

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The header that offers a file under both names (RFC 6266, RFC 8187). */
export const contentDisposition = ({ ascii, full }: FileName): string =>
  `attachment; filename="${ascii}"; filename*=UTF-8''${encoded(full)}`;
