import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { claimDataFolder } from '@evenhand/data-folder';
import { openRecords } from '@evenhand/records';
import { openWarehouse } from '@evenhand/warehouse';

const FIRST_START = 'evenhand-first-start-';

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`) || pid === process.pid;

function removeThoseOfTheDead(): void {
  const left = readdirSync(tmpdir()).filter(
    (name) => name.startsWith(FIRST_START) && !isAlive(Number.parseInt(name.slice(FIRST_START.length))),
  );
  for (const name of left) rmSync(join(tmpdir(), name), { recursive: true, force: true });
}

/** The process that all workers of a run belong to, or the one that runs by itself. */
const RUN = Number(process.env['EVENHAND_TEST_RUN'] ?? process.pid);

/** Moves what was made to its place, unless another worker was quicker. */
function putInPlace(made: string, place: string): void {
  try {
    renameSync(made, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
    rmSync(made, { recursive: true });
  }
}

/** Makes the tables of both stores once per run, with no city in them: making them anew for each test takes seconds. */
async function firstStart(): Promise<string> {
  const place = join(tmpdir(), `${FIRST_START}${RUN}`);
  if (existsSync(place)) return place;
  removeThoseOfTheDead();
  const making = `${place}-made-by-${process.pid}`;
  const folder = await claimDataFolder(making, 'a test');
  await (await openWarehouse({ folder })).close();
  await (await openRecords({ folder })).destroy();
  await folder.release();
  putInPlace(making, place);
  return place;
}

/** Puts a data folder whose tables are up to date and empty where there is none; the city of the next start goes into it. */
export async function freshDataFolder(data: string): Promise<string> {
  if (!existsSync(data)) cpSync(await firstStart(), data, { recursive: true });
  return data;
}
