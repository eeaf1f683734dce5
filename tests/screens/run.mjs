/* global document -- read in the browser */
// npm run screenshots -- [folder] [--page=city,act]. Every page of the simulated city in both languages and themes, wide and narrow.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openAs, openAsNobody, openAsOwner, openBrowser, settled } from '../bench/browser.mjs';
import { serve } from '../bench/server.mjs';

const OCTOBER = 'from=2026-10-01&to=2026-11-01';
const PAGES = [
  ...['/city', '/unevenness', '/points', '/points/00340', '/act', '/explore', '/rows?metric=long_wait_rate', '/standards'],
  ...['/standards/waiting_time', '/dossiers', '/reports', '/data', '/pipelines', '/calendar', '/audit', '/administration'],
  ...['/wallboard', '/help', '/design', '/sign-in', '/join', '/not-allowed', '/not-here'],
];
/** Who looks at a page that is not the leader's: `owner` reads the data folder, `nobody` has not signed in. */
const READERS = {
  ...{ '/act': 'manager', '/dossiers': 'auditor', '/audit': 'auditor' },
  ...{ '/administration': 'owner', '/sign-in': 'nobody', '/join': 'nobody' },
};
const LOOKS = ['vi', 'en'].flatMap((language) =>
  ['light', 'dark'].flatMap((theme) =>
    [
      { width: 1440, height: 1000 },
      { width: 360, height: 740 },
    ].map((size) => ({ language, theme, ...size })),
  ),
);

const nameOf = (path) => path.replace(/\?.*/, '').replaceAll('/', '-').slice(1);

/** Charts come after their figures, and panels far down after those above: until each has been drawn, but no longer than ten seconds. */
async function drawn(page) {
  const all = () =>
    document.querySelector('.later') === null &&
    [...document.querySelectorAll('eh-chart')].every((chart) => chart.querySelector('svg, canvas') !== null);
  await page.waitForFunction(all, undefined, { timeout: 10_000 }).catch(() => undefined);
  await page.waitForTimeout(800);
}

/** The address of a page; that of the dossiers is one of them. */
async function addressOf(path, { url, headers }) {
  if (path !== '/dossiers') return `${url}${path}${path.includes('?') ? '&' : '?'}${OCTOBER}`;
  const answer = await fetch(`${url}/api/rows?metric=on_time_rate&size=1&${OCTOBER}`, { headers });
  const { columns, rows } = await answer.json();
  const [first] = rows;
  const code = Array.isArray(first) ? first[columns.findIndex(({ id }) => id === 'dossier_code')] : first.dossier_code;
  return `${url}/dossiers/${encodeURIComponent(code)}?${OCTOBER}`;
}

function openFor(reader, browser, server, look) {
  if (reader === 'nobody') return openAsNobody(browser, look);
  return reader === 'owner' ? openAsOwner(browser, server.headers, look) : openAs(browser, server.url, reader, look);
}

async function take(page, address, name) {
  try {
    await page.goto(address);
    // The page of the design shows a card that loads for ever.
    await (name.startsWith('design.') ? page.waitForSelector('h1') : settled(page));
    await drawn(page);
    if (!name.startsWith('design.')) await settled(page);
    await page.screenshot({ path: join(folder, name), fullPage: true });
    const { width } = page.viewportSize();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    return wide > width ? [`${name}: scrolls sideways, ${wide} px wide`] : [];
  } catch (error) {
    return [`${name}: ${String(error).split('\n')[0]}`];
  }
}

/** One look of all pages: readers sign in once each. */
async function takeAll(browser, server, look) {
  const opened = new Map();
  const troubles = [];
  for (const path of pages) {
    const reader = READERS[path] ?? 'leader';
    if (!opened.has(reader)) opened.set(reader, await openFor(reader, browser, server, look));
    const name = `${nameOf(path)}.${look.language}.${look.theme}.${look.width}.png`;
    troubles.push(...(await take(opened.get(reader), await addressOf(path, server), name)));
  }
  for (const page of opened.values()) await page.context().close();
  return troubles;
}

const args = process.argv.slice(2);
const folder = resolve(args.find((arg) => !arg.startsWith('--')) ?? 'tmp/screenshots');
const only = args
  .find((arg) => arg.startsWith('--page='))
  ?.slice(7)
  .split(',');
const unknown = only?.find((name) => !PAGES.some((path) => nameOf(path) === name));
if (unknown !== undefined) {
  console.error(`--page=${unknown} names no page; allowed: ${PAGES.map(nameOf).join(', ')}.`);
  process.exit(1);
}
const pages = PAGES.filter((path) => only?.includes(nameOf(path)) ?? true);
const own = process.env.EVENHAND_DATA === undefined ? mkdtempSync(join(tmpdir(), 'evenhand-screens-')) : null;
mkdirSync(folder, { recursive: true });
const server = await serve(process.env.EVENHAND_DATA ?? own);
const browser = await openBrowser();
const troubles = [];
try {
  for (const look of LOOKS) troubles.push(...(await takeAll(browser, server, look)));
} finally {
  await browser.close();
  await server.stop();
  if (own !== null) rmSync(own, { recursive: true, force: true });
}
console.log(`${pages.length * LOOKS.length} pictures in ${folder}`);
for (const trouble of troubles) console.error(trouble);
process.exitCode = troubles.length === 0 ? 0 : 1;
