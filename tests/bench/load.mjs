import { statSync } from 'node:fs';
import { join } from 'node:path';
import { loadBareWithDuckdb, loadWithDuckdb } from './duckdb.mjs';
import { loadWithEvenhand } from './measured.mjs';
import { loadWithPostgres, serverFolder } from './postgres.mjs';
import { writeTicketLog } from './ticket-log.mjs';

/** All three must have found the same rows, or their times compare nothing. */
function hold(name, found, expected) {
  for (const key of ['loaded', 'quarantined'])
    if (found[key] !== expected[key]) throw new Error(`${name} found ${found[key]} ${key}, the file holds ${expected[key]}`);
}

/** PostgreSQL takes minutes for each million: above this it loads a log of its own, which its rows per second only profit from. */
const MOST_FOR_POSTGRES = 5_000_000;

async function logForPostgres(folder, rows) {
  const file = join(folder, 'tickets-postgres.csv');
  return { file, expected: await writeTicketLog(file, rows) };
}

/** A queue log from CSV to checked, deduplicated, summed rows: Evenhand against PostgreSQL and DuckDB. */
export async function load({ folder, rows, figure, say }) {
  const file = join(folder, 'tickets.csv');
  say(`Writing ${rows.toLocaleString('en')} tickets …`);
  const expected = await writeTicketLog(file, rows);
  say(`${(statSync(file).size / 1e6).toFixed(0)} MB. Loading with Evenhand …`);
  const ours = await loadWithEvenhand(join(folder, 'data'), file);
  const summary = JSON.parse(ours.out.trim().split('\n').at(-1));
  hold(
    'Evenhand',
    summary.counts.find(({ entity }) => entity === 'ticket'),
    expected,
  );
  const inRun = (Date.parse(summary.endedAt) - Date.parse(summary.startedAt)) / 1000;

  say('Loading with DuckDB …');
  const duckdb = await loadWithDuckdb(folder, file);
  hold('DuckDB', duckdb, expected);
  const bare = await loadBareWithDuckdb(folder, file);
  if (bare.read !== rows) throw new Error(`DuckDB read ${bare.read} rows of ${rows}`);
  figure({ case: 'Evenhand: rows per second, whole command', value: rows / ours.seconds, unit: 'rows/s' });
  figure({ case: 'Evenhand: rows per second, the run alone', value: rows / inRun, unit: 'rows/s' });
  figure({
    case: 'Evenhand against DuckDB (read, same checks, dedupe, sums), rows/s',
    value: rows / ours.seconds,
    unit: 'rows/s',
    baseline: rows / duckdb.seconds,
  });
  figure({
    case: 'Evenhand (everything) against the bare load of DuckDB (read only), seconds',
    value: ours.seconds,
    unit: 's',
    baseline: bare.seconds,
  });
  if (!serverFolder()) return say('No PostgreSQL server is installed here: that comparison is left out.');
  const fewer = Math.min(rows, MOST_FOR_POSTGRES);
  const log = fewer === rows ? { file, expected } : await logForPostgres(folder, fewer);
  say(`Loading ${fewer.toLocaleString('en')} tickets with PostgreSQL (COPY and the same checks); this takes minutes …`);
  const postgres = await loadWithPostgres(folder, log.file);
  hold('PostgreSQL', postgres, log.expected);
  figure({
    case: 'Evenhand against PostgreSQL (COPY, same checks, dedupe, sums), rows/s',
    value: rows / ours.seconds,
    unit: 'rows/s',
    baseline: fewer / postgres.seconds,
  });
}
