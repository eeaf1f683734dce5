import type { Page } from 'playwright-core';

/** What an auditor found in the audit log. */
export interface ReadLog {
  /** What was done in the entries that a search leaves. */
  readonly narrowed: readonly string[];
  /** The name of the file in which what is searched for leaves. */
  readonly taken: string;
  /** What the check of the whole log said. */
  readonly said: string;
  /** Width of the page, which may not be wider than the screen. */
  readonly width: number;
  readonly findings: readonly unknown[];
}

/** Searches the audit log, opens an entry, and checks all of it. */
export async function readTheAuditLog(page: Page, url: string, findingsOn: (page: Page) => Promise<readonly unknown[]>): Promise<ReadLog> {
  await page.goto(`${url}/audit`);
  await page.waitForSelector('eh-audit-entries-panel tbody tr');
  await page.locator('form[role="search"] input[name="did"]').fill('comparisons');
  await page.locator('form[role="search"] button[type="submit"]').click();
  await page.waitForURL(/did=comparisons/);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('eh-audit-entries-panel tbody code')].every((code) => code.textContent.includes('comparisons')),
  );
  const narrowed = await page.locator('eh-audit-entries-panel tbody code').allTextContents();
  const leaves = page.waitForEvent('download');
  await page.locator('form[role="search"] button.take').click();
  const taken = (await leaves).suggestedFilename();
  await page.locator('eh-audit-entries-panel tbody button[aria-expanded]').first().click();
  await page.waitForSelector('eh-audit-entries-panel dl');
  await page.locator('eh-audit-check-panel button.button').click();
  const said = ((await page.locator('eh-audit-check-panel [aria-live] p').first().textContent()) ?? '').trim();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return { narrowed, taken, said, width, findings: await findingsOn(page) };
}
