import { copyFileSync, existsSync, fsyncSync, openSync, closeSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A path in a folder that no file has: a second file of a name gets a number before its ending. */
export function freePath(folder: string, name: string): string {
  const dot = name.indexOf('.', 1);
  const [stem, end] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  let path = join(folder, name);
  for (let number = 2; existsSync(path); number++) path = join(folder, `${stem}-${number}${end}`);
  return path;
}

const isOtherDevice = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EXDEV';

/** Moves a file in one step; onto another device it is copied first, so that it is never half there under its name. */
export function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!isOtherDevice(error)) throw error;
    const unfinished = `${to}.part`;
    copyFileSync(from, unfinished);
    const file = openSync(unfinished, 'r+');
    fsyncSync(file);
    closeSync(file);
    renameSync(unfinished, to);
    rmSync(from);
  }
}
