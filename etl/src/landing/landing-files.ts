import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;
const UNFINISHED = '.part';

/** Makes a folder that no other user can look into. */
export const makePrivateFolder = async (path: string): Promise<void> => {
  await mkdir(path, { recursive: true, mode: OWNER_ONLY_FOLDER });
};

async function synced(path: string, flags: string, text?: string): Promise<void> {
  const file = await open(path, flags, OWNER_ONLY_FILE);
  try {
    if (text !== undefined) await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Writes a file for its user alone. When this resolves the file is there after a power cut; until then there is none of that name. */
export async function writeDurably(folder: string, name: string, text: string): Promise<void> {
  const unfinished = join(folder, `${name}${UNFINISHED}`);
  try {
    await synced(unfinished, 'wx', text);
    await rename(unfinished, join(folder, name));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  // The new name itself stands in the folder. Windows has no way to flush one.
  if (process.platform !== 'win32') await synced(folder, 'r');
}

/** The names of the complete files of a folder, by name; what a killed process left unfinished goes. */
export async function completeFiles(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile()).map(({ name }) => name);
  for (const name of names.filter((one) => one.endsWith(UNFINISHED))) await rm(join(folder, name), { force: true });
  return names.filter((name) => !name.endsWith(UNFINISHED)).sort();
}
