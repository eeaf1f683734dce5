import type { View } from '../product/browser';

/** What a journey walks with: a page, a way to open an address and to wait until nothing loads. */
export interface Journey {
  readonly view: View;
  readonly open: (path: string) => Promise<void>;
  readonly settled: () => Promise<unknown>;
}

/** A leader narrows the page to a unit on the map and opens its point. */
export async function fromTileToPoint({ view: { page }, open, settled }: Journey, path: string, code: string) {
  await open(path);
  await page.locator(`eh-tile-map .tile[data-code="${code}"]`).click();
  await page.waitForURL(new RegExp(`point=${code}`));
  // The ranking of before stands until the narrower one has come.
  await page.locator(`#ranking tbody tr[data-row="${code}"]:first-child`).waitFor();
  await settled();
  const first = await page.locator('#ranking tbody tr').first().getAttribute('data-row');
  const trend = (await page.locator('eh-trend-panel .note').textContent()) ?? '';
  await page.locator('eh-ward-map-panel .chosen a').click();
  await page.waitForURL(new RegExp(`/points/${code}`));
  await settled();
  return { first, trend, heading: (await page.locator('h1').textContent()) ?? '' };
}

/** Everything that the city page tells of why, when and how sure, with the ranking as a funnel after a reload. */
export async function cityToldInFull({ view: { page }, open, settled }: Journey, path: string) {
  await open(path);
  await page.locator('eh-ranking-panel eh-segmented button').nth(1).click();
  await page.waitForURL(/ranking=funnel/);
  await page.reload();
  await settled();
  await page.waitForSelector('eh-ranking-panel eh-funnel-view svg path');
  // Control charts come after the figures of the cards.
  const cards = await page.locator('eh-kpi-card').count();
  await page.waitForFunction((all) => document.querySelectorAll('eh-kpi-card eh-control-marks').length === all, cards);
  return {
    rows: await page.locator('#ranking tbody tr').count(),
    changes: await page.locator('eh-trend-panel .changes li').count(),
    marks: await page.locator('eh-kpi-card eh-control-marks').count(),
    parts: await page.locator('eh-why-panel .parts dt').count(),
    procedures: await page.locator('eh-why-panel tbody tr').count(),
    since: ((await page.locator('eh-since-panel .empty').textContent()) ?? '').trim(),
  };
}
