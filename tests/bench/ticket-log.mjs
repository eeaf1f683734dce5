import { createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';

const MONDAY = Date.parse('2025-11-03T00:00:00Z') / 1000;
const DAY = 86_400;
/** Numbers are given out from Monday to Friday, 08:00–11:30 and 13:30–17:00. */
const OPEN = 25_200;
const MORNING = { from: 28_800, seconds: 12_600 };
const AFTERNOON = { from: 48_600 };
const OPEN_IN_YEAR = 260 * OPEN;

/** When a ticket of a log of so many rows was issued, in seconds. */
export function issuedAt(number, rows) {
  const open = Math.floor((number * OPEN_IN_YEAR) / rows);
  const [day, second] = [Math.floor(open / OPEN), open % OPEN];
  const ofDay = second < MORNING.seconds ? MORNING.from + second : AFTERNOON.from + second - MORNING.seconds;
  return MONDAY + (Math.floor(day / 5) * 7 + (day % 5)) * DAY + ofDay;
}

/** The same as SQL over the number of a ticket. */
const issuedSql = (number, rows) => {
  const open = `intDiv(${number} * ${OPEN_IN_YEAR}, ${rows})`;
  const [day, second] = [`intDiv(${open}, ${OPEN})`, `(${open} % ${OPEN})`];
  const ofDay = `if(${second} < ${MORNING.seconds}, ${MORNING.from} + ${second}, ${AFTERNOON.from - MORNING.seconds} + ${second})`;
  return `toDateTime(${MONDAY}, 'UTC') + (intDiv(${day}, 5) * 7 + ${day} % 5) * ${DAY} + ${ofDay}`;
};

/**
 * Writes a queue log of 400 points over a year of opening hours: every column filled, one row in a thousand unreadable, one in a thousand
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
      FROM (SELECT number, number - (number % 1000 = 1) AS n, ${issuedSql('n', rows)} AS at FROM numbers(${rows}))`,
  });
  await engine.close();
  const thousand = Math.floor(rows / 1000);
  return { read: rows, quarantined: thousand, duplicate: thousand, loaded: rows - 2 * thousand };
}
