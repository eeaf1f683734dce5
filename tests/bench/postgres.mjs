import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const VERSIONS = '/usr/lib/postgresql';

/** The newest PostgreSQL server installed on the machine; `undefined` when there is none. */
export function serverFolder() {
  if (!existsSync(VERSIONS)) return undefined;
  const [newest] = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a));
  const bin = newest && join(VERSIONS, newest, 'bin');
  return bin && existsSync(join(bin, 'initdb')) ? bin : undefined;
}

const CHECKS = `
CREATE UNLOGGED TABLE landing (ticket text, point text, field text, counter text, agent text, issued text, called text, started text, finished text, outcome text);
CREATE TABLE ticket (ticket text PRIMARY KEY, point text NOT NULL, field text, counter text, agent text, issued_at timestamp NOT NULL, called_at timestamp,
  started_at timestamp, finished_at timestamp, outcome text NOT NULL, issued_on date NOT NULL, wait_ms bigint, service_ms bigint);
CREATE TABLE quarantine (record text, reason text);
CREATE FUNCTION instant(value text) RETURNS timestamp LANGUAGE sql IMMUTABLE AS
  $$ SELECT CASE WHEN value ~ '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$' THEN value::timestamp END $$;
`;
const LOAD = (file) => `
COPY landing FROM '${file}' (FORMAT csv, HEADER true);
INSERT INTO quarantine SELECT row_to_json(landing)::text, 'issued unreadable' FROM landing
  WHERE instant(issued) IS NULL OR ticket = '' OR point = '' OR outcome NOT IN ('served', 'no_show', 'abandoned', 'waiting', 'closed_by_system', 'void');
INSERT INTO ticket SELECT ticket, point, field, counter, agent, instant(issued), instant(called), instant(started), instant(finished), outcome,
    (instant(issued) + interval '7 hours')::date, 1000 * extract(epoch FROM instant(called) - instant(issued)), 1000 * extract(epoch FROM instant(finished) - instant(started))
  FROM landing WHERE instant(issued) IS NOT NULL AND ticket <> '' AND point <> ''
    AND outcome IN ('served', 'no_show', 'abandoned', 'waiting', 'closed_by_system', 'void')
  ON CONFLICT (ticket) DO NOTHING;
CREATE TABLE ticket_day AS SELECT point, issued_on, field, count(*) AS tickets, sum(wait_ms) AS wait_sum_ms, count(*) FILTER (WHERE wait_ms > 1200000) AS long_waits,
    sum(service_ms) AS service_sum_ms FROM ticket GROUP BY point, issued_on, field;
`;

/** Starts a private server, gives a job a way to run SQL on it, and ends it. */
export async function withPostgres(folder, job) {
  const bin = serverFolder();
  const isRoot = process.getuid?.() === 0;
  const asUser = (program, args, options = {}) =>
    isRoot ? execFileSync('runuser', ['-u', 'postgres', '--', program, ...args], options) : execFileSync(program, args, options);
  const home = join(folder, 'postgres');
  mkdirSync(home);
  chmodSync(folder, 0o755);
  if (isRoot) spawnSync('chown', ['postgres', home]);
  const data = join(home, 'data');
  asUser(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '--no-sync'], { stdio: 'ignore' });
  const settings = ['shared_buffers=1GB', 'max_wal_size=16GB', 'work_mem=512MB', 'listen_addresses=', `unix_socket_directories=${home}`];
  asUser(
    join(bin, 'pg_ctl'),
    ['-D', data, '-w', '-l', join(home, 'log'), '-o', settings.map((setting) => `-c ${setting}`).join(' '), 'start'],
    { stdio: 'ignore' },
  );
  const psql = (text) =>
    asUser(join(bin, 'psql'), ['-h', home, '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', '-qAt', '-c', text], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
  try {
    return await job(psql);
  } finally {
    asUser(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], { stdio: 'ignore' });
  }
}

/** Loads the file into a private server: COPY, the same checks, one row per ticket, the sums per day. */
export const loadWithPostgres = (folder, file) =>
  withPostgres(folder, (psql) => {
    psql(CHECKS);
    const started = performance.now();
    psql(LOAD(file));
    const seconds = (performance.now() - started) / 1000;
    return { seconds, loaded: Number(psql('SELECT count(*) FROM ticket')), quarantined: Number(psql('SELECT count(*) FROM quarantine')) };
  });
