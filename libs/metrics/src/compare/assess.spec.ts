import { adjustedFrom, figuresLike, ratioOf, shrunkOf, type Yardstick } from './adjusted';
import { assess, dispersionOf, type Measure, placesOf } from './assess';
import { type DayScatter, dayEffectOf, figureAt, NO_DAY_EFFECT, type PointCells, type Scale, type Standing, standingOf } from './standing';

const SHARE: Scale = { kind: 'share' };
const DOWN: Measure = { scale: SHARE, direction: 'down' };

/** So many cases with so many hits, where a tenth is expected. */
const cells = (point: string, n: number, amount: number, rate = 0.1): PointCells => ({
  ...{ point, n, amount },
  ...{ expected: n * rate, variance: n * rate * (1 - rate) },
});
const standing = (...[point, n, amount, rate]: Parameters<typeof cells>): Standing => {
  const found = standingOf(cells(point, n, amount, rate), SHARE, NO_DAY_EFFECT);
  if (!found) throw new Error('nothing can differ');
  return found;
};
const ordinary = (count: number) => Array.from({ length: count }, (_, index) => standing(`P${index}`, 400, 38 + (index % 5)));

describe('a flag', () => {
  it('is for a point that differs by more than a tenth, beyond chance', () => {
    const { points } = assess([...ordinary(20), standing('bad', 400, 90), standing('good', 400, 10)], DOWN);
    expect(points.filter(({ flag }) => flag !== null).map(({ point, flag }) => [point, flag])).toEqual([
      ['bad', 'review'],
      ['good', 'review'],
    ]);
  });

  it('is not for a difference of a tenth, however many cases make it sure', () => {
    // 11 % instead of 10 % of a million.
    const { points } = assess([...ordinary(20), standing('large', 1_000_000, 109_000)], DOWN);
    expect(points.at(-1)).toMatchObject({ flag: null, falseShare: 1 });
  });

  it('is not for the luck of a few cases', () => {
    const { points } = assess([...ordinary(20), standing('small', 30, 5)], DOWN);
    expect(points.at(-1)).toMatchObject({ flag: null });
  });

  it('of a share that should be high follows the cases that fail it', () => {
    // 95 % on time is expected: 94 % is a fifth more late ones, 95.3 % a sixteenth fewer.
    expect(figuresLike(0.95, 0.1, { scale: SHARE, direction: 'up' })).toEqual({
      low: expect.closeTo(0.945, 12),
      high: expect.closeTo(1 - 0.05 / 1.1, 12),
    });
  });
});

describe('limits', () => {
  it('are those of the scale: 2.5 % to 23.3 % around a tenth of 50 cases', () => {
    const [point] = assess([standing('P', 50, 5)], DOWN).points;
    // Arcsine of √0.1 is 0.321751; 1.959964 × 1/(2√50.5) = 0.137902 each way; back: (sin² × 50.75 − 0.375)/50.
    expect(point?.limits.look.low).toBeCloseTo((Math.sin(0.183849) ** 2 * 50.75 - 0.375) / 50, 5);
    expect(point?.limits.look.high).toBeCloseTo((Math.sin(0.459653) ** 2 * 50.75 - 0.375) / 50, 5);
  });

  it('allow for ordinary differences from ten points on', () => {
    const scattered = (count: number) =>
      Array.from({ length: count }, (_, index) => standing(`P${index}`, 1000, index % 2 === 0 ? 60 : 140));
    expect(dispersionOf(scattered(8)).tauSquared).toBe(0);
    expect(dispersionOf(scattered(20)).tauSquared).toBeGreaterThan(0);
    expect(assess(scattered(20), DOWN).points.every(({ funnel }) => funnel === 'inside')).toBe(true);
  });

  it('agree with the label on every count', () => {
    const rest = ordinary(20);
    for (const hits of [0, 3, 8, 14, 17, 20, 30]) {
      const one = assess([...rest, standing('P', 100, hits)], DOWN).points.at(-1);
      const isOutside = hits / 100 > (one?.limits.look.high ?? NaN) || hits / 100 < (one?.limits.look.low ?? NaN);
      expect(one?.funnel !== 'inside').toBe(isOutside);
    }
  });
});

