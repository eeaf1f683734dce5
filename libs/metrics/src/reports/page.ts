import { because, InvalidQuery } from '@evenhand/domain';

const MOST_ROWS = 500;

/** Checks which page is wanted. Throws {@link InvalidQuery}. */
export function checkPage({ page, size }: { readonly page: number; readonly size: number }): void {
  if (!Number.isInteger(page) || page < 1)
    throw new InvalidQuery('page', `"${page}" is no page; the first page is 1.`, because('no_page', { value: page }));
  if (!Number.isInteger(size) || size < 1 || size > MOST_ROWS)
    throw new InvalidQuery(
      'size',
      `"${size}" is no size of a page; ask for 1 to ${MOST_ROWS} rows.`,
      because('no_page_size', { value: size, most: MOST_ROWS }),
    );
}
