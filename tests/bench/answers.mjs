import { Buffer } from 'node:buffer';
import { createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import { join } from 'node:path';
import { generateCity, YEAR } from './generated-city.mjs';
import { callsOf } from './page-calls.mjs';
import { askDuckdb, askPostgres, SAME_QUESTIONS } from './same-questions.mjs';
import { serve } from './server.mjs';

const ENVIRONMENT = { EVENHAND_CITY: 'tests/bench/city.yml' };
const MONTH = { from: '2026-10-01', to: '2026-11-01' };
const FIVE_YEARS = { from: '2021-11-01', to: '2026-11-01' };

/** The questions that cost most: wide ranges, fine breakdowns, percentiles. */
const HEAVY = {
  'waits by point, a year': { metrics: ['wait_mean', 'wait_median', 'wait_p90', 'longest_wait'], by: ['point'], ...YEAR },
  'waits by point, five years': { metrics: ['wait_mean', 'wait_median', 'wait_p90', 'longest_wait'], by: ['point'], ...FIVE_YEARS },
  'long waits by point and month, a year': { metrics: ['long_wait_rate', 'long_waits'], by: ['point', 'month'], ...YEAR },
  'long waits by point and week, a year': { metrics: ['long_wait_rate'], by: ['point', 'week'], ...YEAR },
  'long waits by day, five years': { metrics: ['long_wait_rate'], by: ['day'], ...FIVE_YEARS },
  'long waits by point and half-hour, a month': { metrics: ['long_wait_rate'], by: ['point', 'half_hour'], ...MONTH },
  'long waits by weekday and half-hour, a year': { metrics: ['long_wait_rate', 'tickets'], by: ['weekday', 'half_hour'], ...YEAR },
  'P90 by field, a year': { metrics: ['wait_p90'], by: ['field'], ...YEAR },
  'P90 by field and channel, five years': { metrics: ['wait_p90'], by: ['field', 'channel'], ...FIVE_YEARS },
  'P90 by month, five years': { metrics: ['wait_p90'], by: ['month'], ...FIVE_YEARS },
  'leavers by point, a year': { metrics: ['abandonment_rate'], by: ['point'], ...YEAR },
  'tickets by point and field, a year': { metrics: ['tickets'], by: ['point', 'field'], ...YEAR },
  'service times by point, a year': { metrics: ['service_mean'], by: ['point'], ...YEAR },
  'on time by point, a year': { metrics: ['on_time_rate'], by: ['point'], ...YEAR },
  'on time by point and month, a year': { metrics: ['on_time_rate'], by: ['point', 'month'], ...YEAR },
  'on time by procedure, five years': { metrics: ['on_time_rate'], by: ['procedure'], ...FIVE_YEARS },
  'on time by field and month, a year': { metrics: ['on_time_rate'], by: ['field', 'month'], ...YEAR },
  'dossiers received by day, five years': { metrics: ['dossiers_received'], by: ['day'], ...FIVE_YEARS },
  'settlement time by point, a year': { metrics: ['throughput_mean'], by: ['point'], ...YEAR },
  'tickets and dossiers by month, five years': { metrics: ['tickets', 'dossiers_received'], by: ['month'], ...FIVE_YEARS },
};

const PAGES = { city: '/city', point: '/points/P001', points: '/points' };
const CALLS = 60;
const COLD_CALLS = 20;
const HEAVY_CALLS = 12;
const READS = 12;
const TOGETHER = 16;

const shifted = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
/** The same question over other days, so that nothing the server remembers can answer it. */
const moved = (question, days) => ({ ...question, from: shifted(question.from, days), to: shifted(question.to, days) });
const whole = (question) => ({ where: [], exact: false, ...question });

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Milliseconds of calls, so many at a time. */
async function timed(call, calls, atOnce) {
  const times = [];
  let next = 0;
  const user = async () => {
    for (let index = next++; index < calls; index = next++) {
      const started = performance.now();
      await call(index);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, user));
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** A call over other days. */
const elsewhen = (call, days) => ({
  ...call,
  questions: Object.fromEntries(Object.entries(call.questions).map(([id, one]) => [id, moved(one, days)])),
});

/** Asks a call over other days each time; other ones for each number of users. */
const overOtherDays = (server, ask, call, atOnce) =>
  timedWithRows(server, (index) => ask(elsewhen(call, index + 1 + atOnce * 100)), CALLS, atOnce);

/** Asks over HTTP and waits for the last byte, like `SELECT 1`; a refusal is an error, as its time would mean nothing. */
const asker =
  ({ url, headers }) =>
  async ({ accept, questions }) => {
    const response = await fetch(`${url}/api/answers`, {
      method: 'POST',
      headers: { ...headers, accept, 'content-type': 'application/json' },
      body: JSON.stringify({ questions }),
    });
    const answer = Buffer.from(await response.arrayBuffer());
    if (!response.ok || answer.includes('"problem":'))
      throw new Error(`not answered: ${response.status} ${answer.toString().slice(0, 2000)}`);
  };

/** The calls of all pages, by page and by what the first of their questions is called, and the paths of what else they read. */
async function callsByName(server) {
  const pages = Object.entries(await callsOf(server, PAGES));
  const calls = pages.flatMap(([page, made]) =>
    made.calls.map((call, index) => [index === 0 ? `${page} page` : `${page} page, ${Object.keys(call.questions)[0]}`, call]),
  );
  const reads = pages.flatMap(([, made]) => made.reads.map((path) => [readName(path), path]));
  return { calls: new Map(calls), reads: new Map(reads) };
}

/** What a path reads, whatever the days. */
function readName(path) {
  const { pathname, searchParams } = new URL(path, 'http://127.0.0.1');
  for (const days of ['from', 'to']) searchParams.delete(days);
  return `GET ${pathname} ${[...searchParams.values()].join(' ')}`.trim();
}

/** Told in whole months. */
const BY_MONTH = ['/api/benchmark'];

const monthsBefore = (day, months) => {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
};

/** A path over other days, or other months. */
function readElsewhen(path, index, atOnce) {
  const url = new URL(path, 'http://127.0.0.1');
  const before = BY_MONTH.includes(url.pathname)
    ? (day) => monthsBefore(day, 1 + index + (atOnce === 1 ? 0 : READS))
    : (day) => shifted(day, 1 + index + atOnce * 10);
  for (const name of ['from', 'to']) url.searchParams.set(name, before(url.searchParams.get(name)));
  return url.pathname + url.search;
}

/** Times calls, and tells how many rows the engine read for one of them; a look at that number reads rows as well. */
async function timedWithRows(server, call, calls, atOnce) {
  const first = await rowsRead(server);
  const before = await rowsRead(server);
  const times = await timed(call, calls, atOnce);
  const read = (await rowsRead(server)) - before - (before - first);
  return { ...times, rows: Math.max(0, read) / calls };
}

/** Reads what pages read besides answers: again, and where it is about days, over other ones. */
async function readAll(server, reads, tell) {
  const { url, headers } = server;
  const read = async (path) => {
    const response = await fetch(`${url}${path}`, { headers });
    const body = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`${path} was not answered: ${response.status} ${body.toString().slice(0, 500)}`);
  };
  for (const [name, path] of reads)
    for (const [atOnce, calls] of [
      [1, READS],
      [TOGETHER, 2 * TOGETHER],
    ]) {
      tell(`${name}, asked again`, await timed(() => read(path), calls, atOnce), atOnce);
      if (path.includes('from='))
        tell(`${name}, days nobody asked before`, await timed((index) => read(readElsewhen(path, index, atOnce)), calls, atOnce), atOnce);
    }
}

async function exported(data, folder) {
  const engine = createClient({ connection: createChdbConnection({ path: join(data, 'warehouse') }) });
  await engine.command({ query: 'USE evenhand' });
  const columns = 'toString(point_code) AS point_code, issued_on, wait_ms, waited_until_left_ms AS left_ms';
  for (const [name, format] of [
    ['tickets.parquet', 'Parquet'],
    ['tickets.csv', 'CSV'],
  ])
    await engine.command({
      query: `INSERT INTO FUNCTION file('${join(folder, name)}', '${format}') SELECT ${columns} FROM ticket SETTINGS format_csv_null_representation = ''`,
    });
  await engine.close();
}

/** A generated city; one that stands is taken as it is, since making a hundred million tickets takes a quarter of an hour. */
async function cityOf({ folder, rows, figure, say }) {
  const standing = process.env.EVENHAND_BENCH_DATA;
  if (standing) return standing;
  const data = join(folder, 'data');
  say(`Generating ${rows.toLocaleString('en')} tickets and a fifth as many dossiers in the engine …`);
  figure({ case: 'counting all rollups anew', value: await generateCity(data, rows), unit: 's' });
  return data;
}

/** A number that a server measures of itself. */
async function measuredBy({ url, headers }, name) {
  const text = await (await fetch(`${url}/api/metrics`, { headers })).text();
  const found = new RegExp(`^${name} (\\S+)$`, 'm').exec(text);
  if (!found) throw new Error(`the server does not tell ${name}`);
  return Number(found[1]);
}

/** Rows that the engine of a server has read so far. */
const rowsRead = (server) => measuredBy(server, 'evenhand_engine_rows_read');

/** Seconds until a server has read ahead what it is going to, nobody asking meanwhile. */
async function readAhead(server) {
  const started = performance.now();
  while ((await measuredBy(server, 'evenhand_reading_ahead')) > 0) await new Promise((wait) => setTimeout(wait, 1000));
  return (performance.now() - started) / 1000;
}

/** Page calls and the heaviest questions on a generated city, alone and sixteen at a time, against `SELECT 1` over the same path. */
export async function answers({ folder, rows, figure, say }) {
  const data = await cityOf({ folder, rows, figure, say });
  const server = await serve(data, ENVIRONMENT);
  try {
    const ask = asker(server);
    const least = () => fetch(`${server.url}/api/health/ready`).then((response) => response.arrayBuffer());
    await timed(least, CALLS, 1);
    const base = { 1: await timed(least, CALLS, 1), [TOGETHER]: await timed(least, CALLS * 4, TOGETHER) };
    const tell = (name, times, atOnce) => {
      figure({ case: `${name}, ${atOnce} at a time, p50`, value: times.p50, unit: 'ms', baseline: base[atOnce].p50 });
      figure({ case: `${name}, ${atOnce} at a time, p95`, value: times.p95, unit: 'ms' });
      if (times.rows !== undefined) figure({ case: `${name}, ${atOnce} at a time, rows read a call`, value: times.rows, unit: 'rows' });
    };
    tell('SELECT 1 over the same path', base[1], 1);
    tell('SELECT 1 over the same path', base[TOGETHER], TOGETHER);
    say('Opening the pages to see what they ask …');
    const { calls, reads } = await callsByName(server);
    const { accept } = calls.get('city page');
    const heavy = (question) => ask({ accept, questions: { heavy: question } });
    for (const [name, call] of calls)
      tell(
        `${name}, days nobody asked before, nothing read ahead`,
        await timed((index) => ask(elsewhen(call, index + 1)), COLD_CALLS, 1),
        1,
      );
    say('Waiting until the server has read ahead …');
    figure({ case: 'reading ahead after the start', value: await readAhead(server), unit: 's' });
    figure({
      case: 'memory of the server that has read ahead',
      value: (await measuredBy(server, 'process_resident_memory_bytes')) / 1e6,
      unit: 'MB',
    });
    const pages = new Map();
    for (const [name, call] of calls)
      for (const atOnce of [1, TOGETHER]) {
        tell(`${name}, asked again`, await timed(() => ask(call), CALLS, atOnce), atOnce);
        const others = await overOtherDays(server, ask, call, atOnce);
        if (atOnce === 1) pages.set(name, others.p50);
        tell(`${name}, days nobody asked before`, others, atOnce);
      }
    await readAll(server, reads, tell);
    for (const [name, question] of Object.entries(HEAVY))
      tell(name, await timedWithRows(server, (index) => heavy(moved(whole(question), index + 1)), HEAVY_CALLS, 1), 1);
    const together = await timed(
      (index) => heavy(moved(whole(Object.values(HEAVY)[index % 20]), 20 + Math.floor(index / 20))),
      160,
      TOGETHER,
    );
    tell('all twenty, days nobody asked before', together, TOGETHER);
    const same = {};
    for (const [name, { ask: question }] of Object.entries(SAME_QUESTIONS))
      same[name] = (await timed((index) => heavy(moved(whole(question), index * 7)), 6, 1)).p50;
    await server.stop();
    await compare({ data, folder, same, figure, say });
    await againstTenth({ folder, rows, pages, figure, say });
  } finally {
    await server.stop();
  }
}

async function compare({ data, folder, same, figure, say }) {
  say('Asking DuckDB and PostgreSQL the same …');
  await exported(data, folder);
  const others = {
    DuckDB: await askDuckdb(folder, join(folder, 'tickets.parquet')),
    PostgreSQL: await askPostgres(folder, join(folder, 'tickets.csv')),
  };
  for (const [name, ours] of Object.entries(same))
    for (const [system, found] of Object.entries(others)) {
      if (!found) continue;
      figure({ case: `${name}: against ${system} on its tickets`, value: ours, unit: 'ms', baseline: found[name].raw });
      figure({ case: `${name}: against ${system} on tables made for it`, value: ours, unit: 'ms', baseline: found[name].made });
    }
}

/** What ten times the tickets cost a page: the same calls over a tenth of them. */
async function againstTenth({ folder, rows, pages, figure, say }) {
  const tickets = rows / 10;
  say(`Generating ${tickets.toLocaleString('en')} tickets to ask the same of …`);
  const data = join(folder, 'tenth');
  await generateCity(data, tickets);
  const server = await serve(data, ENVIRONMENT);
  try {
    const ask = asker(server);
    const { calls } = await callsByName(server);
    for (const call of calls.values()) await timed((index) => ask(elsewhen(call, index + 1)), COLD_CALLS, 1);
    await readAhead(server);
    for (const [name, call] of calls) {
      // Pages of a small city ask in other pieces.
      if (!pages.has(name)) continue;
      const { p50 } = await overOtherDays(server, ask, call, 1);
      figure({
        case: `${name}, days nobody asked before: against a tenth of the tickets`,
        value: pages.get(name),
        unit: 'ms',
        baseline: p50,
      });
    }
  } finally {
    await server.stop();
  }
}
