/* global document, requestAnimationFrame, PerformanceObserver -- read in the browser */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openAs, openBrowser, settled } from './browser.mjs';
import { serve } from './server.mjs';

const SIZE = { width: 1440, height: 1000 };
const BUDGET = { kilobytes: 300, paintMs: 1_500, taskMs: 50 };
const OPENINGS = 5;
/** The officers of the city: the longest table of the product, for whoever leads them. */
const MANY_ROWS = '/explore?measure=tickets&by=agent&from=2026-10-01&to=2026-11-01';

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Kilobytes, by gzip, of the scripts that the first document names, and of all that the page has run when its answer stands. */
async function scriptsOf(page, url) {
  const names = await page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap(({ name }) => (new URL(name).pathname.endsWith('.js') ? [name] : [])),
  );
  const html = await (await fetch(`${url}/`)).text();
  const sizeOf = async (name) => gzipSync(Buffer.from(await (await fetch(name)).arrayBuffer())).length / 1_000;
  const sizes = await Promise.all(names.map(async (name) => [new URL(name).pathname.slice(1), await sizeOf(name)]));
  const sum = (list) => list.reduce((total, [, size]) => total + size, 0);
  return { first: sum(sizes.filter(([path]) => html.includes(path))), all: sum(sizes) };
}

/** Milliseconds from asking for the page until its sentence stands. */
async function usefulPaint(browser, url) {
  const page = await openAs(browser, url, 'leader', SIZE);
  await page.addInitScript(() => {
    const look = () => {
      const said = document.querySelector('main h1:not(.is-waiting)')?.textContent?.trim();
      if (said) globalThis.usefulAt = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${url}/city`);
  await page.waitForFunction(() => globalThis.usefulAt !== undefined);
  const at = await page.evaluate(() => globalThis.usefulAt);
  return { page, at };
}

/** The longest task in milliseconds while the table is sorted by one column after the other; 0 where none is longer than 50. */
async function longestTask(browser, url) {
  const page = await openAs(browser, url, 'manager', SIZE);
  await page.goto(`${url}${MANY_ROWS}`);
  await page.waitForSelector('#explored tbody tr[data-row]');
  await settled(page);
  const rows = Number(await page.locator('#explored').getAttribute('aria-rowcount'));
  await page.evaluate(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => globalThis.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  const heads = page.locator('#explored thead eh-column-head button');
  const rounds = [];
  for (const round of [1, 2, 3]) {
    await page.evaluate(() => globalThis.tasks.splice(0));
    for (const place of [0, 1, 2, 0, round % 2]) {
      await heads.nth(place).click();
      await page.waitForTimeout(200);
    }
    rounds.push(await page.evaluate(() => Math.max(0, ...globalThis.tasks)));
  }
  // Other work of the machine lengthens tasks: the quietest round tells what sorting costs.
  const longest = Math.min(...rounds);
  await page.context().close();
  return { rows, longest };
}

/** What the browser of a reader has to carry, against the budget; each figure next to its limit. */
export async function screens({ folder, figure, say }) {
  const data = process.env.EVENHAND_BENCH_DATA ?? join(folder, 'data');
  say(`Starting on ${data}; the simulated city is loaded when it is not there yet …`);
  const server = await serve(data);
  const browser = await openBrowser();
  try {
    const times = [];
    for (let opening = 0; opening < OPENINGS; opening++) {
      const { page, at } = await usefulPaint(browser, server.url);
      times.push(at);
      if (opening === OPENINGS - 1) {
        await settled(page);
        const { first, all } = await scriptsOf(page, server.url);
        figure({ case: 'JavaScript that the first document names, gzip', value: first, unit: 'kB', baseline: BUDGET.kilobytes });
        figure({ case: 'JavaScript of the whole city page with its charts, gzip', value: all, unit: 'kB', baseline: null });
      }
      await page.context().close();
    }
    const kept = times.slice(1);
    figure({ case: 'City page: its sentence stands, first opening', value: times[0], unit: 'ms', baseline: BUDGET.paintMs });
    figure({ case: 'City page: its sentence stands, median of later openings', value: median(kept), unit: 'ms', baseline: BUDGET.paintMs });
    const { rows, longest } = await longestTask(browser, server.url);
    figure({ case: `Longest task while ${rows} rows are sorted`, value: longest, unit: 'ms', baseline: BUDGET.taskMs });
  } finally {
    await browser.close();
    await server.stop();
  }
}
