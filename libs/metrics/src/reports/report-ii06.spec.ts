import { II06_CELLS, type II06Cell, type II06Cells, periodFromText, wholeCity } from '@evenhand/domain';
import { city } from '../testing/city';
import { dossierRow, knownRow, pointRow } from '../testing/case-rows';
import { TestWarehouse } from '../testing/test-warehouse';
import { type II06Request, ReportII06 } from './report-ii06';

/** Twelve dossiers around the third quarter of 2026: 15 June to 14 September in reports, July to September by the calendar. */
const at = (day: string, hour = '03:00'): string => `2026-${day}T${hour}:00Z`;
const A = { point: 'P1', field: 'land' };
const DOSSIERS = [
  // Carried over into Q3 of reports, settled on the due day.
  dossierRow({ ...A, received: at('06-10'), due: at('06-20'), finished: at('06-20', '09:00'), channel: 'online' }),
  // Carried over, settled two days before the due day.
  dossierRow({ ...A, received: at('06-14'), due: at('06-30'), finished: at('06-28'), channel: 'direct' }),
  // Settled before the quarter of reports began: in none of its cells.
  dossierRow({ ...A, received: at('06-01'), due: at('06-12'), finished: at('06-14', '16:59'), channel: 'direct' }),
  // The first instant of 15 June in the city's zone: received and settled in the quarter, early.
  dossierRow({ ...A, received: at('06-14', '17:00'), due: at('06-25'), finished: at('06-24'), channel: 'online' }),
  // Settled a day late.
  dossierRow({ ...A, received: at('07-01'), due: at('07-10'), finished: at('07-11'), channel: 'online' }),
  // Settled late by seconds of a new day in the city's zone.
  dossierRow({ ...A, received: at('07-02'), due: at('07-10'), finished: at('07-10', '17:00'), channel: 'post' }),
  // Withdrawn after its due day: the form counts it as on time.
  dossierRow({ ...A, received: at('07-03'), due: at('07-10'), finished: at('07-20'), status: 7, channel: 'direct' }),
  // Settled after the quarter of reports, before the end of the calendar's: open and within time, then early.
  dossierRow({ ...A, received: at('09-01'), due: at('09-20'), finished: at('09-18'), channel: 'online' }),
  // Never settled; due on 14 September, the last day of the quarter.
  dossierRow({ ...A, received: at('09-01'), due: at('09-14'), channel: 'online' }),
  // Waits for papers after its due day: within the time limit.
  dossierRow({ point: 'P2', field: 'justice', received: at('08-03'), due: at('08-10'), status: 5, channel: 'direct' }),
  // No due date, settled: on time.
  dossierRow({ point: 'P2', field: 'justice', received: at('08-03'), finished: at('08-04') }),
  // Refused at reception: not received.
  dossierRow({ point: 'P2', field: 'justice', received: at('08-03'), finished: at('08-03'), status: 3 }),
];

const cells = (numbers: Partial<II06Cells>): II06Cells => ({
  ...{ received: 0, received_online: 0, received_direct: 0, carried_over: 0 },
  ...{ settled: 0, settled_early: 0, settled_on_time: 0, settled_late: 0 },
  ...{ open: 0, open_within: 0, open_late: 0, ...numbers },
});

