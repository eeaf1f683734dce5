import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openStores } from '@evenhand/etl';
import { listRuns } from '@evenhand/records';
import { sql } from '@evenhand/warehouse';
import { type EngineOverHttp, startEngineOverHttp } from '@evenhand/warehouse/testing';
import { ROOT } from '../product/commands';
import { type CityDatabase, namedEngines, PASSWORD, startDatabase, USER } from './city-database';

const ROWS = 20_000;
const STAGING = 'SELECT id AS ticket_id, point AS point_code, issued AS issued_at, outcome FROM input';
const HEADER = 'id,point,issued,outcome';

describe.each(namedEngines().filter((engine) => engine === 'postgresql'))('a worker beside servers, records in %s', (kind) => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'evenhand-worker-')));
  const [data, drop] = [join(home, 'data'), join(home, 'drop')];
  let database: CityDatabase;
  let engine: EngineOverHttp;
  let env: Record<string, string>;
  let worker: ChildProcess | undefined;

  beforeAll(async () => {
    for (const folder of [data, drop, join(home, 'counter')]) mkdirSync(folder);
    writeFileSync(
      join(home, 'counter/source.yml'),
      `name: counter\ntitle: { vi: Quầy, en: Counter }\nzone: Asia/Ho_Chi_Minh\nread: { format: CSVWithNames }\nfrom: { kind: folder, path: ${drop}, quiet_seconds: 0 }\n`,
    );
    writeFileSync(join(home, 'counter/ticket.sql'), STAGING);
    writeFileSync(
      join(home, 'city.yml'),
      'name: { vi: Thử, en: Test }\nzone: Asia/Ho_Chi_Minh\nsources: [{ folder: counter, schedule: { every_minutes: 1440 } }]\n',
    );
    database = await startDatabase(kind);
    engine = await startEngineOverHttp({ filesWithin: data });
    env = {
      EVENHAND_DATA: data,
      EVENHAND_CITY: join(home, 'city.yml'),
      CLICKHOUSE_URL: engine.url,
      DATABASE_URL: `postgres://${USER}:${PASSWORD}@127.0.0.1:${database.port}/queue`,
    };
  });
  afterAll(async () => {
    await end('SIGKILL');
    await engine?.stop();
    await database?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  async function begin(): Promise<void> {
    const started = spawn(process.execPath, [join(ROOT, 'dist/etl/main.mjs'), 'worker'], {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    worker = started;
    let said = '';
    await new Promise<void>((done, fail) => {
      started.stderr.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('The worker is running')) done();
      });
      started.once('exit', () => fail(new Error(`the worker ended: ${said}`)));
    });
  }

  async function end(signal: NodeJS.Signals): Promise<number | null | undefined> {
    const ending = worker;
    worker = undefined;
    if (!ending || ending.exitCode !== null) return ending?.exitCode;
    const ended = new Promise<number | null>((done) => ending.once('exit', done));
    ending.kill(signal);
    return ended;
  }

  const filesIn = (folder: string): string[] => (existsSync(join(drop, folder)) ? readdirSync(join(drop, folder)) : []);
  async function until(isSo: () => boolean): Promise<void> {
    for (let tries = 0; tries < 1_200 && !isSo(); tries++) await wait(25);
    expect(isSo()).toBe(true);
  }

  function bring(name: string): void {
    const lines = Array.from({ length: ROWS }, (_, index) => `${name}-${index},P${index % 40},2026-10-05 08:00:00,waiting`);
    writeFileSync(join(home, name), [HEADER, ...lines, ''].join('\n'));
    renameSync(join(home, name), join(drop, `${name}.csv`));
  }

  /** What another process that shares the servers finds there. */
  async function found(): Promise<{ readonly tickets: number; readonly versions: number; readonly loaded: readonly number[] }> {
    const stores = await openStores({ ...env, EVENHAND_DATA: join(home, 'another') }, 'a test');
    try {
      const [counts] = await stores.warehouse.rows<{ tickets: number; versions: number }>(
        sql`SELECT (SELECT count() FROM ticket) AS tickets, (SELECT count() FROM ticket_version) AS versions`,
      );
      const published = (await listRuns(stores.records)).filter(({ status }) => status === 'published');
      return { tickets: 0, versions: 0, ...counts, loaded: published.map((run) => run.counts[0]?.loaded ?? 0) };
    } finally {
      await stores.close();
    }
  }

  it('loads what is dropped, though the engine reads no file outside the data folder', async () => {
    await begin();
    bring('first');
    await until(() => filesIn('done').includes('first.csv'));
    expect(await found()).toEqual({ tickets: ROWS, versions: ROWS, loaded: [ROWS] });
  });

  it('ends orderly when it is told to, and the next one goes on', async () => {
    expect(await end('SIGTERM')).toBe(0);
    bring('second');
    await begin();
    await until(() => filesIn('done').includes('second.csv'));
    expect(await found()).toEqual({ tickets: 2 * ROWS, versions: 2 * ROWS, loaded: [ROWS, ROWS] });
  });
});
