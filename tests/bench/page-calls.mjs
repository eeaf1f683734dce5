import { chromium } from 'playwright-core';

const isAsking = (request) => request.method() === 'POST' && request.url().endsWith('/api/answers');
const isReading = (request) => request.method() === 'GET' && new URL(request.url()).pathname.startsWith('/api/');
const pathOf = (request) => request.url().slice(new URL(request.url()).origin.length);

/** Every call that a page makes until it rests: those for answers, the one with most questions first, and what else it reads. */
async function callsOfPage(browser, url, headers) {
  const page = await browser.newPage({ extraHTTPHeaders: headers });
  const [calls, reads] = [[], new Set()];
  page.on('request', (request) => {
    if (isAsking(request)) calls.push({ accept: request.headers().accept, ...JSON.parse(request.postData()) });
    if (isReading(request)) reads.add(pathOf(request));
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.close();
  if (calls.length === 0) throw new Error(`${url} asked for no answers`);
  return {
    calls: calls.toSorted((one, other) => Object.keys(other.questions).length - Object.keys(one.questions).length),
    reads: [...reads],
  };
}

/** The very calls that pages make, the form that they want among them, by their names and taken from the pages themselves. */
export async function callsOf({ url, headers }, pages) {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const browser = await chromium.launch({
    executablePath: await packaged.executablePath(),
    args: ['--no-sandbox', '--headless=shell'],
    headless: true,
  });
  try {
    const calls = {};
    for (const [name, path] of Object.entries(pages)) calls[name] = await callsOfPage(browser, `${url}${path}`, headers);
    return calls;
  } finally {
    await browser.close();
  }
}
