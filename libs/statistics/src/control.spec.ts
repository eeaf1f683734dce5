import { laneyLimits, shareLimits, xmrLimits } from './control-limits';
import { assuranceOf, nearLimits, shifts, signalsOf, trends } from './control-rules';

const marks = (points: readonly boolean[]): number[] => points.map(Number);

describe('limits of single values', () => {
  const withOutlier = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

  // NHSRplotthedots, vignette on deviations
  it('screened are 1.94, 4.6 and −0.72 where one value stands out', () => {
    const limits = xmrLimits(withOutlier);
    expect(limits?.centre).toBeCloseTo(1.94, 2);
    expect(limits?.high).toBeCloseTo(4.6, 1);
    expect(limits?.low).toBeCloseTo(-0.72, 2);
  });

  it('unscreened are 6.95 and −3.06', () => {
    const limits = xmrLimits(withOutlier, { isScreened: false });
    expect(limits?.high).toBeCloseTo(6.95, 1);
    expect(limits?.low).toBeCloseTo(-3.06, 1);
  });

  // Montgomery, example 6.5: 300.5, mean range 7.7895, 321.22 and 279.78
  it('of Montgomery’s loan costs are the published ones', () => {
    const costs = [310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304];
    const limits = xmrLimits(costs);
    expect(limits?.centre).toBe(300.5);
    expect(limits?.meanRange).toBeCloseTo(7.7895, 4);
    expect(limits?.high).toBeCloseTo(321.22, 2);
    expect(limits?.low).toBeCloseTo(279.78, 2);
  });

  it('of a series that never moves lie on it', () => expect(xmrLimits([3, 3, 3])).toEqual({ centre: 3, meanRange: 0, low: 3, high: 3 }));
  it('of one value do not exist', () => expect(xmrLimits([3])).toBeNull());
});

describe('limits of a share per period', () => {
  // Montgomery, table 7.4
  const sizes = [100, 80, 80, 100, 110, 110, 100, 100, 90, 90, 110, 120, 120, 120, 110, 80, 80, 80, 90, 100, 100, 100, 100, 90, 90];
  const counts = [12, 8, 6, 9, 10, 12, 11, 16, 10, 6, 20, 15, 9, 8, 6, 8, 10, 7, 5, 8, 5, 8, 10, 6, 9];

  it('of Montgomery’s purchase orders are the published ones', () => {
    const limits = shareLimits(sizes.map((n, index) => ({ n, hits: counts[index] ?? 0 })));
    expect(limits?.[0]?.centre).toBeCloseTo(0.0955102, 7);
    expect(limits?.[0]?.low).toBeCloseTo(0.0073347, 7);
    expect(limits?.[0]?.high).toBeCloseTo(0.1836857, 7);
    expect(limits?.[8]?.low).toBeCloseTo(0.0025651, 7);
    expect(limits?.[8]?.high).toBeCloseTo(0.1884554, 7);
  });

  // NHS England, accident and emergency within four hours, 20 weeks: M. A. Mohammed and others, BMJ Quality & Safety 22 (2013) 362
  const within = [
    266501, 264225, 276532, 281461, 269071, 261215, 270409, 279778, 270483, 270320, 267923, 271478, 255353, 256820, 261835, 259144, 255910,
    260863, 264465, 260989,
  ];
  const attended = [
    280443, 276823, 291681, 296155, 282343, 275888, 283867, 295251, 284468, 282529, 279618, 283932, 266629, 268091, 276803, 271578, 266005,
    273520, 278574, 273772,
  ];
  const weeks = within.map((hits, index) => ({ hits, n: attended[index] ?? 0 }));
  const beyond = (limits: readonly { low: number; high: number }[] = []): number =>
    weeks.filter(({ hits, n }, index) => hits / n > (limits[index]?.high ?? 1) || hits / n < (limits[index]?.low ?? 0)).length;

  it('by Laney find none of 20 weeks special where plain limits find 16', () => {
    const laney = laneyLimits(weeks);
    expect(laney?.sigmaZ).toBeCloseTo(10.640422, 6);
    expect(laney?.limits[0]?.centre).toBeCloseTo(0.9528997, 7);
    expect(laney?.limits[0]?.low).toBeCloseTo(0.94013, 5);
    expect(laney?.limits[0]?.high).toBeCloseTo(0.96567, 5);
    expect(beyond(shareLimits(weeks) ?? undefined)).toBe(16);
    expect(beyond(laney?.limits)).toBe(0);
  });

  it('do not exist without cases', () => {
    expect(shareLimits([{ hits: 0, n: 0 }])).toBeNull();
    expect(laneyLimits([{ hits: 1, n: 2 }])).toBeNull();
  });
});

describe('the rules of Making Data Count', () => {
  // NHSRplotthedots, its unit tests
  it('mark all of a run of seven or more on one side', () =>
    expect(marks(shifts([1, 1, 1, 1, 1, 1, 1, 1, -1], 0))).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0]));

  it('break a run at the centre, and a trend at a tie', () => {
    expect(shifts([1, 1, 1, 0, 1, 1, 1, 1], 0)).not.toContain(true);
    expect(trends([1, 2, 3, 4, 4, 5, 6, 7])).not.toContain(true);
  });

  it('mark seven that rise all along', () => expect(marks(trends([1, 2, 3, 4, 5, 6, 7, 0]))).toEqual([1, 1, 1, 1, 1, 1, 1, 0]));

  const limits = (n: number) => Array.from({ length: n }, () => ({ centre: 0, low: -3, high: 3 }));

  it('mark two of three near a limit on one side, and only those near it', () => {
    expect(marks(nearLimits([1, 2.5, 2.5, 1], limits(4)))).toEqual([0, 1, 1, 0]);
    expect(marks(nearLimits([2.5, 1, 2.5], limits(3)))).toEqual([1, 0, 1]);
    expect(nearLimits([2.5, -1, 2.5], limits(3))).not.toContain(true);
    expect(nearLimits([3.5, 1, 2.5], limits(3))).not.toContain(true);
  });

  it('name the first rule that applies', () => {
    expect(signalsOf([0.1, 1, 2.1, 2.2, 2.3, 2.4, 3.1, 0, 0], limits(9))).toEqual([
      'trend',
      'trend',
      'trend',
      'trend',
      'trend',
      'trend',
      'beyond',
      null,
      null,
    ]);
  });

  it('take the centre of each point where it changes', () => {
    const rebased = [...Array.from({ length: 4 }, () => 1), ...Array.from({ length: 4 }, () => 11)];
    const around = rebased.map((value) => ({ centre: value - 0.5, low: value - 3, high: value + 3 }));
    expect(signalsOf(rebased, around)).not.toContain(null);
  });
});

describe('assurance', () => {
  const limits = { centre: 90, low: 85, high: 95 };
  it.each([
    [80, 'up', 'passes'],
    [80, 'down', 'fails'],
    [97, 'up', 'fails'],
    [97, 'down', 'passes'],
    [90, 'up', 'hit_or_miss'],
  ] as const)('of limits 85 to 95 against %d, better %s: %s', (standard, better, expected) =>
    expect(assuranceOf(limits, standard, better)).toBe(expected),
  );
});
