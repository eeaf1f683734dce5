import type { Page } from 'playwright-core';
import { settled } from '../product/browser';

const TREND = 'eh-trend-panel';

/** What became of a note that was written from the menu of a chart. */
export interface NoteWritten {
  /** The address while the notes are open. */
  readonly query: string;
  /** What the server says of a text with a telephone number. */
  readonly refused: string;
  /** The note under the chart, in its drawing and in its table. */
  readonly listed: string;
  readonly sign: string;
  readonly drawn: number;
  readonly inTable: readonly string[];
  /** How many such notes there are after taking it back and after undoing that. */
  readonly kept: readonly number[];
  readonly changed: string;
  /** Images that a text has become; none, as every text stays text. */
  readonly images: number;
}

async function openFromMenu(page: Page): Promise<void> {
  await page.locator(`${TREND} eh-more-menu button`).first().click();
  await page.locator('.menu.more [data-format="notes"]').click();
  await page.locator('#note-text').waitFor();
}

async function write(page: Page, text: string): Promise<void> {
  await page.locator('#note-text').fill(text);
  await page.locator('eh-note-form button[type="submit"]').click();
}

/** How many notes with a text there are after taking one back, and after undoing that. */
async function takeBackAndUndo(page: Page, text: string): Promise<number[]> {
  const note = page.locator('#notes > li', { hasText: text });
  await note.locator('.acts button').nth(1).click();
  await note.waitFor({ state: 'detached' });
  const without = await note.count();
  await page.locator('.undo button').click();
  await note.waitFor();
  return [without, await note.count()];
}

/** Writes a note of the sixth of October from the menu of the control chart, changes it, takes it back and undoes that. */
export async function writeANote(page: Page, url: string, text: string): Promise<NoteWritten> {
  await page.goto(url);
  await openFromMenu(page);
  const query = new URL(page.url()).searchParams.get('notes') ?? '';
  await page.locator('#note-first').fill('06/10/2026');
  await page.keyboard.press('Tab');
  await page.locator('#note-first').blur();
  // The end follows the beginning until somebody sets it.
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#note-last')?.value === '06/10/2026');
  await page.locator('#note-last').fill('8/10/2026');
  await page.keyboard.press('Tab');
  await write(page, 'Gọi 0912 345 678');
  const refused = (await page.locator('eh-note-form .wrong').textContent()) ?? '';
  await write(page, text);
  const own = page.locator('#notes > li', { hasText: text });
  await own.waitFor();
  const kept = await takeBackAndUndo(page, text);
  await own.locator('.acts button').first().click();
  await page.locator('#notes #note-text').fill(`${text}, cả ngày`);
  await page.locator('#notes eh-note-form button[type="submit"]').click();
  const anew = own.locator('.text', { hasText: `${text}, cả ngày` });
  await anew.waitFor();
  const changed = ((await anew.textContent()) ?? '').trim();
  await page.keyboard.press('Escape');
  const note = page.locator(`${TREND} eh-chart-note-list li`, { hasText: text });
  await note.waitFor();
  const sign = ((await note.locator('.sign').textContent()) ?? '').trim();
  const listed = ((await note.locator('.said').textContent()) ?? '').replace(/\s+/g, ' ').trim();
  const drawn = await page.locator(`${TREND} eh-chart svg text`, { hasText: new RegExp(`^${sign}$`) }).count();
  await page.locator(`${TREND} button.twin`).click();
  // Of a year of weeks only those in view are drawn: the table is searched.
  await page.locator(`${TREND} eh-twin-table input[type="search"]`).fill(text);
  const inTable = await page.locator(`${TREND} eh-twin-table tbody td:last-child`, { hasText: text }).allTextContents();
  const images = await page.locator('img[src="x"]').count();
  return {
    query,
    refused,
    listed,
    sign,
    drawn,
    kept,
    changed,
    inTable: inTable.map((cell) => cell.trim()),
    images,
  };
}

/** What somebody sees who sets the numbers of a standard. */
export interface RuleSet {
  /** What the server says of a day that has passed. */
  readonly refused: string;
  readonly moves: string;
  /** Places whose verdict would be another, the whole city first. */
  readonly places: readonly string[];
  /** Whether it could be set without a reason. */
  readonly isOpen: boolean;
  readonly done: string;
  /** The latest entry of the history. */
  readonly latest: string;
  /** The verdicts of the month before and after. */
  readonly verdicts: readonly (readonly string[])[];
}

/** Allows more minutes of waiting from a day to come on, after looking at what that would move. */
export async function setARule(page: Page, url: string, { minutes, day }: { minutes: string; day: string }): Promise<RuleSet> {
  await page.goto(url);
  await page.locator('#limit-minutes').waitFor();
  await page.locator('[data-cell][data-state]').first().waitFor();
  const verdicts = (): Promise<string[]> =>
    page.locator('[data-cell][data-state]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-state') ?? ''));
  const before = await verdicts();
  const preview = page.locator('eh-rule-editor form button[type="submit"]');
  await page.locator('#limit-minutes').fill(minutes);
  await page.locator('#effective-from').fill('05/10/2026');
  await preview.click();
  const refused = (await page.locator('eh-rule-editor .wrong').first().textContent()) ?? '';
  await page.locator('#effective-from').fill(day);
  await preview.click();
  await page.locator('#moves').waitFor();
  const moves = (await page.locator('#moves').textContent()) ?? '';
  const places = await page.locator('eh-rule-preview tbody th').allTextContents();
  const set = page.locator('#confirm button');
  const isOpen = await set.isEnabled();
  await page.locator('#change-reason').fill('Thông báo số 12');
  await set.click();
  await page.waitForFunction(() => (document.querySelector('eh-rule-editor .done')?.textContent ?? '') !== '');
  const done = (await page.locator('eh-rule-editor .done').textContent()) ?? '';
  await page.locator('eh-rule-history .why').first().waitFor();
  const latest = ((await page.locator('eh-rule-history li').first().textContent()) ?? '').replace(/\s+/g, ' ').trim();
  await settled(page);
  return { refused, moves, places, isOpen, done, latest, verdicts: [before, await verdicts()] };
}
