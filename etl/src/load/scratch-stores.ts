import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores, type Stores } from '../stores';
import { freshDataFolder } from '../testing/fresh-data-folder';

const CITY = ['name: { vi: Thử, en: Test }', 'zone: Asia/Ho_Chi_Minh'];

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

  /** As {@link env}, over a data folder whose tables are made. */
  async preparedEnv(data = 'data', city: readonly string[] = CITY): Promise<Record<string, string>> {
    const env = this.env(data, city);
    await freshDataFolder(join(this.path, data));
    return env;
  }

  async open(data = 'data', city: readonly string[] = CITY): Promise<Stores> {
    return openStores(await this.preparedEnv(data, city), 'a test');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Tickets with the fewest columns that a ticket can have, and a wait. */
export const TICKETS = 'SELECT id AS ticket_id, point AS point_code, issued AS issued_at, called AS first_called_at, outcome FROM input';
export const TICKET_HEADER = 'id,point,issued,called,outcome';
