import type { Journey } from './city-journey';

/** Rows of a table on the screen and on paper. */
export interface Printed {
  readonly onScreen: number;
  readonly onPaper: number;
}

/** Prints the table of all points, of which the screen draws those in view. */
export async function printPoints({ view: { page }, open }: Journey, path: string): Promise<Printed> {
  await open(path);
  const rows = page.locator('#points tbody tr[data-row]');
  const onScreen = await rows.count();
  await page.evaluate(() => {
    addEventListener('afterprint', () => {
      document.body.dataset['printed'] = String(document.querySelectorAll('#points tbody tr[data-row]').length);
    });
  });
  await page.pdf({ preferCSSPageSize: true });
  await page.waitForSelector('body[data-printed]');
  return { onScreen, onPaper: Number(await page.locator('body').getAttribute('data-printed')) };
}

/** What is pointed at: a point in the ranking and its tile, a week in a card and in how many cards. */
export interface PointedAt {
  readonly row: string | null;
  readonly tile: string | null;
  readonly tileInHand: string | null;
  readonly rowMarked: string | null;
  readonly weeks: number;
}

/** Points at a row, at a tile and at a week of a card. */
export async function pointAlong({ view: { page }, open }: Journey, path: string): Promise<PointedAt> {
  await open(path);
  const [row, other] = [page.locator('#ranking tbody tr[data-row]').nth(1), page.locator('#ranking tbody tr[data-row]').nth(3)];
  await row.hover();
  const tile = await page.locator('eh-tile-map .pointed').getAttribute('data-code');
  const tileInHand = await other.getAttribute('data-row');
  await page.locator(`eh-tile-map [data-code="${tileInHand ?? ''}"]`).hover();
  const rowMarked = await page.locator('#ranking tr.is-pointed').getAttribute('data-row');
  await page.locator('eh-kpi-card eh-sparkline').first().hover();
  await page.waitForSelector('eh-sparkline .here', { state: 'attached' });
  return { row: await row.getAttribute('data-row'), tile, tileInHand, rowMarked, weeks: await page.locator('eh-sparkline .here').count() };
}
