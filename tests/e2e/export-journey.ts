import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { filesOf, partsOf, pdfText, rowsOf } from '@evenhand/exports/testing';
import type { Page } from 'playwright-core';

/** A downloaded file and what it is called. */
interface Taken {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Takes a file from the menu ⋮ of a card. */
async function take(page: Page, card: string, format: string): Promise<Taken> {
  await page.locator(`${card} eh-more-menu button`).first().click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`.menu.more [data-format="${format}"]`).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** What an auditor sees of the breaches of a standard, and what the workbook of them holds. */
export async function takeBreaches(page: Page) {
  const breaches = page.locator('#breaches table');
  await breaches.waitFor();
  const shown = Number(await breaches.getAttribute('data-total'));
  const { name, bytes } = await take(page, 'eh-breaches-panel', 'xlsx');
  const parts = await partsOf(bytes);
  const rows = rowsOf(parts.get('xl/worksheets/sheet1.xml') ?? '');
  const notes = rowsOf(parts.get('xl/worksheets/sheet2.xml') ?? '').map((row) => row.map(({ text }) => text));
  return { name, shown, held: rows.length - 1, notes: new Map(notes.map(([title = '', text = '']) => [title, text])) };
}

/** What the evidence pack of the breaches holds, and which of its files are not what the manifest says. */
export async function takeEvidence(page: Page) {
  const { name, bytes } = await take(page, 'eh-breaches-panel', 'evidence');
  const held = await filesOf(bytes);
  const manifest = JSON.parse(held.get('manifest.json')?.toString('utf8') ?? '{}') as {
    readonly rows: { readonly total: number };
    readonly files: readonly { readonly path: string; readonly sha256: string }[];
  };
  const forged = manifest.files.filter(({ path, sha256 }) => {
    const content = held.get(path) ?? '';
    return createHash('sha256').update(content).digest('hex') !== sha256;
  });
  return { name, forged, paths: [...held.keys()], total: manifest.rows.total };
}

/** The life of the dossier on the screen, and the print of it. */
export async function takeTimeline(page: Page) {
  const entries = await page.locator('#timeline > li').count();
  const { name, bytes } = await take(page, '.life', 'pdf');
  const pages = pdfText(bytes);
  const lines = pages.flatMap((one) => one.lines);
  const count = Number(/: (\d+)$/.exec(lines.find((line) => line.startsWith('Số dòng')) ?? '')?.[1]);
  return { name, entries, held: count, lines, pages: pages.length };
}

/** A chart as a picture: its size in pixels, as the file says it. */
export async function takePicture(
  page: Page,
  card: string,
): Promise<{ readonly name: string; readonly width: number; readonly height: number }> {
  const { name, bytes } = await take(page, card, 'png');
  return { name, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
