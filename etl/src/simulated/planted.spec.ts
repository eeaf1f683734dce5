import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listIncidents, listRuns } from '@evenhand/records';
import { param, sql } from '@evenhand/warehouse';
import { openStores, type Stores } from '../stores';
import { freshDataFolder } from '../testing/fresh-data-folder';
import {
  ABANDONED,
  BETTER,
  CONTRACT_SIGNED,
  HARD_MIX,
  IDLE_BRANCHES,
  LATE,
  OVERLOADED_BRANCH,
  PLANTED,
  SEED,
  SILENT,
  SIMULATED_RANGE,
  STAFF_MOVE,
  TINY,
  TRAPS,
  UNEVEN,
} from './planted';
import { describeQueues } from './planted-in-queues';
import { describeRegisters, REGISTER_POINTS } from './planted-in-registers';
import { describeStandards } from './planted-in-standards';
import { prepareSimulatedCity } from './prepare';
import { REGISTER_NAMES } from './registers/register-files';

/** Every point with something planted, some of the overloaded and idle branches, and ordinary ones to compare with. */
const ORDINARY = [
  '00004',
  '00008',
  '00091',
  '00160',
  '00235',
  '00256',
  '00283',
  '00367',
  '00611',
  '00619',
  '00685',
  '08980',
  '09856',
  '09988',
  '10045',
];
const BRANCHES = ['09552', '09562', '09568', '10114', '10126', '10237', '10273', '10330', '09574', '09619'];
const POINTS = [...new Set([...ORDINARY, ...BRANCHES, ...REGISTER_POINTS, ...PLANTED.flatMap(({ points }) => [...points])])];

const path = mkdtempSync(join(tmpdir(), 'evenhand-planted-'));
const data = join(path, 'data');
const shares: number[] = [];
let stores: Stores;

beforeAll(async () => {
  stores = await openStores({ EVENHAND_DATA: await freshDataFolder(data) }, 'a test');
  const simulation = { seed: SEED, range: SIMULATED_RANGE, points: POINTS };
  await prepareSimulatedCity(stores, { simulation, onProgress: ({ share }) => shares.push(share) });
}, 240_000);
afterAll(async () => {
  await stores.close();
  rmSync(path, { recursive: true });
});

it('a simulated city tells how far it has come, from nothing to all', () => {
  expect(shares[0]).toBeLessThan(0.1);
  expect(shares.every((share, index) => share >= (shares[index - 1] ?? 0) && share <= 1.000001)).toBe(true);
  expect(shares.at(-1)).toBeCloseTo(1);
});

interface PointFigures {
  readonly point: string;
  readonly tickets: number;
  readonly longShare: number;
  readonly abandonedShare: number;
  readonly landShare: number;
}

const figures = (
  points: readonly string[],
  from: string = SIMULATED_RANGE.from,
  to: string = SIMULATED_RANGE.to,
): Promise<PointFigures[]> =>
  stores.warehouse.rows(sql`
    SELECT point_code AS point, count() AS tickets,
      countIf(wait_ms > 1200000) / countIf(isNotNull(wait_ms)) AS longShare,
      countIf(outcome = 'abandoned') / count() AS abandonedShare,
      countIf(field_code IN ('dat-dai', 'xay-dung')) / count() AS landShare
    FROM ticket
    WHERE point_code IN ${param('Array(String)', points)} AND issued_on >= ${param('Date', from)} AND issued_on < ${param('Date', to)}
    GROUP BY point_code ORDER BY point_code`);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const ordinaryLongShare = async (from?: string, to?: string): Promise<number> =>
  mean((await figures(ORDINARY, from, to)).map(({ longShare }) => longShare));

