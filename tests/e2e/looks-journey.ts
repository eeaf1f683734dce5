import type { Browser, Page } from 'playwright-core';
import { openPage, settled } from '../product/browser';
import { openAs, type Reader } from '../product/signed-in';

/** Who looks at a page: somebody who has not signed in, a reader of the simulated city, or whoever reads its data folder. */
type Looker = Reader | 'nobody' | 'owner';

/** The pages that are not a leader's. */
const OTHERS: readonly (readonly [Looker, string])[] = [
  ['nobody', '/sign-in'],
  ['auditor', '/audit'],
  ['owner', '/administration'],
];

interface Looking {
  readonly browser: Browser;
  readonly url: string;
  /** The headers by which whoever reads the data folder asks. */
  readonly headers: Readonly<Record<string, string>>;
  readonly findingsOn: (page: Page) => Promise<readonly string[]>;
}

async function pageOf(looker: Looker, { browser, url, headers }: Looking): Promise<Page> {
  if (looker !== 'nobody' && looker !== 'owner') return (await openAs(looker, browser, url)).page;
  const { page } = await openPage(browser);
  if (looker === 'owner') await page.context().setExtraHTTPHeaders(headers);
  return page;
}

/** What is wrong with a page on a narrow screen and in both themes. */
async function troublesOf(page: Page, path: string, { url, findingsOn }: Looking): Promise<readonly string[]> {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${url}${path}`);
  await page.waitForSelector('h1');
  await settled(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const troubles = width > 360 ? [`${path} is ${width} px wide on a screen of 360`] : [];
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    troubles.push(...(await findingsOn(page)).map((finding) => `${path} ${theme}: ${finding}`));
  }
  return troubles;
}

/** What is wrong with the pages that are not a leader's; empty where nothing is. */
export async function lookAtOtherPages(looking: Looking): Promise<readonly string[]> {
  const troubles: string[] = [];
  for (const [looker, path] of OTHERS) {
    const page = await pageOf(looker, looking);
    troubles.push(...(await troublesOf(page, path, looking)));
    await page.context().close();
  }
  return troubles;
}

/** What is there twice as large, in the space that is left: text that reaches beyond the page makes it wider. */
export async function widthAtTwiceTheSize(page: Page, url: string): Promise<number> {
  await page.setViewportSize({ width: 720, height: 500 });
  await page.goto(url);
  await page.waitForSelector('h1');
  await settled(page);
  return page.evaluate(() => document.documentElement.scrollWidth);
}

/** What the header on paper says, and whether the code of the address is there. */
export async function onPaper(page: Page): Promise<{ readonly known: string; readonly hasCode: boolean }> {
  await page.waitForSelector('eh-page-qr path', { state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  const known = (await page.locator('.top .known').textContent()) ?? '';
  const hasCode = await page.locator('eh-page-qr svg').isVisible();
  await page.emulateMedia({ media: 'screen' });
  return { known, hasCode };
}
