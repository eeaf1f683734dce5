/* global document, localStorage -- read in the browser */
import { chromium } from 'playwright-core';

const ARGUMENTS = ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Opens the browser that comes with the packages; no browser need be installed. */
export async function openBrowser() {
  // The package unpacks the system libraries and fonts it carries only where it believes to run on this platform.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: ARGUMENTS, headless: true });
}

/** A page of somebody who has not signed in, and who needs no tour; more of what a context takes may be said. */
export async function openAsNobody(browser, { width, height, theme = 'light', language = 'vi' }, more = {}) {
  const context = await browser.newContext({
    ...{ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce' },
    ...{ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' },
    ...more,
  });
  await context.addInitScript((chosen) => {
    localStorage.setItem('evenhand.language', chosen);
    localStorage.setItem('evenhand.tour', 'seen');
  }, language);
  return context.newPage();
}

/** A page of somebody who has signed in to the simulated city by one click. */
export async function openAs(browser, url, reader, look) {
  const page = await openAsNobody(browser, look);
  const answer = await page.context().request.post(`${url}/api/session/simulated`, { data: { reader } });
  if (!answer.ok()) throw new Error(`The simulated city did not let the ${reader} in: ${answer.status()}`);
  return page;
}

/** A page of whoever reads the data folder of the server. */
export const openAsOwner = (browser, headers, look) => openAsNobody(browser, look, { extraHTTPHeaders: headers });

/** Waits until nothing on the page is loading. */
export const settled = (page) =>
  page.waitForFunction(
    () =>
      (document.querySelector('main h1')?.textContent ?? '').trim() !== '' &&
      document.querySelector('.skeleton, .is-stale, [aria-busy="true"]') === null,
    undefined,
    { timeout: 60_000 },
  );
