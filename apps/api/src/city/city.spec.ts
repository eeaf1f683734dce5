import { catalogSchema, citySchema, pointsSchema } from '@evenhand/contracts';
import { DIMENSIONS, type Label } from '@evenhand/domain';
import { insertTickets } from '../testing/handful-of-tickets';
import { startServer, type StartedServer } from '../testing/started-server';

describe('what the server says of the city', () => {
  let server: StartedServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  const city = async () => citySchema.parse(await (await server.get('/api/city')).json());
  const catalog = async () => catalogSchema.parse(await (await server.get('/api/catalog')).json());

  it('knows no days before the first load, and the days of the data after it', async () => {
    expect(await city()).toMatchObject({ name: { en: 'Test City' }, isSimulated: false, firstDay: null, lastDay: null });
    await insertTickets(server.stores.warehouse);
    expect(await city()).toMatchObject({ zone: 'Asia/Ho_Chi_Minh', firstDay: '2026-10-05', lastDay: '2026-10-05' });
  });

  it('lists points with ward, branch and place on the map', async () => {
    const { branches, points } = pointsSchema.parse(await (await server.get('/api/points')).json());
    expect(branches).toEqual([{ code: 'B1', name: 'Chi nhánh số 1' }]);
    expect(
      points.map(({ code, wardName, wardType, branchCode, column, row }) => [code, wardName, wardType, branchCode, column, row]),
    ).toEqual([
      ['P1', 'Ba Đình', 'phường', 'B1', 3, 4],
      ['P2', null, null, null, null, null],
    ]);
  });

  it('names every dimension, field, procedure, channel and outcome', async () => {
    const { dimensions, fields, procedures, channels, outcomes, metrics } = await catalog();
    expect(dimensions.map(({ code }) => code)).toEqual(DIMENSIONS);
    expect(fields).toEqual([{ code: 'land', label: { vi: 'Đất đai', en: 'Land' } }]);
    expect(procedures).toEqual([{ code: '1.012753', fieldCode: 'land', label: { vi: 'Đăng ký đất đai', en: 'Land registration' } }]);
    expect(channels.map(({ code }) => code)).toEqual(['direct', 'online', 'post']);
    expect(outcomes.map(({ code }) => code)).toContain('abandoned');
    expect(metrics.map(({ id }) => id)).toContain('long_wait_rate');
  });

  it('speaks both languages everywhere, Vietnamese in composed letters', async () => {
    const { dimensions, fields, procedures, channels, outcomes, metrics } = await catalog();
    const labels: Label[] = [
      ...[...dimensions, ...fields, ...procedures, ...channels, ...outcomes].map(({ label }) => label),
      ...metrics.flatMap(({ label, description, formula }) => [label, description, formula]),
    ];
    for (const { vi, en } of labels) {
      expect(vi.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
      expect(vi).toBe(vi.normalize('NFC'));
    }
  });

  it('offers a channel that only some source uses under its own name', async () => {
    await server.stores.warehouse.insert('dossier_day', [{ day: '2026-10-05', point_code: 'P1', channel: 'Desk', received: 1 }]);
    expect((await catalog()).channels.at(-1)).toEqual({ code: 'Desk', label: { vi: 'Desk', en: 'Desk' } });
  });
});
