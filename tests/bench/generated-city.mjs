import { createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import { join } from 'node:path';
import { measured } from './measured.mjs';

export const POINTS = 400;
/** Tickets are spread evenly over five years of working days; a year is a fifth of them. */
const FIRST_DAY = '2021-11-01';
const WEEKS = 261;
export const LAST_DAY = '2026-10-31';
/** One year of it, up to the last day. */
export const YEAR = { from: '2025-11-01', to: '2026-11-01' };

const ENVIRONMENT = { EVENHAND_CITY: 'tests/bench/city.yml' };
const command = (data, ...args) => measured('node', ['dist/etl/main.mjs', ...args], { ...ENVIRONMENT, EVENHAND_DATA: data });

/** The instant of a row, as SQL: a weekday, in the morning or the afternoon, UTC. */
const instant = (seed) => `toDateTime64(toDateTime('${FIRST_DAY} 01:00:00', 'UTC') + (intDiv(day, 5) * 7 + day % 5) * 86400
  + if(cityHash64(n, ${seed}) % 2 = 0, cityHash64(n, ${seed}, 1) % 12600, 20400 + cityHash64(n, ${seed}, 2) % 12600), 3, 'UTC')`;
const point = `concat('P', leftPad(toString(cityHash64(n, 5) % ${POINTS}), 3, '0'))`;

/** Busier points make people wait for longer; one ticket in twenty is left. */
const TICKETS = (from, to, perDay) => `
  INSERT INTO ticket (source, ticket_id, point_code, field_code, channel, counter, agent, issued_at, first_called_at, last_called_at, started_at, finished_at,
    left_at, outcome, issued_on, half_hour, wait_ms, waited_until_left_ms, service_ms, run_id, file, line, key_hash, row_hash)
  SELECT 'generated', concat('T', toString(n)), ${point}, concat('F', toString(cityHash64(n, 6) % 8)), if(cityHash64(n, 7) % 10 = 0, 'online', 'direct'),
    toString(cityHash64(n, 8) % 12), concat('A', toString(cityHash64(n, 5) % ${POINTS} * 12 + cityHash64(n, 8) % 12)), issued,
    if(is_left, NULL, issued + toIntervalSecond(waited)) AS called, called, called, called + toIntervalSecond(60 + cityHash64(n, 9) % 1200),
    if(is_left, issued + toIntervalSecond(waited), NULL), if(is_left, 'abandoned', 'served'), toDate(issued, 'Asia/Ho_Chi_Minh'),
    toUInt8(toHour(issued, 'Asia/Ho_Chi_Minh') * 2 + (toMinute(issued, 'Asia/Ho_Chi_Minh') >= 30)), if(is_left, NULL, waited * 1000), if(is_left, waited * 1000, NULL),
    if(is_left, NULL, (60 + cityHash64(n, 9) % 1200) * 1000), 1, 'generated', n, cityHash64(n, 10), cityHash64(n, 11)
  FROM (
    SELECT number AS n, intDiv(number, ${perDay}) AS day, ${instant(1)} AS issued, cityHash64(n, 12) % 20 = 0 AS is_left,
      toInt64(round(-log((1 + cityHash64(n, 13) % 10000) / 10001) * 60 * (2 + cityHash64(n, 5) % ${POINTS} % 17))) AS waited
    FROM numbers(${from}, ${to - from})
  )`;

const DOSSIERS = (from, to, perDay) => `
  INSERT INTO dossier (source, dossier_code, point_code, authority_code, procedure_code, field_code, channel, received_at, first_due_at, due_at, finished_at, status,
    received_on, first_due_on, due_on, finished_on, run_id, file, line, key_hash, row_hash)
  SELECT 'generated', concat('H', toString(n)), ${point}, ${point}, concat('1.00', toString(cityHash64(n, 14) % 60)), concat('F', toString(cityHash64(n, 14) % 8)),
    if(cityHash64(n, 15) % 3 = 0, 'online', 'direct'), received, due, due, if(is_open, NULL, finished), if(is_open, 4, 9),
    toDate(received, 'Asia/Ho_Chi_Minh'), toDate(due, 'Asia/Ho_Chi_Minh'), toDate(due, 'Asia/Ho_Chi_Minh'), if(is_open, NULL, toDate(finished, 'Asia/Ho_Chi_Minh')),
    2, 'generated', n, cityHash64(n, 16), cityHash64(n, 17)
  FROM (
    SELECT number AS n, intDiv(number, ${perDay}) AS day, ${instant(2)} AS received, received + toIntervalDay(1 + cityHash64(n, 18) % 20) AS due,
      received + toIntervalMinute(60 + cityHash64(n, 19) % (1440 * (1 + cityHash64(n, 18) % 20) + 1440)) AS finished,
      finished > toDateTime64('${LAST_DAY} 10:00:00', 3, 'UTC') AS is_open
    FROM numbers(${from}, ${to - from})
  )`;

const NOTES = ['ticket', 'dossier'].map(
  (entity, index) =>
    `INSERT INTO known_until SELECT '${entity}', 'generated', ${index + 1}, toDateTime64('${LAST_DAY} 10:00:00', 3, 'UTC'), now64(3)`,
);
const PUBLISHED = ['ticket', 'dossier'].map(
  (entity, index) => `INSERT INTO publication SELECT ${index + 1}, '${entity}', 'generated', now64(3)`,
);

const AT_ONCE = 2_000_000;

async function fill(engine, rows, statement) {
  const perDay = Math.max(1, Math.ceil(rows / (WEEKS * 5)));
  for (let from = 0; from < rows; from += AT_ONCE)
    await engine.command({
      query: `${statement(from, Math.min(rows, from + AT_ONCE), perDay)} SETTINGS max_partitions_per_insert_block = 0, max_insert_threads = 2`,
    });
}

/**
 * Makes a data folder with so many tickets over five years at 400 points, and a fifth as many dossiers. The facts are made
 * inside the engine, past the load, which has a bench of its own; the product then counts its rollups from them.
 * Gives the seconds that took.
 */
export async function generateCity(data, rows) {
  await command(data, 'status');
  const engine = createClient({ connection: createChdbConnection({ path: join(data, 'warehouse') }) });
  await engine.command({ query: 'USE evenhand' });
  await fill(engine, rows, TICKETS);
  await fill(engine, Math.round(rows / 5), DOSSIERS);
  // Rollups that nobody is known to have built are built at the next start.
  for (const query of [...NOTES, ...PUBLISHED, 'TRUNCATE TABLE rollup_setting']) await engine.command({ query });
  for (const table of ['ticket', 'dossier']) await engine.command({ query: `OPTIMIZE TABLE ${table}` });
  await engine.close();
  return (await command(data, 'status')).seconds;
}
