import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const here = import.meta.dirname;

/** Installs DuckDB beside this file, from the lock file beside this file. */
function install() {
  if (existsSync(join(here, 'node_modules/@duckdb/node-api'))) return;
  const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, encoding: 'utf8' });
  if (status !== 0) throw new Error(`DuckDB could not be installed: ${stderr}`);
}

const OUTCOMES = "('served', 'no_show', 'abandoned', 'waiting', 'closed_by_system', 'void')";
const LOAD = (file) => [
  `CREATE TABLE landing AS SELECT * FROM read_csv('${file}', all_varchar = true, header = true)`,
  `CREATE TABLE quarantine AS SELECT to_json(landing)::VARCHAR AS record, 'issued unreadable' AS reason FROM landing
    WHERE try_cast(issued AS TIMESTAMP) IS NULL OR ticket = '' OR point = '' OR outcome NOT IN ${OUTCOMES}`,
  `CREATE TABLE ticket AS SELECT DISTINCT ON (ticket) ticket, point, field, counter, agent, issued::TIMESTAMP AS issued_at, try_cast(called AS TIMESTAMP) AS called_at,
      try_cast(started AS TIMESTAMP) AS started_at, try_cast(finished AS TIMESTAMP) AS finished_at, outcome, (issued::TIMESTAMP + INTERVAL 7 HOUR)::DATE AS issued_on,
      epoch_ms(called::TIMESTAMP) - epoch_ms(issued::TIMESTAMP) AS wait_ms, epoch_ms(finished::TIMESTAMP) - epoch_ms(started::TIMESTAMP) AS service_ms
    FROM landing WHERE try_cast(issued AS TIMESTAMP) IS NOT NULL AND ticket <> '' AND point <> '' AND outcome IN ${OUTCOMES}`,
  `CREATE TABLE ticket_day AS SELECT point, issued_on, field, count(*) AS tickets, sum(wait_ms) AS wait_sum_ms, count(*) FILTER (wait_ms > 1200000) AS long_waits,
      sum(service_ms) AS service_sum_ms FROM ticket GROUP BY ALL`,
];

/** Opens a database; gives ways to run and time statements. */
export async function openDuckdb(path) {
  install();
  const { DuckDBInstance } = await import(createRequire(import.meta.url).resolve('@duckdb/node-api'));
  const database = await DuckDBInstance.create(path, { memory_limit: '8GB' });
  const connection = await database.connect();
  const timed = async (statements) => {
    const started = performance.now();
    for (const statement of statements) await connection.run(statement);
    await connection.run('CHECKPOINT');
    return (performance.now() - started) / 1000;
  };
  const count = async (table) => Number((await connection.runAndReadAll(`SELECT count(*) FROM ${table}`)).getRows()[0][0]);
  const rows = async (query) => (await connection.runAndReadAll(query)).getRows();
  const close = () => {
    connection.closeSync();
    database.closeSync();
  };
  return { timed, count, rows, close };
}

/** Loads the file into a DuckDB database: read, the same checks, one row per ticket, the sums per day. */
export async function loadWithDuckdb(folder, file) {
  const { timed, count, close } = await openDuckdb(join(folder, 'duck.db'));
  const seconds = await timed(LOAD(file));
  const found = { seconds, loaded: await count('ticket'), quarantined: await count('quarantine') };
  close();
  return found;
}

/** Reads the file into a table of a DuckDB database and nothing more: no check, no version, no duplicate found. */
export async function loadBareWithDuckdb(folder, file) {
  const { timed, count, close } = await openDuckdb(join(folder, 'bare.db'));
  const seconds = await timed([`CREATE TABLE bare AS SELECT * FROM read_csv('${file}', header = true)`]);
  const found = { seconds, read: await count('bare') };
  close();
  return found;
}
