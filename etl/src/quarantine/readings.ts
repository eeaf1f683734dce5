import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RunFile } from '@evenhand/records';
import type { Delivery } from '../source/source-files';

const stateOf = (path: string): Pick<RunFile, 'bytes' | 'modifiedMs'> => {
  const { size, mtimeMs } = statSync(path);
  return { bytes: String(size), modifiedMs: String(Math.trunc(mtimeMs)) };
};

/** The files of a run as they are when it begins, each once. */
export function readingsFor(runId: number, deliveries: readonly Delivery[]): RunFile[] {
  const byFile = new Map(deliveries.map(({ file, path }) => [file, path]));
  return [...byFile].map(([file, path]) => ({ runId, file, path, ...stateOf(path) }));
}

/** A file that was taken in is put aside in a folder beside the others. */
const placesOf = (path: string): string[] => [path, join(dirname(path), 'done', basename(path))];

/** Where a file that was read stands, if it is still what it was. */
export const unchangedPath = ({ path, bytes, modifiedMs }: RunFile): string | undefined =>
  placesOf(path).find((place) => {
    if (!existsSync(place)) return false;
    const found = stateOf(place);
    return found.bytes === bytes && found.modifiedMs === modifiedMs;
  });
