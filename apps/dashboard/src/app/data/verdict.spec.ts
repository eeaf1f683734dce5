import { compared } from '../../testing/comparisons';
import { figure, metric } from '../../testing/figures';
import { shareLimits, verdictFrom, verdictOn, Z_95, Z_998 } from './verdict';

const city = 0.16;

describe('funnel limits of a share', () => {
  it('agree with a published example: n = 539 at a centre of 0.80642448', () => {
    const look = shareLimits(0.80642448, 539, Z_95);
    expect([look.low, look.high].map((bound) => bound.toFixed(4))).toEqual(['0.7731', '0.8398']);
    const review = shareLimits(0.80642448, 539, Z_998);
    expect([review.low, review.high].map((bound) => bound.toFixed(4))).toEqual(['0.7538', '0.8590']);
  });

  it('stay between nothing and everything', () => {
    expect(shareLimits(0.05, 10, Z_998).low).toBe(0);
    expect(shareLimits(0.95, 10, Z_998).high).toBe(1);
  });
});

describe('the verdict on a point', () => {
  // n = 1,000 at 16 %: the 95 % limits are 13.7–18.3 %, the 99.8 % limits 12.4–19.6 %.
  it.each([
    [0.2, 'beyond'],
    [0.19, 'look'],
    [0.17, 'within'],
    [0.13, 'within'],
    [0.12, 'better'],
  ])('on a share of %s among 1,000 is "%s"', (value, verdict) => {
    expect(verdictOn(figure({ value }), city, metric())).toBe(verdict);
  });

  it('turns round where more is better', () => {
    expect(verdictOn(figure({ value: 0.12 }), city, metric({ direction: 'up' }))).toBe('beyond');
  });

  it('is withheld from few cases, however bad they look', () => {
    expect(verdictOn(figure({ value: 0.9, n: 20 }), city, metric())).toBe('few');
    // 100 cases at 2 %: two expected, too few for the limits to hold.
    expect(verdictOn(figure({ value: 0.1, n: 100 }), 0.02, metric())).toBe('few');
  });

  it('is withheld where data is missing', () => {
    expect(verdictOn(undefined, city, metric())).toBe('unknown');
    expect(verdictOn(figure({ value: null, reason: 'no_data', n: 0 }), city, metric())).toBe('unknown');
    expect(verdictOn(figure({ value: 0.3, coverage: 0.4 }), city, metric())).toBe('partial');
  });

  it('calls what too little data stands behind partial, what is hidden few, and nothing better that missing data may undo', () => {
    expect(verdictOn(figure({ value: null, reason: 'unknown' }), city, metric())).toBe('partial');
    expect(verdictOn(figure({ value: null, reason: 'suppressed', n: null }), city, metric())).toBe('few');
    const good = { value: city / 2, n: 5000 };
    expect(verdictOn(figure(good), city, metric())).toBe('better');
    expect(verdictOn(figure({ ...good, bounds: { low: city / 3, high: city * 1.1 } }), city, metric())).toBe('within');
  });

  it('on waits goes by their interval, widened to 99.8 %', () => {
    const waits = metric({ id: 'wait_p90', unit: 'minutes', kind: 'quantile' });
    // 26 − (26 − 22) × 1.577 = 19.7: the city at 20 lies outside 95 % and inside 99.8 %.
    expect(verdictOn(figure({ value: 26, interval: { low: 22, high: 30 } }), 20, waits)).toBe('look');
    expect(verdictOn(figure({ value: 30, interval: { low: 28, high: 32 } }), 20, waits)).toBe('beyond');
    expect(verdictOn(figure({ value: 30 }), 20, waits)).toBe('few');
  });
});

describe('the verdict of a fair comparison', () => {
  it.each([
    ['worse', 'review', 'beyond'],
    ['worse', 'look', 'look'],
    ['better', 'review', 'better'],
    ['higher', 'look', 'within'],
    ['as_expected', null, 'within'],
    ['too_few', null, 'few'],
    ['unknown', null, 'partial'],
    ['no_cases', null, 'unknown'],
  ] as const)('"%s" with flag %s is "%s"', (verdict, flag, expected) => {
    expect(verdictFrom(compared({ verdict, flag }))).toBe(expected);
  });
});
