import { sql } from '@evenhand/warehouse';
import { loadSource } from '../load/load-source';
import { Scratch } from '../load/scratch-stores';

const scratch = new Scratch();
afterAll(() => scratch.remove());

const STAGING = `SELECT id AS ticket_id, 'P1' AS point_code, issued AS issued_at, called AS first_called_at, started AS started_at,
  finished AS finished_at, left AS left_at, outcome FROM input`;
const HEADER = 'id,issued,called,started,finished,left,outcome';

const city = (minutes: number): string[] => [
  'name: { vi: Thử, en: Test }',
  'zone: Asia/Ho_Chi_Minh',
  `thresholds: { long_wait_minutes: ${minutes} }`,
];

it('counts the tickets of a day, long waits of those who left and of those who still wait included', async () => {
  const stores = await scratch.open('counts');
  const source = scratch.source('counts', { ticket: STAGING });
  const at = (time: string): string => `2026-10-05 ${time}`;
  await loadSource(stores, {
    source,
    files: [
      scratch.file('counts.csv', [
        HEADER,
        `a,${at('08:00:00')},${at('08:20:00.000')},${at('08:20:00')},${at('08:30:00')},,served`, // exactly 20 minutes: not long
        `b,${at('08:00:00')},${at('08:20:00.001')},${at('08:21:00')},${at('08:21:05')},,served`, // long; 5 s of service are no workload
        `c,${at('08:00:00')},,,,${at('08:30:00')},abandoned`, // long
        `d,${at('08:00:00')},,,,${at('08:10:00')},abandoned`,
        `e,${at('08:10:00')},,,,,waiting`, // known until 08:40: waits for 30 minutes
        `f,${at('08:30:00')},,,,,waiting`,
        `g,${at('08:00:00')},${at('08:40:00')},,,,no_show`, // long
        `h,${at('08:00:00')},${at('08:35:00')},,,,void`, // counts for nothing else
      ]),
    ],
  });
  const [day] = await stores.warehouse.rows<{ wait_bins: number[] }>(sql`SELECT * FROM ticket_day`);
  expect(day).toMatchObject({
    day: '2026-10-05',
    tickets: 7,
    void_tickets: 1,
    called: 3,
    served: 2,
    no_show: 1,
    abandoned: 2,
    waiting: 2,
    long_waits: 4, // b, c, e, g
    wait_sum_ms: 1_200_000 + 1_200_001 + 2_400_000,
    longest_wait_ms: 2_400_000,
    service_n: 2,
    service_sum_ms: 605_000,
    serving_ms: 600_000,
  });
  // 20:00.000 in the twentieth bin, 20:00.001 in the next, 40:00 in the thirtieth.
  expect(day?.wait_bins.flatMap((count, bin) => (count > 0 ? [[bin + 1, count]] : []))).toEqual([
    [20, 1],
    [21, 1],
    [30, 1],
  ]);
  await stores.close();
});

it('counts a ticket that still waits as a long wait as soon as its source has told enough', async () => {
  const stores = await scratch.open('waiting');
  const source = scratch.source('waiting', { ticket: STAGING });
  const longWaits = async (): Promise<unknown> => (await stores.warehouse.rows(sql`SELECT sum(long_waits) AS n FROM ticket_day`))[0];
  await loadSource(stores, { source, files: [scratch.file('w1.csv', [HEADER, 'a,2026-09-30 16:00:00,,,,,waiting'])] });
  expect(await longWaits()).toEqual({ n: 0 });
  await loadSource(stores, { source, files: [scratch.file('w2.csv', [HEADER, 'b,2026-10-01 08:00:00,2026-10-01 08:01:00,,,,served'])] });
  expect(await longWaits()).toEqual({ n: 1 });
  await stores.close();
});

it('rebuilds when the city changes what a long wait is', async () => {
  const source = scratch.source('threshold', { ticket: STAGING });
  const before = await scratch.open('threshold', city(20));
  const file = scratch.file('threshold.csv', [HEADER, 'a,2026-10-05 08:00:00,2026-10-05 08:16:00,,,,served']);
  await loadSource(before, { source, files: [file] });
  expect(await before.warehouse.rows(sql`SELECT sum(long_waits) AS n FROM ticket_day`)).toEqual([{ n: 0 }]);
  await before.close();
  const after = await scratch.open('threshold', city(15));
  expect(await after.warehouse.rows(sql`SELECT sum(long_waits) AS n FROM ticket_day`)).toEqual([{ n: 1 }]);
  await after.close();
});

it('refuses a city whose zone is not the one in which the days of its facts were cut', async () => {
  const source = scratch.source('zone', { ticket: STAGING });
  const stores = await scratch.open('zone', city(20));
  await loadSource(stores, { source, files: [scratch.file('zone.csv', [HEADER, 'a,2026-10-05 08:00:00,,,,,waiting'])] });
  await stores.close();
  await expect(scratch.open('zone', ['name: { vi: Thử, en: Test }', 'zone: Europe/Amsterdam'])).rejects.toThrow(
    'The days of this data folder are cut in Asia/Ho_Chi_Minh, but the city says Europe/Amsterdam. Give the city another data folder with EVENHAND_DATA.',
  );
});
