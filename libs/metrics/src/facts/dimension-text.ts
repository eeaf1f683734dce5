import { because, type Dimension, InvalidQuery, isDay } from '@evenhand/domain';

/** How the values of a dimension are kept in the engine. */
export type KeyType = 'String' | 'UInt8' | 'Date';

export const keyTypeOf = (dimension: Dimension): KeyType => {
  if (dimension === 'weekday' || dimension === 'half_hour') return 'UInt8';
  return dimension === 'day' || dimension === 'week' || dimension === 'month' ? 'Date' : 'String';
};

const clock = (halfHours: number): string => `${String(Math.floor(halfHours / 2)).padStart(2, '0')}:${halfHours % 2 === 0 ? '00' : '30'}`;

/** The text of a key as answers show it; `null` where the source did not say. */
export function textOfKey(dimension: Dimension, key: unknown): string | null {
  if (key === null || key === undefined || key === '') return null;
  return dimension === 'half_hour' ? clock(Number(key)) : String(key);
}

const FORMS: Readonly<Partial<Record<Dimension, { readonly fits: (text: string) => boolean; readonly hint: string }>>> = {
  weekday: { fits: (text) => /^[1-7]$/.test(text), hint: 'write 1 for Monday … 7 for Sunday' },
  half_hour: { fits: (text) => /^([01]\d|2[0-3]):(00|30)$/.test(text), hint: 'write its start as HH:00 or HH:30' },
  day: { fits: isDay, hint: 'write a day as YYYY-MM-DD' },
  week: { fits: isDay, hint: 'write its first day as YYYY-MM-DD' },
  month: { fits: isDay, hint: 'write its first day as YYYY-MM-DD' },
};

/** The key that a filter's text means. Throws {@link InvalidQuery}. An empty text means "the source did not say". */
export function keyFromText(dimension: Dimension, text: string): string | number {
  const form = FORMS[dimension];
  if (form && !form.fits(text))
    throw new InvalidQuery(
      `where.${dimension}`,
      `"${text}" is no ${dimension.replace('_', '-')}; ${form.hint}.`,
      because('not_of_dimension', { value: text, dimension }),
    );
  if (dimension === 'half_hour') return Number(text.slice(0, 2)) * 2 + (text.endsWith('30') ? 1 : 0);
  return dimension === 'weekday' ? Number(text) : text;
}
