import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listRuns } from '@evenhand/records';
import { sql, trusted } from '@evenhand/warehouse';
import type { Stores } from '../stores';
import { loadSource } from './load-source';
import { Scratch, TICKET_HEADER, TICKETS } from './scratch-stores';

const root = join(__dirname, '../../..');
const built = join(root, 'tmp', `kill-probe-${process.pid}`);
const scratch = new Scratch();
const source = scratch.source('killed', { ticket: TICKETS });
const known = scratch.file('known.csv', [
  TICKET_HEADER,
  'a,P1,2026-07-05 08:00:00,2026-07-05 08:05:00,served',
  'b,P1,2026-07-06 08:00:00,,waiting',
  'c,P1,2026-08-06 08:00:00,,waiting',
]);
// A correction, a duplicate, a case that moves to another month, a case in a month of its own, and a bad record.
const next = scratch.file('next.csv', [
  TICKET_HEADER,
  'a,P1,2026-07-05 08:00:00,2026-07-05 08:25:00,served',
  'c,P1,2026-08-06 08:00:00,,waiting',
  'b,P1,2026-08-06 08:00:00,,waiting',
  'd,P1,2026-09-06 08:00:00,,waiting',
  'e,P1,never,,waiting',
]);

const TABLES = {
  ticket: '* EXCEPT run_id',
  ticket_version: '* EXCEPT run_id',
  ticket_day: '*',
  quarantine: '* EXCEPT (run_id, rejected_at)',
  known_until: '* EXCEPT (run_id, published_at)',
};

async function dump({ warehouse }: Stores): Promise<Record<string, unknown>> {
  const tables: Record<string, unknown> = {};
  for (const [table, columns] of Object.entries(TABLES)) {
    const isFinal = table === 'known_until' ? 'FINAL' : '';
    tables[table] = await warehouse.rows(sql`SELECT ${trusted(columns)} FROM ${trusted(`${table} ${isFinal}`)} ORDER BY ALL`);
  }
  return tables;
}

/** Loads in another process that dies at the given step; gives how often the load told its progress when it lived. */
function loadAndDie(data: string, diesAt: number): { readonly told: number; readonly signal: string | null } {
  const probe = spawnSync(process.execPath, [join(built, 'kill-probe.mjs'), source, next, String(diesAt)], {
    env: { ...process.env, ...scratch.env(data) },
    encoding: 'utf8',
  });
  return { told: Number(probe.stdout), signal: probe.signal };
}

const copyOf = (data: string, name: string): string => {
  cpSync(join(scratch.path, data), join(scratch.path, name), { recursive: true });
  return name;
};

describe('a load that is killed', () => {
  let before: Record<string, unknown>;
  let after: Record<string, unknown>;
  let steps = 0;

  beforeAll(async () => {
    spawnSync(
      process.execPath,
      [join(root, 'tools/build-node.mjs'), join(root, 'etl/tsconfig.json'), built, join(__dirname, 'kill-probe.ts')],
      {
        cwd: root,
      },
    );
    const stores = await scratch.open('before');
    await loadSource(stores, { source, files: [known] });
    before = await dump(stores);
    await stores.close();
    steps = loadAndDie(copyOf('before', 'after'), 0).told;
    const undisturbed = await scratch.open('after');
    after = await dump(undisturbed);
    await undisturbed.close();
  }, 120_000);
  afterAll(() => {
    rmSync(built, { recursive: true, force: true });
    scratch.remove();
  });

  it('leaves everything as it was, or finishes when it had begun to publish, at whichever step it died', async () => {
    const ends: string[] = [];
    for (let step = 1; step <= steps; step++) {
      const data = copyOf('before', `killed-${step}`);
      expect(loadAndDie(data, step).signal).toBe('SIGKILL');
      const stores = await scratch.open(data);
      const [run] = await listRuns(stores.records);
      ends.push(run?.status ?? '');
      expect(await dump(stores)).toEqual(run?.status === 'published' ? after : before);
      expect(
        await stores.warehouse.rows(sql`SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, 'load_')`),
      ).toEqual([]);
      if (run?.status === 'failed') {
        expect(run.message).toBe('The load was interrupted before it published anything; load the files again.');
        await loadSource(stores, { source, files: [next] });
        expect(await dump(stores)).toEqual(after);
      }
      await stores.close();
    }
    expect([...new Set(ends)]).toEqual(['failed', 'published']);
  }, 240_000);
});