describe('places', () => {
  it('count from the best for the people served', () => {
    const far = [standing('bad', 10_000, 3_000), standing('good', 10_000, 100), standing('middle', 10_000, 1_000)];
    expect(placesOf(far, 'down')).toEqual([3, 1, 2].map((place) => ({ best: place, worst: place })));
    expect(placesOf(far, 'up')).toEqual([1, 3, 2].map((place) => ({ best: place, worst: place })));
  });

  it('are all possible where chance explains all', () =>
    expect(placesOf(ordinary(5), 'down')).toEqual(Array.from({ length: 5 }, () => ({ best: 1, worst: 5 }))));
});

describe('the figure of a point', () => {
  const down: Yardstick = { ...DOWN, city: 0.1 };
  const up: Yardstick = { scale: SHARE, direction: 'up', city: 0.9 };

  it('is observed over expected, and that times the city', () => {
    // 30 of 200 where its work makes 20 expected: 1.5 times, or 15 % with the work of the city.
    const ratio = ratioOf(standing('P', 200, 30), down);
    expect(ratio?.value).toBeCloseTo(1.5, 12);
    expect(ratio && adjustedFrom(ratio, down).value).toBeCloseTo(0.15, 12);
    expect(ratio?.interval.low).toBeLessThan(1.5);
  });

  it('of a share that should be high is told by the cases that fail it', () => {
    // 150 of 200 on time where 160 are expected: 50 late instead of 40, 1.25 times; the city has 10 % late.
    const ratio = ratioOf(standing('P', 200, 150, 0.8), up);
    expect(ratio?.value).toBeCloseTo(1.25, 12);
    expect(ratio && adjustedFrom(ratio, up).value).toBeCloseTo(1 - 0.125, 12);
  });

  it('is drawn to the city the more the less is known', () => {
    const points = Array.from({ length: 20 }, (_, index) =>
      standing(`P${index}`, index === 0 ? 40 : 4000, index === 0 ? 8 : 200 + 20 * index),
    );
    const dispersion = dispersionOf(points);
    const [few, many] = [points[0], points[19]].map((one) => one && shrunkOf(one, dispersion, down));
    expect(few?.reliability).toBeLessThan(many?.reliability ?? 0);
    expect(few?.value).toBeLessThan(0.2);
    expect(few?.value).toBeGreaterThan(0.1);
    expect(many?.value).toBeCloseTo(0.145, 2);
  });

  it('comes back from the scale', () => expect(figureAt(standing('P', 60, 12).place, 60, SHARE)).toBeCloseTo(0.2, 12));

  it('cannot be judged where nobody is expected to be hit', () =>
    expect(standingOf(cells('P', 100, 0, 0), SHARE, NO_DAY_EFFECT)).toBeNull());
});

describe('the effect of days', () => {
  const days = (point: string, daily: readonly (readonly [number, number])[]): DayScatter => {
    const add = (of: (amount: number, n: number) => number): number => daily.reduce((sum, [amount, n]) => sum + of(amount, n), 0);
    return {
      ...{ point, days: daily.length, n: add((_, n) => n), amount: add((amount) => amount), squares: add((amount) => amount) },
      ...{ amounts: add((amount) => amount * amount), products: add((amount, n) => amount * n), sizes: add((_, n) => n * n) },
    };
  };

  it('is large where days are all bad or all good, and larger for points with more cases a day', () => {
    const spells = (point: string, n: number) =>
      days(
        point,
        Array.from({ length: 20 }, (_, index) => [index % 2 === 0 ? 0 : n / 2, n] as const),
      );
    const effect = dayEffectOf([spells('small', 10), spells('large', 40)]);
    expect(effect.usual).toBeGreaterThan(3);
    expect(effect.of('large')).toBeGreaterThan(effect.of('small'));
    expect(effect.of('somewhere else')).toBe(effect.usual);
  });

  it('is none where days scatter no more than cases, or are too few to tell', () => {
    expect(
      dayEffectOf([
        days(
          'P',
          Array.from({ length: 20 }, () => [4, 40] as const),
        ),
      ]).usual,
    ).toBe(1);
    expect(
      dayEffectOf([
        days('P', [
          [0, 100],
          [50, 100],
        ]),
      ]).of('P'),
    ).toBe(1);
  });
});
