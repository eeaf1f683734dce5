import {
  type Index766Page,
  index766RowsSchema,
  index766Schema,
  problemSchema,
  type QuarterlyPage,
  quarterlySchema,
} from '@evenhand/contracts';
import { ownerOf } from '@evenhand/data-folder';
import { OwnerToken } from '../runs/owner-token';
import { startServer, type StartedServer } from '../testing/started-server';

const DAY = (day: string): string => `${day}T03:00:00Z`;

interface Life {
  readonly due: string;
  readonly finished: string | null;
  readonly more?: object;
}

/** Received on 1 September at the point P1, online. */
const dossier = (code: string, { due, finished, more = {} }: Life): object => ({
  ...{ source: 'office', dossier_code: code, point_code: 'P1', field_code: 'land', procedure_code: '1.012753', channel: 'online' },
  ...{
    received_at: DAY('2026-09-01'),
    received_on: '2026-09-01',
    due_at: DAY(due),
    due_on: due,
  },
  ...{ finished_at: finished && DAY(finished), finished_on: finished, status: finished === null ? 4 : 9, key_hash: Number(code.slice(1)) },
  ...{ file: 'office.csv', line: Number(code.slice(1)), has_electronic_result: 1, is_digitised: 1, ...more },
});

describe('scores over HTTP', () => {
  let server: StartedServer;
  const owner = () => ({ authorization: `Bearer ${ownerOf(server.data)?.token ?? ''}` });
  const register = async (name: string, set: readonly object[]): Promise<number> =>
    (await server.post(`/api/registers/${name}/changes`, { reason: 'A test', set }, owner())).status;
  beforeAll(async () => {
    server = await startServer();
    server.app.get(OwnerToken).publish(server.url);
    await server.stores.warehouse.insert('dossier', [
      dossier('H1', { due: '2026-09-10', finished: '2026-09-08' }),
      dossier('H2', { due: '2026-09-10', finished: '2026-09-09' }),
      dossier('H3', { due: '2026-09-10', finished: '2026-09-14' }),
      dossier('H4', { due: '2026-10-10', finished: null }),
    ]);
    await server.stores.warehouse.insert('petition', [
      {
        ...{ source: 'desk', petition_id: 'Q1', point_code: 'P1', kind: 'procedure', key_hash: 11, received_on: '2026-09-03' },
        ...{ received_at: DAY('2026-09-03'), due_at: DAY('2026-09-24'), answered_at: DAY('2026-09-10') },
      },
      {
        ...{ source: 'desk', petition_id: 'Q2', point_code: 'P1', kind: 'procedure', key_hash: 12, received_on: '2026-09-03' },
        ...{ received_at: DAY('2026-09-03'), due_at: DAY('2026-09-24'), answered_at: DAY('2026-09-25') },
      },
    ]);
    await server.stores.warehouse.insert('published_score', [
      {
        ...{ source: 'portal', unit_code: '00004', metric: 'TDGQ', period_from: '2026-09-01', period_to: '2026-10-01' },
        ...{ score: 15, max_score: 20, numerator: 3, denominator: 4, published_on: '2026-10-05' },
      },
    ]);
    await server.stores.warehouse.insert(
      'known_until',
      ['dossier', 'petition'].map((entity) => ({
        ...{ entity, source: 'office', run_id: 1, latest_at: '2026-10-20T00:00:00Z', published_at: '2026-10-20T00:00:00Z' },
      })),
    );
  });
  afterAll(() => server.stop());

  const index = async (query: string): Promise<Index766Page> => {
    const response = await server.get(`/api/scores/index-766?${query}`);
    expect(response.status).toBe(200);
    return index766Schema.parse(await response.json());
  };
  let scored: Promise<Index766Page> | undefined;
  /** Asked once, before anything is stated. */
  const september = () => (scored ??= index('period=2026-09&unit=00004'));
  const quarterly = async (query: string): Promise<QuarterlyPage> =>
    quarterlySchema.parse(await (await server.get(`/api/scores/quarterly?${query}`)).json());
  const problem = async (path: string) => problemSchema.parse(await (await server.get(path)).json());
  const indicator = ({ units }: Index766Page, id: string) => units[0]?.indicators.find((one) => one.id === id);

  it('scores a ward by the calendar, beside what the portal publishes', async () => {
    const page = await september();
    expect(page.period).toMatchObject({ calendar: 'calendar', from: '2026-09-01', to: '2026-10-01' });
    expect(page.version).toMatchObject({ version: '766/2022', from: '2022-06-23' });
    expect(page.units).toMatchObject([{ unit: '00004', name: 'phường Ba Đình', level: 'commune', band: null }]);
    // Three of four: H1 and H2 in time, H4 within time.
    expect(indicator(page, '2.1')).toMatchObject({
      ground: 'measured',
      points: { low: 15, high: 15 },
      lost: [{ id: 'ended_late', cases: 1, points: 5 }],
    });
    expect(page.units[0]?.groups[1]).toMatchObject({
      id: 'progress',
      code: 'TDGQ',
      beside: { published: { score: 15 }, difference: { verdict: 'agrees' } },
    });
    expect(page.units[0]?.next[0]).toMatchObject({ indicator: '2.1', cases: 1, perCase: 5, nextPoints: 1, nextCases: 1 });
  });

  it('says of every indicator that nobody tells what is missing, and takes what is stated', async () => {
    expect(indicator(await september(), '1.1')).toMatchObject({ ground: 'unknown', points: { low: 0, high: 6 } });
    const entry = {
      unitCode: '00004',
      periodFrom: '2026-09-01',
      periodTo: '2026-10-01',
      item: 'index-766/1.1',
      met: 3,
      of: 4,
      basis: 'BC 12',
    };
    expect(await register('stated_figures', [entry])).toBe(200);
    expect(indicator(await index('period=2026-09&unit=00004'), '1.1')).toMatchObject({
      ground: 'stated',
      points: { low: 4.5, high: 4.5 },
      basis: 'BC 12',
    });
  });

  it('lists the dossiers that cost points', async () => {
    const response = await server.get('/api/scores/index-766/rows?period=2026-09&unit=00004&cause=ended_late');
    const { entity, rows, total } = index766RowsSchema.parse(await response.json());
    expect({ entity, total }).toEqual({ entity: 'dossier', total: 1 });
    expect(rows).toMatchObject([{ dossier_code: 'H3', limit_on: '2026-09-10', end_on: '2026-09-14', file: 'office.csv', line: 3 }]);
  });

  it('evaluates a quarter of reports and leaves open what people must appraise', async () => {
    const page = await quarterly('period=2026-Q3&unit=00004');
    expect(page.period).toMatchObject({ calendar: 'report', from: '2026-06-15', to: '2026-09-15' });
    const [unit] = page.units;
    expect(unit?.criteria.map(({ state }) => state)).toEqual([
      // Two days and one day ahead, four behind.
      ...['measured', 'missing', 'measured', 'missing', 'missing', 'missing', 'measured', 'measured', 'measured'],
    ]);
    expect(unit?.criteria[0]).toMatchObject({ points: { low: 0, high: 0 }, appraised: null, selfScore: null });
    expect(unit?.class).toBeNull();
  });

  it('says what is wrong with a request', async () => {
    expect(await problem('/api/scores/index-766?period=2026-13')).toMatchObject({ status: 400, field: 'period' });
    expect(await problem('/api/scores/index-766?period=2026-09&unit=1')).toMatchObject({ status: 400, field: 'unit' });
    expect(await problem('/api/scores/index-766?period=2026-09&calendar=lunar')).toMatchObject({ status: 400, field: 'calendar' });
    expect((await problem('/api/scores/index-766/rows?period=2026-09&cause=rain')).detail).toContain('No cases are listed for "rain"');
    expect((await problem('/api/scores/quarterly?period=2026-09')).detail).toBe(
      'The evaluation is held every quarter; write one as 2026-Q3.',
    );
  });

  it('refuses a stated figure that is no share', async () => {
    const entry = { unitCode: null, periodFrom: '2026-09-01', periodTo: '2026-10-01', item: 'index-766/1.1', met: 5, of: 4 };
    expect(await register('stated_figures', [entry])).toBe(400);
  });
});
