import type { Journey } from './city-journey';

const PANEL = 'eh-wait-ends-panel';

/** What the city page says of how waits end, once somebody has come down to it: three shares in per cent, and the finding. */
export async function howWaitsEnd({ view: { page }, open }: Journey, path: string) {
  await open(path);
  await page.locator('eh-city-page .ends').scrollIntoViewIfNeeded();
  await page.locator(`${PANEL} dd`).first().waitFor();
  const shown = await page.locator(`${PANEL} dd`).allTextContents();
  const shares = shown.map((text) => Number(/[\d,]+/.exec(text)?.[0].replace(',', '.')));
  await page.locator(`${PANEL} button[aria-pressed]`).first().click();
  await page.locator(`${PANEL} tbody tr`).first().waitFor();
  return {
    shares,
    finding: (await page.locator(PANEL).textContent()) ?? '',
    minutes: await page.locator(`${PANEL} tbody tr`).count(),
  };
}
