import { createHash } from 'node:crypto';
import { createReadStream, type Dirent, existsSync, lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { Day } from '@evenhand/domain';
import { filesThatStand } from '@evenhand/records';
import { cityDay } from '../feeds';
import type { Stores } from '../stores';

/** A file that was loaded or refused, and kept. */
interface KeptFile {
  readonly path: string;
  /** Where it lies, from the data folder as far as it lies there. */
  readonly place: string;
  /** The month in which it was taken in, as a number like 202601. */
  readonly month: number;
}

/** The kept files of a place that were taken in in one month, and go. */
export interface GoingFiles {
  readonly place: string;
  readonly month: number;
  readonly paths: readonly string[];
  /** SHA-256 over the hashes of their contents, in their order. */
  readonly sha256: string;
}

/** What has not been loaded yet stands in neither. */
const KEPT = ['done', 'failed'];
const ROOTS = ['landing', 'drop'];
/** Says beside a file why it was refused. */
const REASON = '.reason.txt';

const isKept = (path: string): boolean => path.split(sep).some((part) => KEPT.includes(part));
const monthOf = (day: Day): number => Number(day.slice(0, 7).replace('-', ''));

const isFile = (entry: Dirent): boolean => entry.isFile() || entry.isSymbolicLink();

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(isFile)
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** Every kept file with the instant at which it was taken in; a file that no delivery notes is as old as its last change. */
async function takenIn({ folder, records }: Stores): Promise<ReadonlyMap<string, Date>> {
  const inFolder = ROOTS.flatMap((root) => filesBelow(join(folder.path, root)).filter((path) => isKept(relative(folder.path, path))));
  const taken = new Map(inFolder.map((path) => [path, lstatSync(path).mtime]));
  for (const { standsAt, takenAt } of await filesThatStand(records))
    for (const path of [standsAt, `${standsAt}${REASON}`]) if (lstatSync(path, { throwIfNoEntry: false })) taken.set(path, takenAt);
  return taken;
}

function placeOf(path: string, root: string): string {
  const own = relative(root, dirname(path));
  return own.startsWith('..') || isAbsolute(own) ? dirname(path) : own.split(sep).join('/');
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  if (lstatSync(path).isSymbolicLink()) return hash.update(readlinkSync(path)).digest('hex');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

async function goingOf(files: readonly KeptFile[]): Promise<GoingFiles> {
  const hashes: string[] = [];
  for (const { path } of files) hashes.push(await sha256Of(path));
  const sha256 = createHash('sha256').update(hashes.sort().join(',')).digest('hex');
  const [{ place, month } = { place: '', month: 0 }] = files;
  return { place, month, paths: files.map(({ path }) => path), sha256 };
}

/** The kept files that were taken in in whole months before a day, by place and month. What waits to be loaded stays. */
export async function keptFilesThatGo(stores: Stores, before: Day): Promise<readonly GoingFiles[]> {
  const { zone } = stores.city.settings;
  const files = [...(await takenIn(stores))].map(([path, at]): KeptFile => ({
    path,
    place: placeOf(path, stores.folder.path),
    month: monthOf(cityDay(at, zone)),
  }));
  const groups = new Map<string, KeptFile[]>();
  for (const file of files.filter(({ month }) => month < monthOf(before))) {
    const name = `${file.place} ${file.month}`;
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  const going = await Promise.all([...groups.values()].map(goingOf));
  return going.sort((a, b) => a.place.localeCompare(b.place) || a.month - b.month);
}

/** Removes kept files; of a link the link itself. */
export async function removeFiles(going: readonly GoingFiles[]): Promise<void> {
  for (const path of going.flatMap(({ paths }) => paths)) await rm(path, { force: true });
}
