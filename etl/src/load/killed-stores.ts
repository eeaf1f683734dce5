import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { sql, trusted } from '@evenhand/warehouse';
import type { Stores } from '../stores';
import type { Scratch } from './scratch-stores';

const ROOT = join(__dirname, '../../..');

/** What a run leaves for good, without numbers and instants of the run itself. */
const TABLES = {
  ticket: '* EXCEPT run_id',
  ticket_version: '* EXCEPT run_id',
  ticket_day: '*',
  quarantine: '* EXCEPT (run_id, rejected_at, first_run_id, first_seen_at)',
  left_quarantine: '* EXCEPT (first_run_id, first_seen_at, left_run_id, left_at)',
  known_until: '* EXCEPT (run_id, published_at)',
  publication: 'entity, source',
  service_point: '*',
};
export type Dump = Readonly<Record<string, unknown>>;

/** Everything that a run could change, and the work tables that it must not leave. */
export async function dump({ warehouse }: Stores): Promise<Dump> {
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

/** Copies a data folder of a scratch folder beside itself. */
export function copyOf(scratch: Scratch, data: string, name: string): string {
  cpSync(join(scratch.path, data), join(scratch.path, name), { recursive: true });
  return name;
}

/** A data folder as a kill leaves it, and the statement that was next. */
export interface Killed {
  readonly statement: string;
  readonly data: string;
}

/** Does something in another process, which stands still before each statement that changes a store. */
export class KillProbe {
  private readonly built = join(ROOT, 'tmp', `kill-probe-${process.pid}`);

  constructor(private readonly scratch: Scratch) {
    const build = [join(ROOT, 'tools/build-node.mjs'), join(ROOT, 'etl/tsconfig.json'), this.built, join(__dirname, 'kill-probe.ts')];
    spawnSync(process.execPath, build, { cwd: ROOT, stdio: 'inherit' });
  }

  /**
   * Copies the data folder at boundaries between two statements, while the other process goes on to its end.
   * @param leaves says of a statement whether what it leaves is looked at
   */
  async copies(
    data: string,
    act: readonly ['load' | 'replay', ...string[]],
    leaves: (statement: string) => boolean,
  ): Promise<readonly Killed[]> {
    const child = spawn(process.execPath, [join(this.built, 'kill-probe.mjs'), ...act], {
      env: { ...process.env, ...this.scratch.env(data) },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const copies: Killed[] = [];
    let isLookedAt = true;
    for await (const statement of createInterface({ input: child.stdout })) {
      if (isLookedAt) await stopped(child, () => copies.push({ statement, data: copyOf(this.scratch, data, `${data}-${copies.length}`) }));
      isLookedAt = leaves(statement);
      child.stdin.write('.');
    }
    return copies;
  }

  remove(): void {
    rmSync(this.built, { recursive: true, force: true });
  }
}
