import { addDays, type Day, weekdayOf } from '@evenhand/domain';
import { listIncidents } from '@evenhand/records';
import { param, sql } from '@evenhand/warehouse';
import { loadSource } from '../load/load-source';
import { Scratch, TICKET_HEADER, TICKETS } from '../load/scratch-stores';
import type { Stores } from '../stores';
import { judgeStandingFeeds } from './judge-standing-feeds';

const scratch = new Scratch();
let stores: Stores;
beforeAll(async () => {
  stores = await scratch.open();
}, 60_000);
afterAll(async () => {
  await stores.close();
  scratch.remove();
});

const FEED = ['read: { format: CSVWithNames }', 'feed: { every_hours: 24, entities: [ticket] }'];
const MONDAY = '2026-03-02';
const isWeekend = (day: Day): boolean => weekdayOf(day) > 5;
/** The working days of some weeks from a Monday on. */
const weeks = (count: number, from = MONDAY): Day[] =>
  Array.from({ length: count * 7 }, (_, index) => addDays(from, index)).filter((day) => !isWeekend(day));

let ticket = 0;
const tickets = (point: string, day: Day, count: number): string[] =>
  Array.from({ length: count }, () => `t${ticket++},${point},${day} 09:00:00,${day} 09:05:00,served`);
/** One more record at the end of the day says that the day is over. */
const file = (name: string, lines: readonly string[]): string => scratch.file(name, [TICKET_HEADER, ...lines]);
const load = (source: string, path: string, now: Date) => loadSource(stores, { source, files: [path] }, undefined, now);
const at = (day: Day, time = '10:00'): Date => new Date(`${day}T${time}:00+07:00`);
const statesOf = async (source: string, from: Day) =>
  (
    await stores.warehouse.rows<{ point: string; day: Day; state: string }>(sql`
      SELECT point_code AS point, day, state FROM feed_day WHERE source = ${param('String', source)} AND day >= ${param('Date', from)} AND point_code != ''
      ORDER BY day, point`)
  ).map(({ point, day, state }) => `${point} ${day} ${state}`);
const incidentsOf = async (source: string) =>
  (await listIncidents(stores.records, { source })).map(({ kind, points, fromDay, toDay, closedAt }) => ({
    kind,
    points: points.join(' '),
    fromDay,
    toDay,
    isOpen: closedAt === null,
  }));

describe('a feed of three points', () => {
  const source = scratch.source('three', { ticket: TICKETS }, FEED);
  const usual = (day: Day): string[] => ['P1', 'P2', 'P3'].flatMap((point) => tickets(point, day, 120));
  const bad = addDays(MONDAY, 56);
  const next = addDays(bad, 1);

  beforeAll(async () => {
    await load(source, file('usual.csv', weeks(8).flatMap(usual)), at(bad, '06:00'));
  });

  it('is complete while as much arrives as usual, and opens no incident', async () => {
    expect(new Set((await statesOf('three', MONDAY)).map((text) => text.split(' ')[2]))).toEqual(new Set(['complete', 'unknown_yet']));
    expect(await incidentsOf('three')).toEqual([]);
  });

  it('[E4] that drops 30 % of its rows is published and marked thin in the same publication, and the run says so', async () => {
    const lines = ['P1', 'P2', 'P3'].flatMap((point) => tickets(point, bad, 84));
    const run = await load(source, file('thin.csv', lines), at(next, '06:00'));
    expect(run.status).toBe('published');
    expect(run.notes).toEqual([{ entity: 'ticket', state: 'thin', points: ['P1', 'P2', 'P3'], fromDay: bad, lastDay: bad }]);
    expect((await statesOf('three', bad)).filter((text) => text.includes(bad))).toEqual(
      ['P1', 'P2', 'P3'].map((point) => `${point} ${bad} thin`),
    );
    expect(await incidentsOf('three')).toEqual([{ kind: 'thin', points: '', fromDay: bad, toDay: null, isOpen: true }]);
  });

  it('is known again when the rest arrives, and its incident is closed', async () => {
    const rest = ['P1', 'P2', 'P3'].flatMap((point) => tickets(point, bad, 36));
    const run = await load(source, file('rest.csv', rest), at(next, '07:00'));
    expect(run.notes).toEqual([]);
    expect(await incidentsOf('three')).toEqual([expect.objectContaining({ fromDay: bad, isOpen: false })]);
  });

  it('of which one point falls silent has one incident from the first silent day on', async () => {
    const days = weeks(1, next).filter((day) => day < addDays(next, 3));
    const lines = days.flatMap((day) => ['P1', 'P2'].flatMap((point) => tickets(point, day, 120)));
    const run = await load(source, file('silent.csv', lines), at(addDays(next, 3), '06:00'));
    expect(run.notes).toEqual([{ entity: 'ticket', state: 'missing', points: ['P3'], fromDay: days[0], lastDay: days.at(-1) }]);
    expect((await incidentsOf('three')).filter(({ isOpen }) => isOpen)).toEqual([
      { kind: 'missing', points: 'P3', fromDay: next, toDay: null, isOpen: true },
    ]);
  });

  it('that tells nothing any more is late by the clock, and its days become missing', async () => {
    const last = addDays(next, 2);
    await judgeStandingFeeds(stores, at(addDays(last, 1), '12:00'));
    expect((await incidentsOf('three')).filter(({ kind }) => kind === 'late')).toEqual([]);
    // Thursday was told; Friday's 24 hours are over on Monday night.
    await judgeStandingFeeds(stores, at(addDays(last, 5), '09:00'));
    expect((await incidentsOf('three')).filter(({ kind, isOpen }) => kind === 'late' && isOpen)).toEqual([
      { kind: 'late', points: '', fromDay: addDays(last, 1), toDay: null, isOpen: true },
    ]);
    expect(await statesOf('three', addDays(last, 1))).toContain(`P1 ${addDays(last, 1)} missing`);
  });

  it('is written anew only when time makes a difference: whoever holds what was read need not read again', async () => {
    const parts = (): Promise<unknown> =>
      stores.warehouse.rows(
        sql`SELECT name FROM system.parts WHERE active AND database = currentDatabase() AND table = 'feed_day' ORDER BY name`,
      );
    const before = await parts();
    await judgeStandingFeeds(stores, at(addDays(next, 7), '09:00'));
    expect(await parts()).toEqual(before);
    await judgeStandingFeeds(stores, at(addDays(next, 9), '09:00'));
    expect(await parts()).not.toEqual(before);
  });
});

describe('a feed that promises nothing', () => {
  it('has no days and no incidents', async () => {
    const source = scratch.source('free', { ticket: TICKETS });
    await load(source, file('free.csv', tickets('P9', MONDAY, 3)), at('2026-03-03'));
    expect(await statesOf('free', MONDAY)).toEqual([]);
    expect(await incidentsOf('free')).toEqual([]);
  });
});
