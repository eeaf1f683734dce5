import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** Root may not use the browser's sandbox, and nobody's browser is asked to talk to anyone but us. */
const ARGUMENTS = ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Opens the browser that comes with the packages; no browser need be installed. */
export async function openBrowser(): Promise<Browser> {
  // The package unpacks the system libraries and fonts it carries only where it believes to run on this platform.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: ARGUMENTS, headless: true });
}

export interface View {
  readonly page: Page;
  /** Errors of the page and of its console so far. */
  readonly problems: readonly string[];
}

/** A fresh page that remembers what went wrong in it. */
export async function openPage(browser: Browser, size: { width: number; height: number } = { width: 1440, height: 1000 }): Promise<View> {
  const context = await browser.newContext({ viewport: size, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return { page, problems };
}

/**
 * Waits until nothing on a page is loading. A page whose heading has no words yet was only just put in: nothing of it says
 * that it loads before it is drawn for the first time. The page of the design shows a card that loads for ever.
 */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      document.querySelector('eh-design-page') !== null ||
      ((document.querySelector('h1')?.textContent ?? '').trim() !== '' &&
        document.querySelector('.skeleton, .is-stale, [aria-busy="true"]') === null),
    undefined,
    { timeout: 60_000 },
  );

/** Serious and critical accessibility findings: rule and the places it is broken in. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; impact: string; nodes: { target: string[] }[] }[] }> };
    };
    return (await axe.run({ resultTypes: ['violations'] })).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
