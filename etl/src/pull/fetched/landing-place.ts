import { mkdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const MOST_CHARACTERS = 120;

/** A name that is a file name everywhere and a pattern nowhere; its end, which says the format, stays. */
export const safeName = (name: string): string => {
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._() -]/gu, '_')
    .replace(/^[. ]+/, '_');
  return safe.slice(-MOST_CHARACTERS) || '_';
};

/**
 * Where a fetched file lands: under its own name, in a folder named after the one it comes from, so that facts and
 * quarantine call it by a name that people know. Nothing in the name leads out of the landing folder.
 */
export function landingPlace(landing: string, path: string, taken: ReadonlySet<string>): string {
  const folder = safeName(posix.dirname(path).replaceAll('/', '_'));
  const name = safeName(posix.basename(path));
  let place = join(landing, folder, name);
  for (let number = 2; taken.has(place); number++) place = join(landing, `${folder}-${number}`, name);
  mkdirSync(dirname(place), { recursive: true });
  return place;
}
