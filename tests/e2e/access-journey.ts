import type { Browser, Page } from 'playwright-core';
import { openPage, settled } from '../product/browser';

/** What everybody who is invited here signs in with. */
export const PASSWORD = 'một câu chỉ mình tôi biết';

const pathIn = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return `${pathname}${search}`;
};
const arrived = (page: Page): Promise<unknown> => page.waitForSelector('eh-shell main h1');

/** Opens the product without being signed in, and becomes the leader by one click. */
export async function becomeLeader(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForURL(/\/sign-in/);
  await page.locator('[data-reader="leader"]').click();
  await arrived(page);
}

/** What somebody sees whose session ended while they looked at an address. */
export interface Returned {
  /** Where they were sent, and where they are after signing in again. */
  readonly sentTo: string;
  readonly backAt: string;
}

/** Loses the session, opens an address, signs in again. */
export async function returnAfterSignIn(page: Page, url: string, path: string): Promise<Returned> {
  await page.context().clearCookies();
  await page.goto(`${url}${path}`);
  await page.waitForSelector('[data-reader="leader"]');
  const sentTo = pathIn(page);
  await page.locator('[data-reader="leader"]').click();
  await arrived(page);
  return { sentTo, backAt: pathIn(page) };
}

/** What each step of the first administrator showed. */
export interface FirstAdministrator {
  readonly home: string;
  /** Pages that the navigation offers. */
  readonly pages: readonly string[];
  /** The page of an invited ward manager, and the points that it lists. */
  readonly invitedHome: string;
  readonly points: readonly string[];
  /** What they read as the scope of the page of data, and how many of its panels they are refused. */
  readonly scope: string;
  readonly refused: number;
  /** What the first link opens the second time. */
  readonly usedUp: string;
}

async function join(page: Page, link: string, login: string): Promise<void> {
  await page.goto(link);
  await page.locator('input[name="username"]').fill(login);
  await page.locator('input[name="new-password"]').fill(PASSWORD);
  await page.locator('form button[type="submit"]').click();
  await arrived(page);
}

/** From the link that the first start prints to an invited ward manager who sees one point. */
export async function administer(browser: Browser, url: string, link: string): Promise<FirstAdministrator> {
  const { page } = await openPage(browser);
  await join(page, link, 'quantri');
  const home = pathIn(page);
  const pages = await page.locator('eh-side-nav li a.entry').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  await page.locator('#invite input[name="name"]').fill('Người quản lý Yên Sở');
  await page.locator('#invite input[value="ward_manager"]').check();
  await page.locator('#invite select[name="units"]').selectOption('00340');
  await page.locator('#invite button[type="submit"]').click();
  const invitation = await page.locator('#invite-link').inputValue();
  const { page: other } = await openPage(browser);
  await join(other, invitation, 'yenso');
  const invitedHome = pathIn(other);
  const answer = await other.context().request.get(`${url}/api/points`);
  const { points } = (await answer.json()) as { readonly points: readonly { readonly code: string }[] };
  await other.goto(`${url}/data`);
  await other.waitForSelector('#feeds');
  await settled(other);
  const scope = ((await other.locator('eh-filter-bar .chip-value').first().textContent()) ?? '').trim();
  const refused = await other.locator('eh-problem').count();
  await other.goto('about:blank');
  await other.goto(link);
  await other.waitForSelector('.trouble');
  const usedUp = (await other.locator('.trouble').textContent()) ?? '';
  await Promise.all([page.context().close(), other.context().close()]);
  return { home, pages, invitedHome, points: points.map(({ code }) => code), scope, refused, usedUp };
}
