import { type Filter, wholeCity } from '@evenhand/domain';
import { sql } from '@evenhand/warehouse';
import { dossierRow, knownRow, pointRow, shiftRow } from '../testing/case-rows';
import { TestWarehouse } from '../testing/test-warehouse';

/** Told by run 1, or taken back by run 2. */
const told = (row: object, key: number, run = 1): object => ({ ...row, key_hash: key, run_id: run, ...(run === 2 && { is_withdrawn: 1 }) });
const of = (point: string, rest: Omit<Parameters<typeof dossierRow>[0], 'point'>): object => dossierRow({ point, ...rest });

const DUE = '2026-03-20T10:00:00Z';
const KEPT = [
  // Open at the end of 5 March: one late, one in time, one of the other point.
  of('P1', { received: '2026-02-20T02:00:00Z', due: '2026-03-04T10:00:00Z' }),
  of('P1', { received: '2026-03-03T02:00:00Z', due: DUE }),
  of('P2', { received: '2026-03-03T02:00:00Z', due: '2026-03-04T10:00:00Z' }),
  // Ended before, refused without an end, received later.
  of('P1', { received: '2026-02-20T02:00:00Z', due: DUE, finished: '2026-03-04T03:00:00Z' }),
  of('P1', { received: '2026-02-20T02:00:00Z', due: DUE, status: 3 }),
  of('P1', { received: '2026-03-06T02:00:00Z', due: DUE }),
  of('P1', { received: '2026-03-07T02:00:00Z', due: DUE }),
].map((row, key) => told(row, key));
const TAKEN_BACK = [
  told(of('P1', { received: '2026-02-10T02:00:00Z', due: DUE }), 90),
  told(of('P2', { received: '2026-03-03T02:00:00Z' }), 91),
];

const HALF_DAY = { started: '2026-03-03T01:00:00Z', ended: '2026-03-03T05:00:00Z' };
const published = (run: number, at: string) => ({ run_id: run, entity: 'dossier', source: 'national', published_at: at });

let test: TestWarehouse;
beforeAll(async () => {
  test = await TestWarehouse.open();
  await test.fill({
    dossier: KEPT,
    shift: ['1', '2', '3'].map((counter) => shiftRow({ point: 'P1', staff: counter === '3' ? 'B' : 'A', counter, ...HALF_DAY })),
    service_point: [pointRow('P1', 'W1', 'B1'), pointRow('P2', 'W2', 'B1')],
    known_until: [knownRow('dossier', 'national', '2026-03-08T00:00:00Z'), knownRow('shift', 'roster', '2026-03-08T00:00:00Z')],
  });
  await test.warehouse.insert('dossier_version', [
    ...KEPT,
    ...TAKEN_BACK,
    told(of('P1', { received: '2026-02-10T02:00:00Z' }), 90, 2),
    told(of('P2', { received: '2026-03-03T02:00:00Z' }), 91, 2),
  ]);
  await test.warehouse.insert('publication', [published(1, '2026-03-08T01:00:00Z'), published(2, '2026-03-09T01:00:00Z')]);
  await test.warehouse.insert('quarantine', [
    {
      run_id: 1,
      source: 'national',
      entity: 'dossier',
      file: 'x',
      line: 1,
      reasons: ['broken'],
      raw: '{"point_code":"P1","received_at":"2026-01-05T02:00:00Z"}',
    },
    {
      run_id: 1,
      source: 'national',
      entity: 'dossier',
      file: 'x',
      line: 2,
      reasons: ['broken'],
      raw: '{"point_code":"P1","received_at":"2026-03-06T02:00:00Z"}',
    },
  ]);
});
afterAll(() => test.close());

const WEEK = { from: '2026-03-02', to: '2026-03-06' } as const;
const ofP1: readonly Filter[] = [{ dimension: 'point', values: ['P1'] }];
async function leftOut(metric: string, where = ofP1, asOf?: string) {
  const { excluded, value } = await test.answers.explain({ ...WEEK, metric, where, part: 'n', exact: true, asOf }, wholeCity);
  return { n: value.n, left: excluded.map(({ why, detail, rows }) => [why, detail, rows].join(' ')).sort() };
}

describe('of a stock', () => {
  it('tells what ended before its moment, came after it, is no case, lies elsewhere, was taken back or broke a law', async () =>
    expect(await leftOut('dossiers_overdue')).toEqual({
      n: 1,
      left: ['ended_before  2', 'filtered_out  1', 'not_a_case 4 1', 'quarantined broken 1', 'received_later  2', 'withdrawn  1'],
    }));

  it('leaves nothing to filters where none are set', async () => {
    const { n, left } = await leftOut('dossiers_open', []);
    // 3 open + 2 ended + 2 later are the seven dossiers that stand.
    expect([n, left]).toEqual([3, ['ended_before  2', 'quarantined broken 1', 'received_later  2', 'withdrawn  2']]);
  });

  it('knows of nothing taken back at a moment before it was', async () =>
    expect((await leftOut('dossiers_open', ofP1, '2026-03-08T12:00:00Z')).left.filter((one) => one.startsWith('withdrawn'))).toEqual([]));
});

describe('of quarantine', () => {
  const entry = {
    source: 'national',
    entity: 'dossier',
    file: 'y',
    reasons: ['torn'],
    raw: '{"point_code":"P1","received_at":"2026-01-05T02:00:00Z"}',
  };
  const seen = (line: number, first_run_id: number) => ({
    ...entry,
    line,
    entry_id: 100 + line,
    first_run_id,
    first_seen_at: '2026-03-08T00:59:00Z',
  });
  const tornAt = async (asOf: string | undefined) =>
    (await leftOut('dossiers_open', ofP1, asOf)).left.filter((one) => one.startsWith('quarantined torn'));

  it('tells what stood there at a moment: not what came later, and also what was let in since', async () => {
    // The first stands since run 1, the second came with run 2; the third was let in by run 2.
    await test.warehouse.insert('quarantine', [
      { ...seen(1, 1), run_id: 1 },
      { ...seen(2, 2), run_id: 2 },
    ]);
    await test.warehouse.insert('left_quarantine', [{ ...seen(3, 1), left_run_id: 2, left_at: '2026-03-09T00:59:00Z' }]);
    expect(await tornAt('2026-03-08T12:00:00Z')).toEqual(['quarantined torn 2']);
    expect(await tornAt(undefined)).toEqual(['quarantined torn 2']);
    expect(await tornAt('2026-03-08T00:59:30Z')).toEqual([]);
    await test.warehouse.run(sql`TRUNCATE TABLE quarantine`);
    expect(await tornAt('2026-03-08T12:00:00Z')).toEqual(['quarantined torn 1']);
  });
});

it('of a number of different people tells the records that name one of them again', async () => {
  // Three shifts of two people on one day.
  expect(await leftOut('officer_days')).toEqual({ n: 2, left: ['same_case  1'] });
});
