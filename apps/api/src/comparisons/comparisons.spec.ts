import { changeEffectsSchema, comparisonSchema, problemSchema, trendSchema, unevennessSchema } from '@evenhand/contracts';
import { startServer, type StartedServer } from '../testing/started-server';

/** Twelve points; each has 100 tickets about certificates, of which 10 wait too long, on each of two Mondays. Q12 has 45. P1 and P2 are silent. */
const POINTS = Array.from({ length: 12 }, (_, index) => `Q${index + 1}`);
const DAYS = ['2026-09-07', '2026-10-05'];

const rowsOf = (day: string) =>
  POINTS.map((point) => ({ day, point_code: point, tickets: 100, long_waits: point === 'Q12' ? 45 : 10, called: 100 }));

let server: StartedServer;
beforeAll(async () => {
  server = await startServer();
  const { warehouse } = server.stores;
  await warehouse.insert('ticket_point_day', DAYS.flatMap(rowsOf));
  await warehouse.insert(
    'ticket_stratum',
    DAYS.flatMap(rowsOf).map((row) => ({ ...row, field_code: 'certification', channel: 'direct', hour_band: 4 })),
  );
  await warehouse.insert('known_until', [
    { entity: 'ticket', source: 'queue', run_id: 1, latest_at: '2026-10-31T10:00:00Z', published_at: '2026-10-31T11:00:00Z' },
  ]);
}, 60_000);
afterAll(() => server.stop());

const QUERY = 'metric=long_wait_rate&from=2026-10-01&to=2026-11-01';
const ask = async (path: string): Promise<unknown> => {
  const response = await server.get(path);
  expect(response.status).toBe(200);
  return response.json();
};

describe('points against the city', () => {
  it('names the one that differs, and says so in both languages', async () => {
    const { points, city, adjustedFor, scatter } = comparisonSchema.parse(await ask(`/api/comparisons?${QUERY}`));
    const known = points.filter(({ value }) => value.n === 100);
    expect(known.map(({ point, verdict, isPersistent }) => [point, verdict, isPersistent])).toContainEqual(['Q12', 'worse', true]);
    expect(known.filter(({ flag }) => flag !== null)).toHaveLength(1);
    expect(points.filter(({ verdict }) => verdict === 'unknown').map(({ point, rank }) => [point, rank])).toEqual([
      ['P1', null],
      ['P2', null],
    ]);
    // 11 × 10 + 45 = 155 of 1 200; without Q12, which is a twelfth of the stratum, 110 of 1 100.
    expect(city.value).toBeCloseTo(155 / 1200, 12);
    const worst = known.find(({ point }) => point === 'Q12');
    expect(worst).toMatchObject({
      expected: expect.closeTo(0.1, 12),
      ratio: { value: expect.closeTo(4.5, 12) },
      rank: { best: 12, worst: 12 },
    });
    expect(worst?.sentence.vi).toBe(
      '45 %; với công việc như vậy, mức của thành phố là 10 %. Chưa đạt mức kỳ vọng, vượt mức ngẫu nhiên. Kỳ trước cũng vậy. Thứ 12 trong 12 điểm.',
    );
    expect(adjustedFor.map(({ key }) => key)).toEqual(['field', 'channel', 'hour_band']);
    expect(scatter).toMatchObject({ points: 12, dayEffect: 1 });
  });

  it('lists the points of a filter on places and keeps the yardstick', async () => {
    const { points } = comparisonSchema.parse(await ask(`/api/comparisons?${QUERY}&adjust=none&where=point:Q12`));
    expect(points.map(({ point, expected }) => [point, expected])).toEqual([['Q12', expect.closeTo(0.1, 12)]]);
  });

  it.each([
    [`/api/comparisons?${QUERY.replace('long_wait_rate', 'tickets')}`, 'metric', '"tickets" adds up'],
    [`/api/comparisons?${QUERY}&adjust=fairly`, 'adjust', 'allowed: none, casemix, casemix_without_hours'],
    [`/api/unevenness?${QUERY}&since=2025-01-01`, 'since', 'lies outside the range'],
    [`/api/unevenness?${QUERY.replace('2026-10-01', '2025-01-01')}&grain=day`, 'grain', 'at most 120'],
    [`/api/trend?${QUERY}&recalculate=soon`, 'recalculate', 'is not a day'],
  ])('%s is refused with a sentence', async (path, field, detail) => {
    const response = await server.get(path);
    expect(response.status).toBe(400);
    expect(problemSchema.parse(await response.json())).toMatchObject({ field, detail: expect.stringContaining(detail) });
  });
});

it('says of a change that few weeks of data tell nothing', async () => {
  const told = {
    source: 's',
    kind: 'staff_move',
    started_on: '2026-09-14',
    ended_on: null,
    title_vi: 'Tăng cường',
    title_en: 'Lent staff',
  };
  await server.stores.warehouse.insert('intervention', [{ ...told, intervention_id: 'I0', point_code: 'P1' }]);
  const { changes } = changeEffectsSchema.parse(await ask(`/api/changes?metric=long_wait_rate&from=2026-09-01&to=2026-10-01`));
  expect(changes).toMatchObject([{ points: ['P1'], effect: null, verdict: 'cannot_tell', change: { title: { vi: 'Tăng cường' } } }]);
  expect((await server.get('/api/changes?metric=tickets&from=2026-09-01&to=2026-10-01')).status).toBe(400);
});

describe('the city', () => {
  it('is as uneven as its points, with a reason where nothing can be said', async () => {
    const asked = `/api/unevenness?metric=long_wait_rate&from=2026-09-01&to=2026-11-01&since=2026-09-07`;
    const { whole, series, since } = unevennessSchema.parse(await ask(asked));
    expect(series.map(({ range, points, worstTenth }) => [range.from, points, worstTenth[0]])).toEqual([
      ['2026-09-01', 12, 'Q12'],
      ['2026-10-01', 12, 'Q12'],
    ]);
    expect(whole.measures.real_spread.value).toBeGreaterThan(0.05);
    expect(whole.measures.theil).toMatchObject({ value: null, reason: { en: expect.stringContaining('branch') } });
    expect(since).toMatchObject({ verdict: 'cannot_tell' });
  });

  it('has a control chart with what was changed', async () => {
    await server.stores.warehouse.insert('intervention', [
      {
        source: 's',
        intervention_id: 'I1',
        kind: 'campaign',
        point_code: '',
        started_on: '2026-10-02',
        ended_on: null,
        title_vi: 'Chiến dịch',
        title_en: 'Campaign',
      },
    ]);
    const trend = trendSchema.parse(await ask(`/api/trend?${QUERY}&grain=day&point=Q12`));
    expect(trend.series.filter(({ value }) => value.n === 100).map(({ range, value }) => [range.from, value.value])).toEqual([
      ['2026-10-05', 0.45],
    ]);
    expect(trend).toMatchObject({
      point: 'Q12',
      assurance: null,
      changes: [{ day: '2026-10-02', to: null, title: { vi: 'Chiến dịch' }, isWholeCity: true }],
    });
  });
});
