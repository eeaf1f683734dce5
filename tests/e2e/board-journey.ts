import type { Page } from 'playwright-core';

/** What a wallboard showed while its network came and went. */
export interface BoardSeen {
  readonly screens: readonly string[];
  /** Size of the smallest figure, in pixels. */
  readonly smallest: number;
  /** What it says of its age: with a network, without one, and when that is back. */
  readonly ages: readonly [string, string, string];
  /** The figures before the network went and while it is away. */
  readonly figures: readonly [readonly string[], readonly string[]];
}

const textsOf = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((all) => all.map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()));
const ageOf = async (page: Page): Promise<string> => (await textsOf(page, '.age'))[0] ?? '';

/** Lets a board turn, takes its network away for some minutes, and gives it back. */
export async function watchBoard(page: Page, url: string): Promise<BoardSeen> {
  await page.clock.install();
  await page.goto(`${url}/wallboard?seconds=20`);
  await page.waitForSelector('dl.figures');
  const smallest = await page
    .locator('.figure')
    .evaluateAll((all) => Math.min(...all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize))));
  const screens = await textsOf(page, 'h1');
  await page.locator('#pause').click();
  for (const turn of [1, 2]) {
    await page.clock.runFor(20_100);
    await page.waitForFunction((seen) => document.querySelector('h1')?.textContent?.trim() !== seen, screens[turn - 1]);
    screens.push(...(await textsOf(page, 'h1')));
  }
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector('dl.figures');
  const [known, before] = [await ageOf(page), await textsOf(page, '.figure')];
  await page.context().setOffline(true);
  await page.clock.runFor(240_000);
  await page.waitForFunction(() => document.querySelector('.age')?.textContent !== '');
  const [lost, after] = [await ageOf(page), await textsOf(page, '.figure')];
  await page.context().setOffline(false);
  await page.waitForFunction(() => document.querySelector('.age')?.textContent === '');
  return { screens, smallest, ages: [known, lost, await ageOf(page)], figures: [before, after] };
}
