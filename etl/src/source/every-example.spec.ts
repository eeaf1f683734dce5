import { existsSync, globSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSource, type RunSummary } from '../load/load-source';
import { openStores, type Stores } from '../stores';
import { freshDataFolder } from '../testing/fresh-data-folder';
import { readSourceFolder } from './source-folder';

const SOURCES = join(__dirname, '../../sources');
const CITIES = join(__dirname, '../../cities');
const FILE_KINDS: readonly string[] = ['folder', 'http', 'object_store'];

/** What is asked of a database or an interface, or sent by one, lies in no file that could be an example. */
const comesAsFiles = (folder: string): boolean => {
  const { from } = readSourceFolder(join(SOURCES, folder)).settings;
  return from === undefined || FILE_KINDS.includes(from.kind);
};
const FOLDERS = readdirSync(SOURCES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => existsSync(join(SOURCES, name, 'source.yml')) && comesAsFiles(name))
  .sort();

/** The same log in another format. */
const SAME_CITY: Readonly<Record<string, string>> = { 'receipt-xes': 'receipt' };

/** A log from elsewhere has a city of its own; everything else belongs to the simulated one. */
const cityOf = (folder: string): string => {
  const own = join(CITIES, SAME_CITY[folder] ?? folder, 'city.yml');
  return existsSync(own) ? own : join(CITIES, 'hanoi-simulated/city.yml');
};

/** These show on purpose, as their README says, what becomes of a record that nobody can count: how many such records each has. */
const REJECTED: Readonly<Record<string, number>> = { 'queue-drop': 1, 'queue-http': 2, 'queue-workbook': 1 };

describe.each([...new Set(FOLDERS.map(cityOf))])('the examples of the sources of %s', (city) => {
  const path = mkdtempSync(join(tmpdir(), 'evenhand-examples-'));
  const data = join(path, 'data');
  let stores: Stores;
  beforeAll(async () => {
    stores = await openStores({ EVENHAND_DATA: await freshDataFolder(data), EVENHAND_CITY: city }, 'a test');
  }, 60_000);
  afterAll(async () => {
    await stores.close();
    rmSync(path, { recursive: true });
  });

  const load = (folder: string): Promise<RunSummary> =>
    loadSource(stores, { source: join(SOURCES, folder), files: [join(SOURCES, folder, 'example*')] });

  it.each(FOLDERS.filter((folder) => cityOf(folder) === city))('%s has an example, of which every record is loaded', async (folder) => {
    expect(globSync(join(SOURCES, folder, 'example*'))).not.toEqual([]);
    const { status, counts, newPoints } = await load(folder);
    expect({ status, isComplete: counts.every(({ read, loaded }) => loaded > 0 && read === loaded + (REJECTED[folder] ?? 0)) }).toEqual({
      status: 'published',
      isComplete: true,
    });
    if (city.includes('hanoi-simulated')) expect(newPoints).toEqual([]);
  });
});
