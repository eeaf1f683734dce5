/* global AbortSignal -- of Node.js */
import { join } from 'node:path';
import { openAs, openBrowser, settled } from './browser.mjs';
import { serve } from './server.mjs';

const MOST_PEOPLE = 300;
/** Everybody arrives within this time; whatever has no answer after the limit is given up and counted as failed. */
const ARRIVING_MS = 20_000;
const LIMIT_MS = 60_000;
const SIZE = { width: 1440, height: 1000 };

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** What the page of the city asks of the server until it stands, taken from the page itself. */
async function callsOfPage(url) {
  const browser = await openBrowser();
  try {
    const page = await openAs(browser, url, 'leader', SIZE);
    const calls = [];
    page.on('request', (request) => {
      const path = request.url().slice(url.length);
      if (path.startsWith('/api/')) calls.push({ method: request.method(), path, body: request.postData() });
    });
    await page.goto(`${url}/city`);
    await settled(page);
    return calls;
  } finally {
    await browser.close();
  }
}

async function signedIn(url) {
  const response = await fetch(`${url}/api/session/simulated`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reader: 'leader' }),
  });
  if (!response.ok) throw new Error(`the simulated city let nobody in: ${response.status}`);
  return response.headers.getSetCookie()[0].split(';')[0];
}

/** One person opens the page: everything that it asks, at once. */
async function opens({ url, calls, cookie, signal }) {
  const started = performance.now();
  const statuses = await Promise.all(
    calls.map(async ({ method, path, body }) => {
      const headers = { cookie, ...(body ? { 'content-type': 'application/json' } : {}) };
      try {
        const response = await fetch(`${url}${path}`, { method, headers, body, signal });
        await response.arrayBuffer();
        return response.status;
      } catch {
        return 0; // not answered in time
      }
    }),
  );
  return { ms: performance.now() - started, statuses };
}

async function selectOne(url) {
  const times = [];
  for (let index = 0; index < 60; index++) {
    const started = performance.now();
    await (await fetch(`${url}/api/health/ready`)).arrayBuffer();
    times.push(performance.now() - started);
  }
  return quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  );
}

/** The beginning of a working day: people open the page of the city within seconds, each signed in on their own; on this machine only. */
export async function morning({ folder, figure, say, people }) {
  const crowd = Math.min(people, MOST_PEOPLE);
  const data = process.env.EVENHAND_BENCH_DATA ?? join(folder, 'data');
  say(`Starting on ${data}; the simulated city is loaded when it is not there yet …`);
  const server = await serve(data);
  try {
    const { url } = server;
    const calls = await callsOfPage(url);
    const cookies = [];
    for (let person = 0; person < crowd; person++) cookies.push(await signedIn(url));
    const least = await selectOne(url);
    say(`${crowd} people open a page of ${calls.length} calls within ${ARRIVING_MS / 1000} seconds …`);
    const signal = AbortSignal.timeout(LIMIT_MS);
    const openings = await Promise.all(
      cookies.map(async (cookie, person) => {
        await wait((person * ARRIVING_MS) / crowd);
        return opens({ url, calls, cookie, signal });
      }),
    );
    const times = openings.map(({ ms }) => ms).toSorted((a, b) => a - b);
    const statuses = openings.flatMap((opening) => opening.statuses);
    const count = (is) => statuses.filter(is).length;
    figure({ case: 'SELECT 1 over the same path, alone, median', value: least, unit: 'ms' });
    figure({ case: `Page of ${calls.length} calls, ${crowd} people, median`, value: quantile(times, 0.5), unit: 'ms', baseline: least });
    figure({ case: `Page of ${calls.length} calls, ${crowd} people, p95`, value: quantile(times, 0.95), unit: 'ms', baseline: least });
    figure({ case: `Page of ${calls.length} calls, ${crowd} people, worst`, value: times.at(-1), unit: 'ms', baseline: least });
    figure({ case: 'Answers with a status of 500 and more', value: count((status) => status >= 500), unit: 'answers' });
    figure({ case: 'Refused with 429', value: count((status) => status === 429), unit: 'answers' });
    figure({ case: `Not answered within ${LIMIT_MS / 1000} s`, value: count((status) => status === 0), unit: 'answers' });
  } finally {
    await server.stop();
  }
}