describe('report II.06 of twelve dossiers', () => {
  let store: TestWarehouse;
  let reports: ReportII06;
  beforeAll(async () => {
    store = await TestWarehouse.open();
    await store.fill({
      dossier: DOSSIERS,
      service_point: [pointRow('P1', '00004', 'B1'), pointRow('P2', '00008', 'B1')],
      known_until: [knownRow('dossier', 'national', '2026-10-20T03:00:00Z')],
    });
    reports = new ReportII06(store.warehouse, city);
  });
  afterAll(() => store.close());

  const request = (text: string, over: Partial<II06Request> = {}): II06Request => ({
    period: periodFromText(text, 'report'),
    attribution: 'reception',
    units: 'city',
    ...over,
  });
  const land = cells({
    ...{ received: 8, received_online: 4, received_direct: 2, carried_over: 2 },
    ...{ settled: 6, settled_early: 2, settled_on_time: 2, settled_late: 2 },
    ...{ open: 2, open_within: 1, open_late: 1 },
  });
  const justice = cells({ received: 2, received_direct: 2, settled: 1, settled_on_time: 1, open: 1, open_within: 1 });

  it('counts every cell of Q3 from 15 June to 14 September, by field', async () => {
    const { from, to, isOver, units, total } = await reports.report(request('2026-Q3'), wholeCity);
    expect({ from, to, isOver }).toEqual({ from: '2026-06-15', to: '2026-09-15', isOver: true });
    expect(units).toMatchObject([
      {
        unit: null,
        rows: [
          { field: 'justice', cells: justice },
          { field: 'land', cells: land },
        ],
        dateless: 1,
        undated: 0,
      },
    ]);
    expect(total).toEqual(
      cells({
        ...{ received: 10, received_online: 4, received_direct: 4, carried_over: 2 },
        ...{ settled: 7, settled_early: 2, settled_on_time: 3, settled_late: 2 },
        ...{ open: 3, open_within: 2, open_late: 1 },
      }),
    );
  });

  it('counts the calendar’s quarter from the same dossiers otherwise: the two never mix', async () => {
    const period = periodFromText('2026-Q3', 'calendar');
    const { units } = await reports.report(request('2026-Q3', { period }), wholeCity);
    expect(units[0]?.rows[1]?.cells).toEqual(
      cells({
        ...{ received: 5, received_online: 3, received_direct: 2 },
        ...{ settled: 4, settled_early: 1, settled_on_time: 1, settled_late: 2 },
        ...{ open: 1, open_late: 1 },
      }),
    );
  });

  it('keeps every law, and carries over what the period before left open', async () => {
    const [unit] = (await reports.report(request('2026-Q3'), wholeCity)).units;
    expect(unit?.checks.map(({ id, breaches }) => [id, breaches.length])).toEqual([
      ...[
        ['received_parts', 0],
        ['settled_parts', 0],
        ['open_parts', 0],
        ['balance', 0],
        ['total', 0],
        ['continuity', 0],
      ],
    ]);
    const before = await reports.report(request('2026-Q2'), wholeCity);
    expect(before.total.open).toBe(unit?.total.carried_over);
  });

  it('gives each ward its own form, which add up to the city’s', async () => {
    const { units, total } = await reports.report(request('2026-Q3', { units: [] }), wholeCity);
    expect(units.map((one) => [one.unit, one.total])).toEqual([
      ['00004', land],
      ['00008', justice],
    ]);
    expect(total).toEqual((await reports.report(request('2026-Q3'), wholeCity)).total);
  });

  it('shows as many dossiers behind each cell as it counts', async () => {
    const { total } = await reports.report(request('2026-Q3'), wholeCity);
    const behind = async (cell: II06Cell) =>
      (await reports.rows({ ...request('2026-Q3'), cell, field: undefined, page: 1, size: 500 }, wholeCity)).rows.length;
    for (const cell of II06_CELLS) expect([cell, await behind(cell)]).toEqual([cell, total[cell]]);
    const { rows } = await reports.rows({ ...request('2026-Q3'), cell: 'settled_late', field: 'land', page: 2, size: 1 }, wholeCity);
    expect(rows).toMatchObject([{ received_on: '2026-07-02', due_on: '2026-07-10', end_on: '2026-07-11' }]);
  });

  it('judges what is open by the last known day while the period runs', async () => {
    const { isOver, knownDay, total } = await reports.report(request('2026-Q4'), wholeCity);
    expect({ isOver, knownDay }).toEqual({ isOver: false, knownDay: '2026-10-20' });
    expect(total).toEqual(cells({ received: 3, carried_over: 3, settled: 1, settled_early: 1, open: 2, open_within: 1, open_late: 1 }));
  });

  it('shows nothing to someone without a scope', async () => {
    const { units, total } = await reports.report(request('2026-Q3'), { points: [] });
    expect([units, total]).toEqual([[], cells({})]);
    expect((await reports.report(request('2026-Q3'), { points: ['P2'] })).total).toEqual(justice);
  });

  it('refuses a unit without a point, and a page that is none', async () => {
    await expect(reports.report(request('2026-Q3', { units: ['99999'] }), wholeCity)).rejects.toThrow('Unknown unit "99999"');
    const page = { ...request('2026-Q3'), cell: 'open', field: undefined, page: 0, size: 10 } as const;
    await expect(reports.rows(page, wholeCity)).rejects.toThrow('"0" is no page');
  });
});
