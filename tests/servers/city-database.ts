import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, PrivateHome } from './private-home';

/** What the tests look for where it must not be. */
export const PASSWORD = 'mat-khau-9f3c1';
export const USER = 'reader';

/** A database server with one database, `queue`, and one account that may read and write it. */
export interface CityDatabase {
  readonly engine: 'postgresql' | 'mysql';
  readonly port: number;
  /** The type of an instant with its offset. */
  readonly instant: string;
  /** The type of an instant on the wall clock. */
  readonly local: string;
  /** Runs statements; instants in them are UTC. */
  run(statements: string): void;
  stop(): Promise<void>;
}

const INSTALLED = '/usr/lib/postgresql';

/** The server keeps a zone of its own, so that a test sees whoever forgets to ask for another. */
async function postgresql(): Promise<CityDatabase> {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a)) : [];
  const bin = versions.map((version) => join(INSTALLED, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
  if (bin === undefined) throw new Error(`There is no PostgreSQL under ${INSTALLED}; install Debian's postgresql.`);
  const home = new PrivateHome('postgres');
  const password = join(home.path, 'password');
  writeFileSync(password, PASSWORD, { mode: 0o644 });
  home.run(join(bin, 'initdb'), ['-D', 'cluster', '-U', USER, '-A', 'scram-sha-256', `--pwfile=${password}`, '-E', 'UTF8', '--no-sync']);
  const port = await freePort();
  const ask = (database: string, statements: string): void => {
    execFileSync(join(bin, 'psql'), ['-h', '127.0.0.1', '-p', String(port), '-U', USER, '-v', 'ON_ERROR_STOP=1', '-q', database], {
      input: `SET TIME ZONE 'UTC';\n${statements}`,
      env: { ...process.env, PGPASSWORD: PASSWORD },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
  };
  const args = ['-D', 'cluster', '-p', String(port), '-k', home.path, '-h', '127.0.0.1', '-F', '-c', 'timezone=Asia/Tokyo'];
  await home.start(join(bin, 'postgres'), args, () => ask('postgres', 'SELECT 1'));
  ask('postgres', 'CREATE DATABASE queue');
  return {
    engine: 'postgresql',
    port,
    instant: 'timestamptz',
    local: 'timestamp',
    run: (statements) => ask('queue', statements),
    stop: () => home.stop('SIGINT'),
  };
}

const programIn = (name: string): string | undefined =>
  ['/usr/sbin', '/usr/bin', '/usr/local/bin'].map((folder) => join(folder, name)).find((path) => existsSync(path));

async function mysql(): Promise<CityDatabase> {
  const [server, client, installer] = ['mariadbd', 'mariadb', 'mariadb-install-db'].map(programIn);
  if (!server || !client || !installer) throw new Error("There is no mariadbd; install Debian's mariadb-server.");
  const home = new PrivateHome('mysql');
  const [data, socket] = [join(home.path, 'data'), join(home.path, 'socket')];
  home.run(installer, ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db']);
  const port = await freePort();
  const ask = (statements: string, user: readonly string[], env: Readonly<Record<string, string>> = {}): void => {
    execFileSync(client, ['--no-defaults', '-S', socket, '--default-character-set=utf8mb4', ...user], {
      input: `SET time_zone = '+00:00';\n${statements}`,
      env: { ...process.env, ...env },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
  };
  const args = ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, `--port=${port}`, '--bind-address=127.0.0.1'];
  await home.start(server, [...args, '--default-time-zone=+09:00', '--skip-log-bin'], () => ask('SELECT 1', ['-uroot']));
  const accounts = ["'127.0.0.1'", "'localhost'"].map(
    (at) => `CREATE USER '${USER}'@${at} IDENTIFIED BY '${PASSWORD}'; GRANT ALL ON queue.* TO '${USER}'@${at};`,
  );
  ask(`CREATE DATABASE queue CHARACTER SET utf8mb4; ${accounts.join(' ')}`, ['-uroot']);
  return {
    engine: 'mysql',
    port,
    instant: 'timestamp(6) NULL',
    local: 'datetime(6)',
    run: (statements) => ask(statements, [`-u${USER}`, 'queue'], { MYSQL_PWD: PASSWORD }),
    stop: () => home.stop('SIGTERM'),
  };
}

const STARTS = { postgresql, mysql } as const;

/** The servers that the command line named. */
export function namedEngines(): readonly (keyof typeof STARTS)[] {
  const named = (process.env['EVENHAND_SERVERS'] ?? '').split(' ').filter((name) => name === 'postgresql' || name === 'mysql');
  if (named.length === 0) throw new Error('Say which servers to test against: npm run test:servers -- postgresql mysql');
  return named;
}

/** Starts a server of the test's own. @throws when this machine has none of the kind */
export const startDatabase = (engine: keyof typeof STARTS): Promise<CityDatabase> => STARTS[engine]();
