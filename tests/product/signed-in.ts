import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openPage, type View } from './browser';

/** Who reads the simulated city. */
export type Reader = 'leader' | 'manager' | 'auditor';

/** A fresh page of somebody who has signed in to the simulated city by one click. */
export async function openAs(reader: Reader, browser: Browser, url: string, size?: { width: number; height: number }): Promise<View> {
  const view = await openPage(browser, size);
  const answer = await view.page.context().request.post(`${url}/api/session/simulated`, { data: { reader } });
  if (!answer.ok()) throw new Error(`The simulated city did not let the ${reader} in: ${answer.status()}`);
  return view;
}

/** The headers by which whoever reads a data folder asks the server that owns it. */
export function ownerHeaders(data: string): Readonly<Record<string, string>> {
  const { token } = JSON.parse(readFileSync(join(data, 'owner.json'), 'utf8')) as { readonly token: string };
  return { authorization: `Bearer ${token}` };
}
