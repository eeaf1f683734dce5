/* global document -- read in the browser */
// npm run screenshots -- [folder]. Every page of the simulated city in both languages and themes, wide and narrow.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openAs, openBrowser, settled } from '../bench/browser.mjs';
import { serve } from '../bench/server.mjs';

const OCTOBER = 'from=2026-10-01&to=2026-11-01';
const PAGES = [
  ...['/city', '/unevenness', '/points', '/points/00340', '/act', '/explore', '/rows?metric=long_wait_rate', '/standards'],
  ...['/standards/waiting_time', '/reports', '/data', '/pipelines', '/calendar', '/wallboard', '/help', '/design'],
  ...['/sign-in', '/not-here'],
];
const LANGUAGES = ['vi', 'en'];
const THEMES = ['light', 'dark'];
const SIZES = [
  { width: 1440, height: 1000 },
  { width: 360, height: 740 },
];

const nameOf = (path) => path.replace(/\?.*/, '').replaceAll('/', '-').slice(1);

/** Charts come after their figures: until each has been drawn, but no longer than ten seconds. */
async function drawn(page) {
  const all = () => [...document.querySelectorAll('eh-chart')].every((chart) => chart.querySelector('svg, canvas') !== null);
  await page.waitForFunction(all, undefined, { timeout: 10_000 }).catch(() => undefined);
  await page.waitForTimeout(800);
}

async function take(browser, url, { path, language, theme, size, folder }) {
  const page = await openAs(browser, url, 'leader', { ...size, theme, language });
  const name = `${nameOf(path)}.${language}.${theme}.${size.width}.png`;
  try {
    await page.goto(`${url}${path}${path.includes('?') ? '&' : '?'}${OCTOBER}`);
    await settled(page);
    await drawn(page);
    await page.screenshot({ path: join(folder, name), fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    return wide > size.width ? [`${name}: scrolls sideways, ${wide} px wide`] : [];
  } catch (error) {
    return [`${name}: ${String(error).split('\n')[0]}`];
  } finally {
    await page.context().close();
  }
}

const args = process.argv.slice(2);
const folder = resolve(args.find((arg) => !arg.startsWith('--')) ?? 'tmp/screenshots');
const only = args.find((arg) => arg.startsWith('--page='))?.slice(7);
const pages = only === undefined ? PAGES : PAGES.filter((path) => nameOf(path) === only);
if (pages.length === 0) {
  console.error(`--page=${only} names no page; allowed: ${PAGES.map(nameOf).join(', ')}.`);
  process.exit(1);
}
const own = process.env.EVENHAND_DATA === undefined ? mkdtempSync(join(tmpdir(), 'evenhand-screens-')) : null;
mkdirSync(folder, { recursive: true });
const server = await serve(process.env.EVENHAND_DATA ?? own);
const browser = await openBrowser();
const shots = pages.flatMap((path) =>
  LANGUAGES.flatMap((language) => THEMES.flatMap((theme) => SIZES.map((size) => ({ path, language, theme, size, folder })))),
);
const troubles = [];
try {
  for (const shot of shots) troubles.push(...(await take(browser, server.url, shot)));
} finally {
  await browser.close();
  await server.stop();
  if (own !== null) rmSync(own, { recursive: true, force: true });
}
console.log(`${shots.length} pictures in ${folder}`);
for (const trouble of troubles) console.error(trouble);
process.exitCode = troubles.length === 0 ? 0 : 1;
