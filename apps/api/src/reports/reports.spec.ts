import { type II06RowsPage, ii06RowsSchema, ii06Schema, problemSchema, type ReportII06Page } from '@evenhand/contracts';
import { startServer, type StartedServer } from '../testing/started-server';

const dossier = (code: string, point: string, days: object): object => ({
  source: 'office',
  dossier_code: code,
  point_code: point,
  field_code: 'land',
  channel: 'online',
  status: 9,
  file: 'office.csv',
  line: Number(code.slice(1)),
  ...days,
});

/** Received on one day, due and finished on others; all at noon in the city's zone. */
const life = (received: string, due: string, finished: string | null): object => ({
  received_at: `${received}T05:00:00Z`,
  received_on: received,
  due_at: `${due}T05:00:00Z`,
  due_on: due,
  finished_at: finished === null ? null : `${finished}T05:00:00Z`,
  finished_on: finished,
});

describe('form II.06 over HTTP', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
    await server.stores.warehouse.insert('dossier', [
      dossier('H1', 'P1', life('2026-06-14', '2026-06-30', '2026-06-29')),
      dossier('H2', 'P1', life('2026-06-15', '2026-06-30', '2026-07-01')),
      dossier('H3', 'P2', { ...life('2026-09-14', '2026-09-30', null), status: 4, field_code: 'civil', channel: 'direct' }),
    ]);
    await server.stores.warehouse.insert('known_until', [
      { entity: 'dossier', source: 'office', run_id: 1, latest_at: '2026-10-01T00:00:00Z', published_at: '2026-10-01T00:00:00Z' },
    ]);
  });
  afterAll(() => server.stop());

  const form = async (query: string): Promise<ReportII06Page> => {
    const response = await server.get(`/api/reports/ii06?${query}`);
    expect(response.status).toBe(200);
    return ii06Schema.parse(await response.json());
  };
  const problem = async (path: string) => {
    const response = await server.get(path);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    return problemSchema.parse(await response.json());
  };

  it('fills the form for a quarter of reports, with the headings of the law', async () => {
    const { period, columns, units, isOver } = await form('period=2026-Q3');
    expect(period).toMatchObject({ calendar: 'report', from: '2026-06-15', to: '2026-09-15' });
    expect(isOver).toBe(true);
    expect(columns.map(({ number, groupLabel, label }) => `${number} ${groupLabel.vi}: ${label.vi}`).slice(0, 3)).toEqual([
      '3 Số lượng hồ sơ tiếp nhận: Tổng số',
      '4 Số lượng hồ sơ tiếp nhận: Trong kỳ: trực tuyến',
      '5 Số lượng hồ sơ tiếp nhận: Trong kỳ: trực tiếp, dịch vụ bưu chính',
    ]);
    expect(units[0]?.rows.map(({ field, label, cells }) => [field, label?.vi, cells.received, cells.settled])).toEqual([
      ['civil', undefined, 1, 0],
      ['land', 'Đất đai', 2, 2],
    ]);
    expect(units[0]?.total).toMatchObject({
      carried_over: 1,
      received_online: 1,
      received_direct: 1,
      settled_early: 1,
      settled_late: 1,
      open: 1,
    });
    expect(units[0]?.checks.every(({ holds }) => holds)).toBe(true);
  });

  it('counts what it can of the forms beside it, and names the record that each other part lacks', async () => {
    const { companions } = await form('period=2026-Q3');
    const parts = companions.flatMap(({ id, parts: of }) => of.map(({ number, needs }) => [id, number, needs === null]));
    // H2 was settled a day late, H3 is open and in time, three were received or carried over
    expect(parts.filter(([, number]) => number !== null)).toEqual([
      ['ii06b', 1, true],
      ['ii06b', 0, true],
      ['ii06c', 3, true],
    ]);
    expect(parts.filter(([, number]) => number === null).every(([, , isKnown]) => isKnown === false)).toBe(true);
    expect(companions[0]?.parts[2]?.needs?.vi).toContain('mẫu số 04');
  });

  it('moves the dossiers of the 14th and 15th with the calendar', async () => {
    const { units } = await form('period=2026-Q2&calendar=calendar');
    expect(units[0]?.total).toMatchObject({ received: 2, carried_over: 0, settled: 1, open: 1, open_within: 0, open_late: 1 });
  });

  it('gives a ward its own form, and names it', async () => {
    const { units } = await form('period=2026-Q3&unit=00004');
    expect(units).toMatchObject([{ unit: '00004', name: 'phường Ba Đình', total: { received: 2 } }]);
    // The point P2 lies in no ward.
    expect((await form('period=2026-Q3&unit=all')).units.map(({ unit, total }) => [unit, total.received])).toEqual([
      ['', 1],
      ['00004', 2],
    ]);
  });

  it('lists the dossiers behind a cell', async () => {
    const response = await server.get('/api/reports/ii06/rows?period=2026-Q3&cell=settled_late&field=land');
    const { rows, total }: II06RowsPage = ii06RowsSchema.parse(await response.json());
    expect(total).toBe(1);
    expect(rows).toMatchObject([{ dossier_code: 'H2', due_on: '2026-06-30', end_on: '2026-07-01', file: 'office.csv', line: 2 }]);
  });

  it('says what is wrong with a request', async () => {
    expect(await problem('/api/reports/ii06?period=Q3')).toMatchObject({ status: 400, field: 'period' });
    expect((await problem('/api/reports/ii06?period=Q3')).detail).toContain('"Q3" is no period; write a month as 2026-09');
    expect(await problem('/api/reports/ii06?period=2026-Q3&unit=99999')).toMatchObject({ status: 400, field: 'unit' });
    expect(await problem('/api/reports/ii06/rows?period=2026-Q3&cell=late')).toMatchObject({ status: 400, field: 'cell' });
    expect(await problem('/api/reports/ii06?period=2026-Q3&asOf=2100-01-01')).toMatchObject({ status: 400, field: 'asOf' });
  });
});
