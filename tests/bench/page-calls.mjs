import { chromium } from 'playwright-core';

async function callOf(browser, url, headers) {
  const page = await browser.newPage({ extraHTTPHeaders: headers });
  const call = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/api/answers'));
  await page.goto(url);
  const body = JSON.parse((await call).postData());
  await page.close();
  return body;
}

/** The very calls that pages make, by their names, taken from the pages themselves. */
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
    for (const [name, path] of Object.entries(pages)) calls[name] = await callOf(browser, `${url}${path}`, headers);
    return calls;
  } finally {
    await browser.close();
  }
}
