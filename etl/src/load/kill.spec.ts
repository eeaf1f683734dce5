import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { listRuns } from '@evenhand/records';
import { sql, trusted } from '@evenhand/warehouse';
import type { Stores } from '../stores';
import { loadSource } from './load-source';
import { Scratch } from './scratch-stores';

const root = join(__dirname, '../../..');
const built = join(root, 'tmp', `kill-probe-${process.pid}`);
const scratch = new Scratch();
const source = scratch.source('killed', {
  ticket: `SELECT id AS ticket_id, point AS point_code, issued AS issued_at, called AS first_called_at, outcome, gone AS withdrawn FROM input`,
});
const HEADER = 'id,point,issued,called,outcome,gone';
const known = scratch.file('known.csv', [
  HEADER,
  'a,P1,2026-07-05 08:00:00,2026-07-05 08:05:00,served,',
  'b,P1,2026-07-06 08:00:00,,waiting,',
  'c,P1,2026-08-06 08:00:00,,waiting,',
  'g,P1,2026-08-07 08:00:00,,waiting,',
]);
// A correction, a duplicate, a case that moves to another month, one in a month of its own, one withdrawn, and a bad record.
const next = scratch.file('next.csv', [
  HEADER,
  'a,P1,2026-07-05 08:00:00,2026-07-05 08:25:00,served,',
  'c,P1,2026-08-06 08:00:00,,waiting,',
  'b,P1,2026-08-06 08:00:00,,waiting,',
  'd,P2,2026-09-06 08:00:00,,waiting,',
  'g,P1,2026-08-07 08:00:00,,waiting,1',
  'e,P1,never,,waiting,',
]);

/** What is left is the same tables as before the load, whichever statement it died at; loading them again is tried for some. */
const RELOAD_EVERY = 8;

const TABLES = {
  ticket: '* EXCEPT run_id',
  ticket_version: '* EXCEPT run_id',
  ticket_day: '*',
  quarantine: '* EXCEPT (run_id, rejected_at, first_run_id, first_seen_at)',
  known_until: '* EXCEPT (run_id, published_at)',
  publication: 'entity, source',
  service_point: '*',
};
type Dump = Readonly<Record<string, unknown>>;

async function dump({ warehouse }: Stores): Promise<Dump> {
  const tables: Record<string, unknown> = {};
  for (const [table, columns] of Object.entries(TABLES)) {
    const isFinal = table === 'known_until' ? 'FINAL' : '';
    tables[table] = await warehouse.rows(sql`SELECT ${trusted(columns)} FROM ${trusted(`${table} ${isFinal}`)} ORDER BY ALL`);
  }
  tables['work'] = await warehouse.rows(sql`
    SELECT name FROM system.tables WHERE database = currentDatabase() AND match(name, '^(load|rollup)_[0-9]')`);
  return tables;
}

/** A process that is stopped writes nothing, so a copy of its files is what a kill would leave. */
async function stopped(child: ChildProcess, job: () => void): Promise<void> {
  child.kill('SIGSTOP');
  const state = `/proc/${child.pid ?? 0}/stat`;
  if (existsSync(state)) while (!/\) T/.test(readFileSync(state, 'utf8'))) await wait(1);
  else await wait(50);
  job();
  child.kill('SIGCONT');
}

const copyOf = (data: string, name: string): string => {
  cpSync(join(scratch.path, data), join(scratch.path, name), { recursive: true });
  return name;
};

/** Loads in another process and copies its data folder at every boundary between two statements; gives the copies by statement. */
async function copiesAtEachStep(data: string): Promise<readonly (readonly [string, string])[]> {
  const child = spawn(process.execPath, [join(built, 'kill-probe.mjs'), source, next], {
    env: { ...process.env, ...scratch.env(data) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const copies: [string, string][] = [];
  let writes = true;
  for await (const statement of createInterface({ input: child.stdout })) {
    // What a statement that writes nothing leaves is what stood before it.
    if (writes) await stopped(child, () => copies.push([statement, copyOf(data, `${data}-${copies.length}`)]));
    writes = !/^(SYSTEM|START TRANSACTION)/.test(statement);
    child.stdin.write('.');
  }
  return copies;
}

describe('a load that is killed', () => {
  let before: Dump;
  let after: Dump;
  let copies: readonly (readonly [string, string])[];

  /** Holds that stores opened again are as before the load or as after it; loading again then ends as it had ended. */
  async function recovered(stores: Stores, statement: string, isLoadedAgain: boolean): Promise<string> {
    const run = (await listRuns(stores.records)).find(({ files }) => files.includes(next));
    const status = run?.status ?? 'never began';
    expect([statement, await dump(stores)]).toEqual([statement, status === 'published' ? after : before]);
    if (status === 'failed') expect(run?.message).toBe('The load was interrupted before it published anything; load the files again.');
    if (status === 'published' || !isLoadedAgain) return status;
    await loadSource(stores, { source, files: [next] });
    expect([statement, await dump(stores)]).toEqual([statement, after]);
    return status;
  }

  beforeAll(async () => {
    const build = [join(root, 'tools/build-node.mjs'), join(root, 'etl/tsconfig.json'), built, join(__dirname, 'kill-probe.ts')];
    spawnSync(process.execPath, build, { cwd: root, stdio: 'inherit' });
    const stores = await scratch.open('before');
    await loadSource(stores, { source, files: [known] });
    before = await dump(stores);
    await stores.close();
    copies = await copiesAtEachStep(copyOf('before', 'probed'));
    const undisturbed = await scratch.open('probed');
    after = await dump(undisturbed);
    await undisturbed.close();
  }, 600_000);
  afterAll(() => {
    rmSync(built, { recursive: true, force: true });
    scratch.remove();
  });

  it('leaves everything as it was, or finishes when it had begun to publish, between whichever two statements it died', async () => {
    const ends: string[] = [];
    for (const [index, [statement, data]] of copies.entries()) {
      const stores = await scratch.open(data);
      try {
        ends.push(await recovered(stores, statement, index % RELOAD_EVERY === 0));
      } finally {
        await stores.close();
        rmSync(join(scratch.path, data), { recursive: true });
      }
    }
    expect([...new Set(ends)]).toEqual(['never began', 'failed', 'published']);
    expect(copies.length).toBeGreaterThan(40);
  }, 900_000);
});
