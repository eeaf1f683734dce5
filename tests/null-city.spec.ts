import { type CitySettings, type Comparison, startOfMonth, type Unevenness, wholeCity } from '@evenhand/domain';
import { Comparisons, FALSE_FLAGS_A_YEAR, MetricAnswers } from '@evenhand/metrics';
import { openWarehouse, trusted, type Warehouse } from '@evenhand/warehouse';

/**
 * Four hundred points that are all alike. Every ticket waits too long with the same probability for its field, its hour and
 * the day of its point: some days are bad everywhere in the same way, by a coin of their own. Whatever is flagged is false.
 */
const POINTS = 400;
const FIRST = '2025-09-01';
const MONTHS = 13;
const LAST = startOfMonth(FIRST, MONTHS);

// TRICKY: hashes stand in for chance, so that the engine makes the same city each time.
const FILL = [
  `INSERT INTO ticket_stratum (day, point_code, field_code, channel, hour_band, tickets, long_waits, called, wait_sum_ms, wait_squares)
  WITH
    toDate('${FIRST}') + day_number AS one_day,
    5 + cityHash64(1, point, day_number, stratum) % 5 AS cases,
    if(cityHash64(2, point, day_number) % 2 = 0, 0.5, 1.5) * [0.06, 0.10, 0.14, 0.16, 0.22, 0.28][stratum + 1] AS rate
  SELECT one_day, concat('N', toString(point)), ['certification', 'land'][1 + intDiv(stratum, 3)], 'direct', 3 + stratum % 3, cases,
    arrayCount(number -> cityHash64(3, point, day_number, stratum, number) / 18446744073709551616. < rate, range(cases)), 0, 0, 0
  FROM (SELECT arrayJoin(range(${POINTS})) AS point, arrayJoin(range(dateDiff('day', toDate('${FIRST}'), toDate('${LAST}')))) AS day_number, arrayJoin(range(6)) AS stratum)
  WHERE toDayOfWeek(one_day) <= 5`,
  `INSERT INTO ticket_point_day (day, point_code, tickets, long_waits)
  SELECT day, point_code, sum(tickets), sum(long_waits) FROM ticket_stratum GROUP BY day, point_code`,
  `INSERT INTO known_until (entity, source, run_id, latest_at, published_at)
  VALUES ('ticket', 'queue', 1, '2026-10-01 10:00:00', '2026-10-01 11:00:00')`,
];

const city: CitySettings = {
  name: { vi: 'Thành phố đồng đều', en: 'City of equal points' },
  zone: 'Asia/Ho_Chi_Minh',
  languages: ['vi', 'en'],
  isSimulated: true,
  longWaitMinutes: 20,
};

let warehouse: Warehouse;
let uneven: Unevenness;
const year: Comparison[] = [];
beforeAll(async () => {
  warehouse = await openWarehouse('memory');
  for (const statement of FILL) await warehouse.run(trusted(statement));
  const comparisons = new Comparisons(warehouse, city, new MetricAnswers(warehouse, city));
  for (let month = 1; month < MONTHS; month++)
    for (const adjust of ['none', 'casemix'] as const) {
      const range = { from: startOfMonth(FIRST, month), to: startOfMonth(FIRST, month + 1) };
      year.push(await comparisons.points({ metric: 'long_wait_rate', adjust, ...range, where: [] }, wholeCity));
    }
  const whole = { from: startOfMonth(FIRST, 1), to: LAST };
  uneven = await comparisons.unevenness({ metric: 'long_wait_rate', adjust: 'casemix', grain: 'month', ...whole, where: [] }, wholeCity);
}, 180_000);
afterAll(() => warehouse.close());

const of = (adjust: Comparison['adjust']) => year.filter((one) => one.adjust === adjust).flatMap(({ points }) => points);

describe('a city of equal points', () => {
  it('is compared in all its points, twelve times', () =>
    expect(of('casemix').filter(({ rank }) => rank !== null)).toHaveLength(12 * POINTS));

  it.each(['none', 'casemix'] as const)('shows no more false flags in a year than promised (%s)', (adjust) => {
    const flagged = of(adjust).filter(({ flag }) => flag !== null);
    expect(flagged.length).toBeLessThanOrEqual(FALSE_FLAGS_A_YEAR.look);
    expect(flagged.filter(({ flag }) => flag === 'review').length).toBeLessThanOrEqual(FALSE_FLAGS_A_YEAR.review);
    expect(flagged.filter(({ isPersistent }) => isPersistent)).toEqual([]);
  });

  it.each(['none', 'casemix'] as const)('keeps its points within the limits as often as these say (%s)', (adjust) => {
    // Two in a thousand, and what chance makes of that in 4 800 looks: fewer than 18 in 99 of a hundred such cities. How close
    // the limits are in the long run, a hundred thousand looks tell beside the limits themselves.
    const beyond = of(adjust).filter(({ funnel }) => funnel === 'beyond_review').length / (12 * POINTS);
    const outside = of(adjust).filter(({ funnel }) => funnel !== 'inside').length / (12 * POINTS);
    expect(beyond).toBeLessThan(0.0035);
    expect(Math.abs(outside - 0.05)).toBeLessThan(0.015);
  });

  it('has no real spread worth telling', () => {
    const spreads = year.filter(({ adjust }) => adjust === 'casemix').map(({ scatter }) => scatter.real);
    // An interval misses its figure one time in twenty, half of that on this side.
    expect(spreads.filter((real) => real?.interval.low !== 0).length).toBeLessThanOrEqual(2);
    expect(Math.max(...spreads.map((real) => real?.value ?? NaN))).toBeLessThan(0.015);
  });

  it('blames nobody: there is no worst tenth, of the year or of a month, but where an interval misses', () => {
    expect(uneven.whole.worstTenth).toEqual([]);
    expect(uneven.whole.measures.worst_tenth_gap).toMatchObject({ value: null, reason: { en: 'Points do not differ beyond chance.' } });
    expect(uneven.series).toHaveLength(12);
    expect(uneven.series.filter(({ worstTenth }) => worstTenth.length > 0).length).toBeLessThanOrEqual(2);
  });

  it('gives places that are no information', () => {
    const widths = of('casemix').flatMap(({ rank }) => (rank ? [rank.worst - rank.best] : []));
    expect(widths.filter((width) => width > POINTS / 2).length).toBeGreaterThan(0.99 * widths.length);
  });

  it('knows that bad days make chance larger than single cases do', () =>
    expect(Math.min(...year.map(({ scatter }) => scatter.dayEffect))).toBeGreaterThan(1.5));
});
