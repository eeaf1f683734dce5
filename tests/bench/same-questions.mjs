import { join } from 'node:path';
import { openDuckdb } from './duckdb.mjs';
import { YEAR } from './generated-city.mjs';
import { serverFolder, withPostgres } from './postgres.mjs';

const IN_YEAR = `issued_on >= '${YEAR.from}' AND issued_on < '${YEAR.to}'`;
const inYear = (days) => days.replaceAll('issued_on', 'day');

/** Questions that any database can be asked: of the tickets themselves, and of the best table made of them beforehand. */
export const SAME_QUESTIONS = {
  'share over 20 minutes by point, a year': {
    ask: { metrics: ['long_wait_rate'], by: ['point'], ...YEAR },
    raw: `SELECT point_code, avg(CASE WHEN coalesce(wait_ms, left_ms) > 1200000 THEN 1.0 ELSE 0 END) FROM ticket WHERE ${IN_YEAR} GROUP BY 1 ORDER BY 1`,
    made: `SELECT point_code, sum(long_waits) * 1.0 / sum(tickets) FROM point_day WHERE ${inYear(IN_YEAR)} GROUP BY 1 ORDER BY 1`,
  },
  'P90 of the wait by point, a year': {
    ask: { metrics: ['wait_p90'], by: ['point'], ...YEAR },
    raw: `SELECT point_code, percentile_cont(0.9) WITHIN GROUP (ORDER BY wait_ms) FROM ticket WHERE ${IN_YEAR} AND wait_ms IS NOT NULL GROUP BY 1 ORDER BY 1`,
    made: `SELECT point_code, min(minute) FROM (
        SELECT point_code, minute, sum(sum(called)) OVER (PARTITION BY point_code ORDER BY minute) AS so_far, sum(sum(called)) OVER (PARTITION BY point_code) AS called
        FROM point_day_minute WHERE ${inYear(IN_YEAR)} GROUP BY 1, 2) AS bins
      WHERE so_far >= 0.9 * called GROUP BY 1 ORDER BY 1`,
  },
  'tickets and mean wait by month, five years': {
    ask: { metrics: ['tickets', 'wait_mean'], by: ['month'], from: '2021-11-01', to: YEAR.to },
    raw: `SELECT date_trunc('month', issued_on), count(*), avg(wait_ms) FROM ticket GROUP BY 1 ORDER BY 1`,
    made: `SELECT date_trunc('month', day), sum(tickets), sum(wait_sum) * 1.0 / sum(called) FROM point_day GROUP BY 1 ORDER BY 1`,
  },
};

const COLUMNS = 'point_code, issued_on, wait_ms, left_ms';
const MAKE = [
  `CREATE TABLE point_day AS SELECT point_code, issued_on AS day, count(*) AS tickets, count(wait_ms) AS called, sum(wait_ms) AS wait_sum,
    sum(CASE WHEN coalesce(wait_ms, left_ms) > 1200000 THEN 1 ELSE 0 END) AS long_waits FROM ticket GROUP BY 1, 2`,
  `CREATE TABLE point_day_minute AS SELECT point_code, issued_on AS day, CAST(floor(wait_ms / 60000.0) AS INT) AS minute, count(*) AS called
    FROM ticket WHERE wait_ms IS NOT NULL GROUP BY 1, 2, 3`,
];

const REPEATS = 5;
const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

async function timesOf(run, repeats) {
  const times = [];
  for (let index = 0; index < repeats; index++) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  return median(times);
}

async function timesOfEach(run) {
  const found = {};
  for (const [name, { raw, made }] of Object.entries(SAME_QUESTIONS))
    found[name] = { raw: await timesOf(() => run(raw), 3), made: await timesOf(() => run(made), REPEATS) };
  return found;
}

/** Milliseconds of each question in a DuckDB database that holds the tickets of a Parquet file. */
export async function askDuckdb(folder, parquet) {
  const { timed, rows, close } = await openDuckdb(join(folder, 'questions.duckdb'));
  await timed([`CREATE TABLE ticket AS SELECT ${COLUMNS} FROM read_parquet('${parquet}')`, ...MAKE]);
  const found = await timesOfEach(rows);
  close();
  return found;
}

/** The same in a private PostgreSQL server that holds the tickets of a CSV file, with an index on the made tables. */
export async function askPostgres(folder, csv) {
  if (!serverFolder()) return undefined;
  return withPostgres(folder, async (psql) => {
    psql('CREATE UNLOGGED TABLE ticket (point_code text, issued_on date, wait_ms bigint, left_ms bigint)');
    psql(`COPY ticket FROM '${csv}' (FORMAT csv)`);
    for (const statement of MAKE) psql(statement);
    for (const table of ['point_day', 'point_day_minute']) psql(`CREATE INDEX ON ${table} (day)`);
    psql('VACUUM ANALYZE');
    const startup = await timesOf(() => psql('SELECT 1'), REPEATS);
    const found = await timesOfEach(psql);
    for (const times of Object.values(found)) for (const kind of ['raw', 'made']) times[kind] = Math.max(0, times[kind] - startup);
    return found;
  });
}
