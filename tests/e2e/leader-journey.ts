import type { Page } from 'playwright-core';
import { settled as settledOn } from '../product/browser';
import type { Journey } from './city-journey';

/** The figures of a point as they stood, without what a language writes differently. */
export interface PointSeen {
  readonly asked: string;
  readonly heading: string;
  readonly first: readonly string[];
  readonly reloaded: readonly string[];
  readonly inEnglish: readonly string[];
  readonly shared: readonly string[];
  /** Whether the query of the link says the same in the end as in the beginning. */
  readonly query: readonly [string, string];
  /** What is said to whoever cannot see the page. */
  readonly said: string;
}

const figures = (page: Page): Promise<string[]> =>
  page.locator('eh-kpi-card .value').evaluateAll((all) => all.map((one) => (one.textContent ?? '').replace(/[^\d]/g, '')));

const periodIn = (page: Page): string => {
  const { searchParams } = new URL(page.url());
  return `${searchParams.get('from')} ${searchParams.get('to')}`;
};

/** Finds who is behind on the page of unevenness, opens the first point, then reloads, switches the language and shares the link. */
export async function fromUnevennessToPoint({ view: { page }, open, settled }: Journey, path: string, other: Page): Promise<PointSeen> {
  await open(path);
  const behind = page.locator('eh-behind-panel tbody a.name').first();
  await behind.waitFor();
  const asked = ((await behind.textContent()) ?? '').trim();
  const before = periodIn(page);
  await behind.click();
  await page.waitForURL(/\/points\/\w+/);
  await page.waitForSelector('eh-kpi-card .value');
  await settled();
  const heading = ((await page.locator('h1').textContent()) ?? '').trim();
  const first = await figures(page);
  const said = ((await page.locator('#updated').textContent()) ?? '').trim();
  await page.reload();
  await page.waitForSelector('eh-kpi-card .value');
  await settled();
  const reloaded = await figures(page);
  await page.keyboard.press('l');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await settled();
  const inEnglish = await figures(page);
  await other.goto(page.url());
  await other.waitForSelector('eh-kpi-card .value');
  await settledOn(other);
  const shared = await figures(other);
  const query = [before, periodIn(page)] as const;
  await page.keyboard.press('l');
  await page.waitForFunction(() => document.documentElement.lang === 'vi');
  return { asked, heading, first, reloaded, inEnglish, shared, query, said };
}
