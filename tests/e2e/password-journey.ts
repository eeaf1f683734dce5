import type { Browser, Page } from 'playwright-core';
import { openPage } from '../product/browser';

/** Whose password is changed, and from what into what. */
export interface OwnPassword {
  readonly login: string;
  readonly current: string;
  readonly next: string;
}

/** What somebody sees who changes their own password. */
export interface PasswordChange {
  /** What is said to a wrong password so far, and to the right one. */
  readonly wrong: string;
  readonly done: string;
  /** The page where this browser still is, and where another browser of the same person is sent. */
  readonly here: string;
  readonly elsewhere: string;
  /** Whether the old and the new password let somebody in afterwards. */
  readonly old: number;
  readonly renewed: number;
}

const pathOf = (page: Page): string => new URL(page.url()).pathname;

async function send(page: Page, current: string, next: string): Promise<string> {
  await page.locator('#password input[name="current-password"]').fill(current);
  await page.locator('#password input[name="new-password"]').fill(next);
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/session/password'));
  await page.locator('#password button[type="submit"]').click();
  await answered;
  return (await page.locator('#password [role="alert"], #password [role="status"]').textContent()) ?? '';
}

/** Changes the own password on the account page while another browser of the same person is signed in. */
export async function changeOwnPassword(browser: Browser, url: string, { login, current, next }: OwnPassword): Promise<PasswordChange> {
  const [{ page }, { page: other }, { page: stranger }] = await Promise.all([openPage(browser), openPage(browser), openPage(browser)]);
  const enters = async (by: Page, password: string): Promise<number> =>
    (await by.context().request.post(`${url}/api/session`, { data: { login, password } })).status();
  await Promise.all([enters(page, current), enters(other, current)]);
  await page.goto(`${url}/account`);
  const wrong = await send(page, `${current}?`, next);
  const done = await send(page, current, next);
  await Promise.all([page.reload(), other.goto(`${url}/account`)]);
  await Promise.all([page.waitForSelector('#password'), other.waitForSelector('input[name="username"]')]);
  const seen = { wrong, done, here: pathOf(page), elsewhere: pathOf(other) };
  const entered = { old: await enters(stranger, current), renewed: await enters(stranger, next) };
  await Promise.all([page, other, stranger].map((one) => one.context().close()));
  return { ...seen, ...entered };
}
