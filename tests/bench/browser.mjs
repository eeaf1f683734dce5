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

/** A page of somebody who has signed in to the simulated city by one click, and who needs no tour. */
export async function openAs(browser, url, reader, { width, height, theme = 'light', language = 'vi' }) {
  const context = await browser.newContext({
    ...{ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce' },
    ...{ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' },
  });
  const answer = await context.request.post(`${url}/api/session/simulated`, { data: { reader } });
  if (!answer.ok()) throw new Error(`The simulated city did not let the ${reader} in: ${answer.status()}`);
  await context.addInitScript((chosen) => {
    localStorage.setItem('evenhand.language', chosen);
    localStorage.setItem('evenhand.tour', 'seen');
  }, language);
  return context.newPage();
}

/** Waits until nothing on the page is loading. */
export const settled = (page) =>
  page.waitForFunction(
    () => document.querySelector('main h1') !== null && document.querySelector('.skeleton, .is-stale, [aria-busy="true"]') === null,
    undefined,
    { timeout: 60_000 },
  );
