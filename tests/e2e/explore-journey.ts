import type { Page } from 'playwright-core';
import { settled } from '../product/browser';

const OCTOBER = 'from=2026-10-01&to=2026-11-01';

const rowsOf = (page: Page, table: string): Promise<(string | null)[]> =>
  page.locator(`#${table} tbody tr[data-row]`).evaluateAll((rows) => rows.slice(0, 8).map((row) => row.getAttribute('data-row')));
const headOf = (page: Page, table: string, place: number) => page.locator(`#${table} thead eh-column-head button`).nth(place);

async function open(page: Page, address: string, table: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector(`#${table} tbody tr[data-row]`);
  await settled(page);
}

/** What the table of points showed on the way to a point and back. */
export interface TableSeen {
  /** Names found by typing without diacritics. */
  readonly found: readonly string[];
  readonly sort: string | null;
  readonly sorted: readonly (string | null)[];
  readonly reloaded: readonly (string | null)[];
  readonly back: readonly (string | null)[];
  /** How far the box and the page were scrolled before the point was opened, and after coming back. */
  readonly scrolled: readonly [number, number];
  readonly scrolledBack: readonly [number, number];
}

const scrolledIn = (page: Page): Promise<[number, number]> =>
  page.evaluate(() => [document.querySelector('[data-scroll="points"]')?.scrollTop ?? -1, scrollY]);

/** Searches without diacritics, sorts by two columns, reloads, opens a point and comes back. */
export async function searchSortAndReturn(page: Page, url: string): Promise<TableSeen> {
  await open(page, `${url}/points?${OCTOBER}`, 'points');
  await page.getByPlaceholder('Tìm điểm…').fill('dong da');
  await page.waitForFunction(() => document.querySelectorAll('#points tbody tr[data-row]').length < 30);
  const found = await page.locator('#points tbody .name').allTextContents();
  await page.getByPlaceholder('Tìm điểm…').fill('');
  await headOf(page, 'points', 5).click();
  await headOf(page, 'points', 0).click({ modifiers: ['Shift'] });
  await page.waitForURL(/sort=[^&]*(,|%2C)name/);
  const sorted = await rowsOf(page, 'points');
  const sort = new URL(page.url()).searchParams.get('sort');
  await page.reload();
  await page.waitForSelector('#points tbody tr[data-row]');
  await settled(page);
  const reloaded = await rowsOf(page, 'points');
  await page.evaluate(() => {
    scrollTo(0, 120);
    document.querySelector('[data-scroll="points"]')?.scrollTo(0, 1600);
  });
  const link = page.locator('#points tbody tr[aria-rowindex="43"] a.name');
  await link.scrollIntoViewIfNeeded();
  const scrolled = await scrolledIn(page);
  await link.click();
  await page.waitForURL(/\/points\/\w+/);
  await page.waitForSelector('main h1');
  await page.goBack();
  await page.waitForSelector('#points tbody tr[data-row]');
  await settled(page);
  await page.waitForFunction(() => (document.querySelector('[data-scroll="points"]')?.scrollTop ?? 0) > 0);
  const scrolledBack = await scrolledIn(page);
  await page.evaluate(() => document.querySelector('[data-scroll="points"]')?.scrollTo(0, 0));
  await page.waitForFunction(() => document.querySelector('#points tbody tr[aria-rowindex="3"]') !== null);
  return { found, sort, sorted, reloaded, back: await rowsOf(page, 'points'), scrolled, scrolledBack };
}

/** Points held side by side. */
export interface BesideSeen {
  readonly names: readonly string[];
  readonly lines: number;
  readonly shared: readonly string[];
}

const besideNames = async (page: Page): Promise<string[]> =>
  (await page.locator('#beside thead th').allTextContents()).map((name) => name.replace(/\s+/g, ' ').trim());

/** Pins three points, holds them side by side, and opens the link on a fresh page. */
export async function pinAndCompare(page: Page, url: string, other: Page): Promise<BesideSeen> {
  await open(page, `${url}/points?${OCTOBER}`, 'points');
  for (const pinned of [1, 2, 3]) {
    await page.locator('#points tbody tr:not(.is-pinned)[data-row] .pin button').nth(pinned).click();
    await page.waitForFunction((count) => document.querySelectorAll('#points tr.is-pinned').length === count, pinned);
  }
  await page.locator('#beside-toggle').click();
  await page.waitForSelector('#beside');
  const names = await besideNames(page);
  const lines = await page.locator('#beside tbody tr').count();
  await other.goto(page.url());
  await other.waitForSelector('#beside');
  await settled(other);
  return { names, lines, shared: await besideNames(other) };
}

/** What an explored question showed here and to whoever opened its link. */
export interface ExploredSeen {
  readonly query: string;
  readonly here: readonly string[];
  readonly there: readonly string[];
  /** The breakdown that the measure does not know, and whether it can be chosen. */
  readonly isClosed: boolean;
  readonly caption: string;
  /** The n of the first row, and how many cases its link lists. */
  readonly counted: string;
  readonly listed: string;
}

