import type { Page } from 'playwright-core';
import type { Journey } from './city-journey';

const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** What keys did on the way. */
export interface KeysDone {
  /** The point that a search without marks led to. */
  readonly found: string;
  readonly standards: string;
  readonly month: string | null;
  readonly focused: string;
  /** Tables that stand in place of charts before and after the key. */
  readonly tables: readonly [number, number];
  /** What typing the keys into a box did: the address before and after. */
  readonly typed: readonly [string, string];
  /** Whether a key still changed the theme once keys were switched off. */
  readonly isDeaf: boolean;
}

/** Goes everywhere by keys, types them into a box, and switches them off. */
export async function goByKeys({ view: { page }, open, settled }: Journey, path: string): Promise<KeysDone> {
  await open(path);
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('dong da');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/points\/\w+/);
  await settled();
  const found = ((await page.locator('h1').textContent()) ?? '').trim();
  const tablesOf = (): Promise<number> => page.locator('eh-twin-table table').count();
  await page.waitForSelector('button.twin');
  const before = await tablesOf();
  await page.keyboard.press('t');
  await page.waitForSelector('eh-twin-table table');
  const tables = [before, await tablesOf()] as const;
  await page.keyboard.press('[');
  await page.waitForURL(/from=2026-09-01/);
  const month = new URL(page.url()).searchParams.get('from');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.waitForURL(/\/standards/);
  await settled();
  const standards = pathOf(page);
  await page.keyboard.press('f');
  const focused = await page.evaluate(() => document.activeElement?.closest('eh-filter-bar')?.tagName ?? '');
  return { found, standards, month, focused, tables, typed: await typeIntoBox(page, settled), isDeaf: await switchOff(page) };
}

async function typeIntoBox(page: Page, settled: Journey['settled']): Promise<readonly [string, string]> {
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('link').click();
  await page.waitForURL(/\/help/);
  await settled();
  const before = pathOf(page);
  await page.locator('input[type="search"]').pressSequentially('gsdlt');
  await page.waitForURL(/q=gsdlt/);
  return [before, pathOf(page)];
}

async function switchOff(page: Page): Promise<boolean> {
  await page.locator('#shortcuts-on').uncheck();
  const theme = (): Promise<string | undefined> => page.evaluate(() => document.documentElement.dataset['theme']);
  const before = await theme();
  await page.locator('h1').click();
  await page.keyboard.press('d');
  const after = await theme();
  await page.locator('#shortcuts-on').check();
  return before === after;
}