describe('what is planted in the simulated city', () => {
  it('is loaded without a rejected record but those of the connector that ends dossiers before they begin', async () => {
    const runs = await listRuns(stores.records);
    const sources = ['national-dossiers', 'national-dossiers', 'queue-log', 'ratings', 'shifts', ...REGISTER_NAMES];
    expect(runs.map(({ source, status }) => `${source} ${status}`).toSorted()).toEqual(
      sources.map((source) => `${source} published`).toSorted(),
    );
    const rejected = await stores.warehouse.rows(sql`
      SELECT DISTINCT entity, reasons, JSONExtractString(raw, 'point_code') AS point FROM quarantine ORDER BY entity`);
    expect(rejected).toEqual(
      ['dossier', 'dossier_copy'].map((entity) => ({
        entity,
        reasons: ['finished_before_received'],
        point: TRAPS.ended_before_received,
      })),
    );
  });

  it('uneven points lie far above the others in long waits, in the last month too', async () => {
    const all = await ordinaryLongShare();
    const october = await ordinaryLongShare('2026-10-01');
    expect(Math.min(...(await figures(UNEVEN)).map(({ longShare }) => longShare))).toBeGreaterThan(all + 0.1);
    expect(Math.min(...(await figures(UNEVEN, '2026-10-01')).map(({ longShare }) => longShare))).toBeGreaterThan(october + 0.1);
  });

  it('two points are clearly better', async () =>
    expect(Math.max(...(await figures(BETTER)).map(({ longShare }) => longShare))).toBeLessThan((await ordinaryLongShare()) * 0.65));

  it('the hard mix waits longer than others, but not longer than its fields do', async () => {
    const [hard] = await figures([HARD_MIX]);
    expect(hard?.landShare).toBeGreaterThan(0.8);
    expect(hard?.longShare).toBeGreaterThan((await ordinaryLongShare()) * 1.15);
    const [expected] = await stores.warehouse.rows<{ ratio: number }>(sql`
      SELECT sumIf(long, point_code = ${param('String', HARD_MIX)}) / sumIf(city_rate, point_code = ${param('String', HARD_MIX)}) AS ratio
      FROM (
        SELECT point_code, wait_ms > 1200000 AS long, avg(wait_ms > 1200000) OVER (PARTITION BY field_code) AS city_rate
        FROM ticket WHERE isNotNull(wait_ms)
      )`);
    expect(expected?.ratio).toBeGreaterThan(0.8);
    expect(expected?.ratio).toBeLessThan(1.2);
  });

  it('tiny points give a few hundred numbers a year', async () =>
    expect(Math.max(...(await figures(Object.keys(TINY))).map(({ tickets }) => tickets))).toBeLessThan(1_000));

  it('one queue is abandoned', async () => {
    const usual = mean((await figures(ORDINARY)).map(({ abandonedShare }) => abandonedShare));
    expect((await figures([ABANDONED]))[0]?.abandonedShare).toBeGreaterThan(3 * usual);
  });

  it('three queue logs fall silent while their dossiers and shifts go on', async () => {
    for (const [point, day] of Object.entries(SILENT)) {
      const [last] = await stores.warehouse.rows<{ ticket: string; dossier: string; shift: string }>(sql`
        SELECT (SELECT max(issued_on) FROM ticket WHERE point_code = ${param('String', point)}) AS ticket,
          (SELECT max(received_on) FROM dossier WHERE point_code = ${param('String', point)}) AS dossier,
          (SELECT max(worked_on) FROM shift WHERE point_code = ${param('String', point)}) AS shift`);
      expect(last?.ticket && last.ticket < day).toBe(true);
      expect([last?.dossier, last?.shift]).toEqual(['2026-10-30', '2026-10-30']);
    }
  });

  it('the corrections move due dates of closed months and leave the first ones', async () => {
    const [corrected] = await stores.warehouse.rows<{ rows: number; latest: string; moved: number; firstMoved: number }>(sql`
      SELECT count() AS rows, max(d.received_on) AS latest, countIf(d.due_on > v.due_on) AS moved, countIf(d.first_due_on != v.first_due_on) AS firstMoved
      FROM dossier AS d INNER JOIN dossier_version AS v ON v.dossier_code = d.dossier_code AND v.run_id != d.run_id`);
    expect(corrected?.rows).toBeGreaterThan(50);
    expect(corrected?.moved).toBeGreaterThan(20);
    expect(corrected?.firstMoved).toBe(0);
    expect(corrected && corrected.latest < '2026-09-01').toBe(true);
  });

  it('contract staff sign deciding steps at four points and nowhere else', async () => {
    const rows = await stores.warehouse.rows<{ point: string; share: number }>(sql`
      SELECT point_code AS point, avg(agent_class = 'contract') AS share FROM dossier_event WHERE status IN (9, 10)
      GROUP BY point_code HAVING share > 0 ORDER BY point`);
    expect(rows.map(({ point }) => point)).toEqual([...CONTRACT_SIGNED].sort());
    expect(Math.min(...rows.map(({ share }) => share))).toBeGreaterThan(0.08);
  });

  it('three points are late, the others settle about nine of ten dossiers on time', async () => {
    const rows = await stores.warehouse.rows<{ isLate: boolean; onTime: number }>(sql`
      SELECT point_code IN ${param('Array(String)', LATE)} AS isLate, avg(finished_on <= due_on) AS onTime
      FROM dossier WHERE isNotNull(finished_on) GROUP BY isLate ORDER BY isLate`);
    expect(rows[0]?.onTime).toBeGreaterThan(0.88);
    expect(rows[1]?.onTime).toBeLessThan(0.75);
  });

  it('long waits fall when staff moves', async () =>
    expect(await ordinaryLongShare(STAFF_MOVE.from)).toBeLessThan(0.8 * (await ordinaryLongShare('2026-07-01', STAFF_MOVE.from))));

  it('one branch is occupied for more than 85 % of its staffed time, two for less than 60 %', async () => {
    const rows = await stores.warehouse.rows<{ branch: string; occupancy: number }>(sql`
      SELECT branch, sum(serving) / sum(staffed) AS occupancy FROM (
        SELECT point_code, sum(service_ms) AS serving, 0 AS staffed FROM ticket WHERE NOT point_code IN ${param('Array(String)', Object.keys(SILENT))} GROUP BY point_code
        UNION ALL
        SELECT point_code, 0, sumIf(staffed_ms, staff_class != 'helper') FROM shift WHERE NOT point_code IN ${param('Array(String)', Object.keys(SILENT))} GROUP BY point_code
      ) AS work INNER JOIN (SELECT point_code, argMax(branch_code, valid_from) AS branch FROM service_point GROUP BY point_code) AS place USING point_code
      GROUP BY branch`);
    const occupancy = new Map(rows.map((row) => [row.branch, row.occupancy]));
    expect(occupancy.get(OVERLOADED_BRANCH)).toBeGreaterThan(0.85);
    for (const branch of IDLE_BRANCHES) expect(occupancy.get(branch)).toBeLessThan(0.6);
  });

  it('every truth names points of the city', () => {
    const known = new Set(stores.city.points.map(({ code }) => code));
    expect(PLANTED.flatMap(({ points }) => points.filter((code) => !known.has(code)))).toEqual([]);
  });
});

describe('the incidents of the simulated year', () => {
  it('find each dead feed from its first silent day on, and hardly anything else', async () => {
    const incidents = await listIncidents(stores.records, { limit: 1000 });
    const silent = (point: string): boolean => point in SILENT;
    const ofTickets = incidents.filter(({ entity, points }) => entity === 'ticket' && points.some(silent));
    expect(ofTickets.flatMap(({ points, fromDay, kind, closedAt }) => points.map((point) => [point, fromDay, kind, closedAt]))).toEqual(
      expect.arrayContaining(Object.entries(SILENT).map(([point, day]) => [point, day, 'missing', null])),
    );
    // The source as a whole, and points where nothing was planted, in a year of 50 points and six feeds.
    const falseAlarms = incidents.filter(({ points }) => !points.some(silent));
    const told = falseAlarms.map(({ source, entity, kind, points, fromDay }) =>
      [source, entity, kind, points.join(' '), fromDay].join(' '),
    );
    expect(told.slice(6)).toEqual([]);
  });
});

describeQueues(() => stores);

describeRegisters(() => stores);

describeStandards(() => stores);
