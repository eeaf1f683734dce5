import { createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';

const FIRST = Date.parse('2025-11-01T00:00:00Z') / 1000;
const YEAR = 31_500_000;
const stepOf = (rows) => Math.max(1, Math.floor(YEAR / rows));

/** When a ticket of a log of so many rows was issued, in seconds. */
export const issuedAt = (number, rows) => FIRST + ((number * stepOf(rows)) % YEAR);

/**
 * Writes a queue log of 400 points over a year: every column filled, one row in a thousand unreadable, one in a thousand
 * told twice. Returns what a correct load must find.
 */
export async function writeTicketLog(file, rows) {
  const engine = createClient({ connection: createChdbConnection({ path: ':memory:' }) });
  await engine.command({
    query: `INSERT INTO FUNCTION file('${file}', 'CSVWithNames')
      SELECT
        concat('T', toString(n)) AS ticket,
        concat('P', leftPad(toString(cityHash64(n) % 400), 3, '0')) AS point,
        concat('F', toString(cityHash64(n, 1) % 8)) AS field,
        toString(cityHash64(n, 2) % 12) AS counter,
        concat('A', toString(cityHash64(n, 2) % 4000)) AS agent,
        if(number % 1000 = 999, 'not a time', formatDateTime(at, '%Y-%m-%d %H:%i:%S')) AS issued,
        formatDateTime(at + cityHash64(n, 3) % 2400, '%Y-%m-%d %H:%i:%S') AS called,
        formatDateTime(at + cityHash64(n, 3) % 2400 + 20, '%Y-%m-%d %H:%i:%S') AS started,
        formatDateTime(at + cityHash64(n, 3) % 2400 + 20 + cityHash64(n, 4) % 1200, '%Y-%m-%d %H:%i:%S') AS finished,
        'served' AS outcome
      FROM (SELECT number, number - (number % 1000 = 1) AS n, toDateTime(${FIRST}, 'UTC') + n * ${stepOf(rows)} % ${YEAR} AS at FROM numbers(${rows}))`,
  });
  await engine.close();
  const thousand = Math.floor(rows / 1000);
  return { read: rows, quarantined: thousand, duplicate: thousand, loaded: rows - 2 * thousand };
}