const cellsOf = (page: Page): Promise<string[]> =>
  page
    .locator('#explored tbody tr[data-row]')
    .evaluateAll((rows) => rows.map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim()));

/** Asks for a measure by branch against the period before, shares the link, and opens the cases behind the first figure. */
export async function exploreAndShare(page: Page, url: string, other: Page): Promise<ExploredSeen> {
  await open(page, `${url}/explore?${OCTOBER}`, 'explored');
  await page.locator('#measure').click();
  await page.getByPlaceholder('Tìm số liệu…').fill('ty le dung han');
  await page.locator('.picker .menu-item').first().click();
  await page.waitForURL(/measure=on_time_rate/);
  await page.getByRole('button', { name: /^So với/ }).click();
  await page.getByRole('menuitemradio', { name: 'Kỳ trước' }).click();
  await page.waitForURL(/against=previous/);
  await page.getByRole('button', { name: /^Tách theo/ }).click();
  const isClosed = await page
    .getByRole('menuitemradio', { name: /^Quầy/ })
    .evaluate((item) => item.getAttribute('aria-disabled') === 'true' || item.hasAttribute('disabled'));
  await page.keyboard.press('Escape');
  await settled(page);
  const here = await cellsOf(page);
  const caption = ((await page.locator('eh-panel .caption').first().textContent()) ?? '').trim();
  const { search } = new URL(page.url());
  await other.goto(page.url());
  await other.waitForSelector('#explored tbody tr[data-row]');
  await settled(other);
  const there = await cellsOf(other);
  const first = page.locator('#explored tbody tr[data-row]').first();
  const counted = ((await first.locator('td.number').nth(1).textContent()) ?? '').replace(/\D/g, '');
  await first.locator('td.number a').first().click();
  await page.waitForSelector('#rows');
  const listed = (await page.locator('#rows').getAttribute('data-total')) ?? '';
  return { query: search, here, there, isClosed, caption, counted, listed };
}

/** A screen that was kept, opened, thrown away and brought back. */
export interface ViewSeen {
  readonly opened: string;
  readonly afterDeletion: number;
  readonly afterUndo: number;
  /** Where the product begins while the view is the start page. */
  readonly home: string;
}

/** Keeps a screen under a name with markup in it, begins with it, opens it from another page, deletes it and takes that back. */
export async function keepAView(page: Page, url: string, name: string): Promise<ViewSeen> {
  await open(page, `${url}/points?${OCTOBER}&sort=-tickets`, 'points');
  await page.locator('#views').click();
  await page.locator('#view-name').fill(name);
  await page.keyboard.press('Enter');
  const entry = page.locator('eh-view-entry').filter({ hasText: name });
  await entry.waitFor();
  await entry.locator('button').nth(1).click();
  await entry.getByRole('button', { name: 'Đặt làm trang mở đầu' }).click();
  await entry.getByText('Trang mở đầu', { exact: true }).waitFor();
  await page.goto(`${url}/`);
  await page.waitForSelector('#points tbody tr[data-row]');
  const home = page.url().slice(url.length);
  await open(page, `${url}/explore?${OCTOBER}`, 'explored');
  await page.locator('#views').click();
  await entry.locator('a.open').click();
  await page.waitForSelector('#points tbody tr[data-row]');
  const opened = page.url().slice(url.length);
  await page.locator('#views').click();
  await entry.locator('button').nth(1).click();
  await entry.getByRole('button', { name: 'Xóa' }).click();
  await entry.waitFor({ state: 'detached' });
  const afterDeletion = await entry.count();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await entry.waitFor();
  const afterUndo = await entry.count();
  await page.keyboard.press('Escape');
  return { opened, afterDeletion, afterUndo, home };
}

/** How long the page was not free while several hundred rows were sorted. */
export interface SortCost {
  readonly rows: number;
  readonly drawn: number;
  /** The longest task of more than 50 ms of each round of sorts, in milliseconds; 0 where there was none. */
  readonly longest: readonly number[];
}

/**
 * Sorts the officers of the city by their columns, five times a round, and watches for long tasks. Other work of the machine
 * lengthens tasks, so that the quietest round counts. For whoever may see officers.
 */
export async function sortManyRows(page: Page, url: string): Promise<SortCost> {
  await open(page, `${url}/explore?${OCTOBER}&measure=tickets&by=agent`, 'explored');
  await page.evaluate(() => {
    const seen: number[] = [];
    new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    Object.assign(globalThis, { longTasks: seen });
  });
  const longest: number[] = [];
  for (const round of [1, 2, 3]) {
    await page.evaluate(() => void (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0));
    for (const place of [0, 1, 2, 0, round % 2]) {
      await headOf(page, 'explored', place).click();
      await page.waitForTimeout(120);
    }
    const tasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
    longest.push(Math.round(Math.max(0, ...tasks)));
  }
  const rows = Number(await page.locator('#explored').getAttribute('aria-rowcount')) - 2;
  return { rows, drawn: await page.locator('#explored tbody tr[data-row]').count(), longest };
}
