import type { Page } from 'playwright-core';
import { settled } from '../product/browser';

const OCTOBER = 'from=2026-10-01&to=2026-11-01';

/** What a manager finds on the page of what to do. */
export interface Overload {
  /** The point whose morning jams, and the half-hours that the list names. */
  readonly point: string;
  readonly since: string;
  /** What the half-hour at nine shows of it: % of the staffed time. */
  readonly atNine: number;
  /** Who could lend, and what it would change. */
  readonly lender: string;
  readonly effect: string;
}

const textOf = async (page: Page, selector: string): Promise<string> =>
  ((await page.locator(selector).first().textContent()) ?? '').replace(/\s+/g, ' ').trim();

/** From the first jam of the list to nine o'clock on the heat map, to who could lend somebody and what that does. */
export async function findOverload(page: Page, url: string): Promise<Overload> {
  await page.goto(`${url}/act?${OCTOBER}&kind=jam`);
  await settled(page);
  await page.waitForSelector('#urgent [data-kind="jam"]');
  const first = page.locator('#urgent [data-kind="jam"]').first();
  const code = (await first.getAttribute('data-point')) ?? '';
  const since = await textOf(page, '#urgent [data-kind="jam"] .since');
  const heads = await page.locator('#load thead th').evaluateAll((all) => all.map((head) => (head.textContent ?? '').trim()));
  await page.locator('#load thead button', { hasText: '09:00' }).click();
  await page.waitForURL(/slot=09:00|slot=09%3A00/);
  const nine = page.locator(`#load tr[data-point="${code}"] > *`).nth(heads.indexOf('09:00'));
  await page.waitForSelector('#lending .lend a');
  await page.waitForSelector('#lending .effect');
  return {
    point: await textOf(page, `#urgent [data-point="${code}"] .name`),
    since,
    atNine: Number(((await nine.textContent()) ?? '').trim()),
    lender: await textOf(page, '#lending .lend a'),
    effect: await textOf(page, '#lending .effect'),
  };
}

/** A figure that was clicked, and how many rows stood behind it. */
export interface Clicked {
  readonly shown: number;
  readonly rows: number;
}

const numberIn = (text: string): number => Number(text.replace(/[^\d]/g, ''));

const rowsShown = async (page: Page): Promise<number> => {
  await page.waitForURL(/\/rows\?/);
  await page.waitForSelector('#rows');
  return Number(await page.locator('#rows').getAttribute('data-total'));
};

/** The figures of a point that are plain counts, each with the number of its rows: the first is clicked, the links of the others opened. */
export async function countsAndRows(page: Page, url: string, code: string, selectors: readonly string[]): Promise<readonly Clicked[]> {
  await page.goto(`${url}/points/${code}?${OCTOBER}`);
  const links: { readonly shown: number; readonly href: string }[] = [];
  for (const selector of selectors) {
    const figure = page.locator(selector).first();
    await figure.waitFor();
    links.push({ shown: numberIn((await figure.textContent()) ?? ''), href: (await figure.getAttribute('href')) ?? '' });
  }
  await page
    .locator(selectors[0] ?? '')
    .first()
    .click();
  const clicked: Clicked[] = [];
  for (const [index, { shown, href }] of links.entries()) {
    if (index > 0) await page.goto(`${url}${href}`);
    clicked.push({ shown, rows: await rowsShown(page) });
  }
  return clicked;
}
