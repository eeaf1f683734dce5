import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores, pullSource, type RunSummary, type Stores } from '@evenhand/etl';
import { freshDataFolder } from '@evenhand/etl/testing';
import { sql, trusted } from '@evenhand/warehouse';
import { ROOT } from '../product/commands';
import { type CityDatabase, PASSWORD, USER } from './city-database';

export const CREDENTIALS = { QUEUE_DB_USER: USER, QUEUE_DB_PASSWORD: PASSWORD };

/** What one pull counted, all runs together. */
export interface Counted {
  readonly runs: number;
  readonly read: number;
  readonly loaded: number;
  readonly duplicate: number;
  readonly quarantined: number;
}

function countsOf(runs: readonly RunSummary[]): Counted {
  const counts = runs.flatMap((run) => run.counts);
  const sum = (of: (count: (typeof counts)[number]) => number): number => counts.reduce((total, count) => total + of(count), 0);
  return {
    runs: runs.length,
    read: sum(({ read }) => read),
    loaded: sum(({ loaded }) => loaded),
    duplicate: sum(({ duplicate }) => duplicate),
    quarantined: sum(({ quarantined }) => quarantined),
  };
}

/** A city of its own that pulls the example source from a server. */
export class PulledCity {
  readonly path = mkdtempSync(join(tmpdir(), 'evenhand-pull-'));
  readonly city = join(this.path, 'city.yml');
  private opened: Stores | undefined;

  constructor(private readonly database: CityDatabase) {
    writeFileSync(this.city, 'name: { vi: Thử, en: Test }\nzone: Asia/Ho_Chi_Minh\n');
  }

  /** The example source over this test's server, with lines of its `from` replaced. */
  source(name: string, changes: Readonly<Record<string, string>> = {}, staging?: string): string {
    const folder = join(this.path, name);
    mkdirSync(folder, { recursive: true });
    const example = join(ROOT, 'etl/sources/queue-database');
    const { engine, port } = this.database;
    const all: Record<string, string> = { engine, port: String(port), slice_rows: '500000', ...changes };
    const lines = readFileSync(join(example, 'source.yml'), 'utf8')
      .replace(/^name: .*$/m, `name: ${name}`)
      .replace('  overlap_minutes: 30', '  overlap_minutes: 30\n  slice_rows: 500000');
    const text = Object.entries(all).reduce((now, [key, value]) => now.replace(new RegExp(`(\\s${key}:) .*`), `$1 ${value}`), lines);
    writeFileSync(join(folder, 'source.yml'), text);
    writeFileSync(join(folder, 'ticket.sql'), staging ?? readFileSync(join(example, 'ticket.sql'), 'utf8'));
    return folder;
  }

  /** The environment of a data folder whose tables are made. */
  async env(data = 'data'): Promise<Record<string, string>> {
    return { ...CREDENTIALS, EVENHAND_DATA: await freshDataFolder(join(this.path, data)), EVENHAND_CITY: this.city };
  }

  /** The one open data folder; a process can hold one at a time. */
  async stores(data = 'data'): Promise<Stores> {
    return (this.opened ??= await openStores(await this.env(data), 'a test'));
  }

  async pull(source: string, env: Readonly<Record<string, string>> = CREDENTIALS): Promise<Counted> {
    return countsOf(await pullSource(await this.stores(), source, undefined, env));
  }

  async rows<Row>(query: string): Promise<Row[]> {
    return (await this.stores()).warehouse.rows<Row>(sql`${trusted(query)}`);
  }

  async close(): Promise<void> {
    await this.opened?.close();
    this.opened = undefined;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
