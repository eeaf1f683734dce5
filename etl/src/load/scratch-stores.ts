import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { openStores, type Stores } from '../stores';

const CITY = ['name: { vi: Thử, en: Test }', 'zone: Asia/Ho_Chi_Minh'];

const FIRST_START = 'evenhand-first-start-';

const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}`) || pid === process.pid;

/** Makes the tables of fresh stores once per process: making them anew for each test takes seconds. */
async function firstStart(open: (data: string) => Promise<Stores>): Promise<string> {
  const place = join(tmpdir(), `${FIRST_START}${process.pid}`);
  if (existsSync(place)) return place;
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith(FIRST_START) && !isAlive(Number(name.slice(FIRST_START.length))));
  for (const name of left) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  const stores = await open(place);
  await stores.close();
  return place;
}

/** A folder for tests with a city, source folders and files in it. */
export class Scratch {
  readonly path = mkdtempSync(join(tmpdir(), 'evenhand-etl-'));

  /** Writes a file of lines and gives its path. */
  file(name: string, lines: readonly string[], end = '\n'): string {
    const path = join(this.path, name);
    writeFileSync(path, lines.map((line) => `${line}${end}`).join(''));
    return path;
  }

  /** Writes a source folder and gives its path. */
  source(
    name: string,
    staging: Readonly<Record<string, string>>,
    settings: readonly string[] = ['read: { format: CSVWithNames }'],
  ): string {
    const folder = join(this.path, 'sources', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'source.yml'),
      [`name: ${name}`, 'title: { vi: Nguồn, en: Source }', 'zone: Asia/Ho_Chi_Minh', ...settings].join('\n'),
    );
    for (const [entity, text] of Object.entries(staging)) writeFileSync(join(folder, `${entity}.sql`), text);
    return folder;
  }

  /** The environment of a data folder in here. */
  env(data = 'data', city: readonly string[] = CITY): Record<string, string> {
    return { EVENHAND_DATA: join(this.path, data), EVENHAND_CITY: this.file('city.yml', city) };
  }

  async open(data = 'data', city: readonly string[] = CITY): Promise<Stores> {
    const place = join(this.path, data);
    if (city === CITY && !existsSync(place)) cpSync(await firstStart((one) => this.opened(one, city)), place, { recursive: true });
    return this.opened(place, city);
  }

  private opened(place: string, city: readonly string[]): Promise<Stores> {
    return openStores({ ...this.env('', city), EVENHAND_DATA: place }, 'a test');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Tickets with the fewest columns that a ticket can have, and a wait. */
export const TICKETS = 'SELECT id AS ticket_id, point AS point_code, issued AS issued_at, called AS first_called_at, outcome FROM input';
export const TICKET_HEADER = 'id,point,issued,called,outcome';
