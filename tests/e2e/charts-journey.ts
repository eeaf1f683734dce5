import type { Page } from 'playwright-core';
import type { Journey } from './city-journey';

const COURSE = 'eh-city-page eh-trend-panel';
const FUNNEL = 'eh-city-page eh-funnel-view eh-chart';

/** What a reader saw while drawing over charts, pointing at the map and choosing in its table. */
export interface ChartsSeen {
  /** The stretch as it is said, and whether the drawing goes back to the whole after a double click, and after keys. */
  readonly stretch: string;
  readonly isShorter: boolean;
  readonly isWhole: readonly [boolean, boolean];
  /** What the funnel says of the tile that the mouse is over. */
  readonly linked: string;
  /** The period of the address once a stretch is kept. */
  readonly period: string;
  /** The point of the address once a row of the map's table was chosen. */
  readonly chosen: string | null;
}

const boxOf = (page: Page) => page.locator(`${COURSE} eh-chart .box`);
/** The days along the foot of the course, as they are drawn. */
const days = async (page: Page): Promise<string> => {
  const texts = await boxOf(page).locator('svg text').allTextContents();
  return texts.filter((text) => /^\d\d\/\d\d$/.test(text)).join(' ');
};
const isZoomed = (page: Page, isZoomed: boolean): Promise<void> =>
  page.locator(`${COURSE} eh-zoom-bar .shown`).waitFor({ state: isZoomed ? 'visible' : 'detached' });

/** Draws a stretch over the middle of the course. */
async function drawStretch(page: Page): Promise<void> {
  await boxOf(page).scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await boxOf(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width * 0.4, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.5, y + height / 2);
  await page.mouse.move(x + width * 0.7, y + height / 2);
  await page.mouse.up();
  await isZoomed(page, true);
}

/** Comes closer on the course by mouse and keys and goes back, points at a tile, keeps a stretch, and chooses a ward in the table of the map. */
export async function zoomPointAndChoose({ view: { page }, open, settled }: Journey, path: string, tile: string): Promise<ChartsSeen> {
  await open(path);
  await boxOf(page).locator('svg text').first().waitFor({ state: 'attached' });
  const whole = await days(page);
  await drawStretch(page);
  const stretch = ((await page.locator(`${COURSE} eh-zoom-bar [role=status]`).textContent()) ?? '').trim();
  const isShorter = (await days(page)) !== whole;
  await boxOf(page).dblclick({ position: { x: 200, y: 100 } });
  await isZoomed(page, false);
  const backByMouse = await days(page);
  await boxOf(page).press('+');
  await isZoomed(page, true);
  await boxOf(page).press('Escape');
  await isZoomed(page, false);
  const backByKeys = await days(page);

  await page.locator(`eh-tile-map [data-code="${tile}"]`).hover();
  const tip = page.locator(`${FUNNEL} svg text`).filter({ hasText: /^n\s/ }).first();
  await tip.waitFor({ state: 'attached' });
  const linked = (await page.locator(`${FUNNEL} svg`).textContent()) ?? '';
  await page.mouse.move(0, 0);

  await drawStretch(page);
  await page.locator(`${COURSE} eh-zoom-bar button`).last().click();
  await page.waitForFunction((before) => location.search !== before, new URL(path, 'http://x').search);
  await settled();
  const { searchParams } = new URL(page.url());
  const period = `${searchParams.get('from')} ${searchParams.get('to')}`;
  await page.locator('eh-ward-map-panel button.twin').click();
  await page.locator('eh-ward-map-panel eh-twin-table .pick').first().click();
  await page.waitForURL(/point=/);
  await settled();
  const chosen = await page.locator('eh-ward-map-panel eh-twin-table .pick[aria-pressed=true]').textContent();
  return { stretch, isShorter, isWhole: [backByMouse === whole, backByKeys === whole], linked, period, chosen: chosen?.trim() ?? null };
}
