import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A PostgreSQL server of this test's own: nobody else knows its port, and it leaves nothing behind. */
export interface PrivateServer {
  readonly url: string;
  stop(): Promise<void>;
}

const INSTALLED = '/usr/lib/postgresql';

function programs(): string | undefined {
  if (!existsSync(INSTALLED)) return undefined;
  const versions = readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(INSTALLED, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root, so root hands over to the account that the package made. */
function account(): Account | undefined {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) return { uid, gid };
  try {
    const ask = (flag: string): number =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined; // there is no such account, so there is no server
  }
}

const freePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function answers(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

const exitOf = (server: ChildProcess): Promise<void> => new Promise((done) => server.once('exit', () => done()));

/** Starts a server, or gives `undefined` on a machine that has none. */
export async function startPrivateServer(): Promise<PrivateServer | undefined> {
  const bin = programs();
  const user = account();
  if (!bin || !user) return undefined;
  const home = mkdtempSync(join(tmpdir(), 'evenhand-postgres-'));
  chmodSync(home, 0o700);
  chownSync(home, user.uid, user.gid);
  const cluster = join(home, 'cluster');
  execFileSync(join(bin, 'initdb'), ['-D', cluster, '-U', 'evenhand', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...user,
    cwd: home,
    stdio: 'ignore',
  });
  const port = await freePort();
  const server = spawn(join(bin, 'postgres'), ['-D', cluster, '-p', String(port), '-k', home, '-h', '127.0.0.1', '-F'], {
    ...user,
    cwd: home,
    stdio: 'ignore',
  });
  const exit = exitOf(server);
  const url = `postgres://evenhand@127.0.0.1:${port}/postgres`;
  await answers(url);
  return {
    url,
    stop: async () => {
      server.kill('SIGINT');
      await exit;
      rmSync(home, { recursive: true, force: true });
    },
  };
}
