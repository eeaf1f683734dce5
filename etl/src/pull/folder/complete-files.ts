import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Names that tools give to files which they have not finished writing. */
const UNFINISHED = /^[.~]|\.(?:part|partial|tmp|temp|filepart|crdownload|download)$|~$/i;

const isQuiet = (path: string, quietMs: number, now: number): boolean => {
  const { ctimeMs } = lstatSync(path, { throwIfNoEntry: false }) ?? { ctimeMs: now };
  // A change in the future was noted by another clock, or before this one was moved back: it says nothing about the present.
  return quietMs === 0 || Math.abs(now - ctimeMs) >= quietMs;
};

/**
 * The names of files in a folder that have come completely, in the order of their names: those that nothing has changed for
 * a while. Renaming a file into the folder, or writing it under a name that ends in `.part` and renaming it, is safest.
 */
export function completeFiles(folder: string, quietSeconds: number, now: number): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && !UNFINISHED.test(entry.name))
    .map(({ name }) => name)
    .filter((name) => isQuiet(join(folder, name), quietSeconds * 1_000, now))
    .sort();
}
