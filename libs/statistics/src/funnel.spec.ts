import fc from 'fast-check';
import {
  adjustedLimits,
  exactFunnelLimits,
  funnelLimits,
  LOG_RATIO_SCALE,
  overDispersion,
  RATIO_SCALE,
  ratioLimits,
  SHARE_SCALE,
} from './funnel';

describe('funnel limits', () => {
  it('of 539 cases around 80.642448 % are those of the UKHSA test file', () => {
    const look = funnelLimits(0.80642448, 539);
    const review = funnelLimits(0.80642448, 539, 0.998);
    expect(100 * (look?.low ?? NaN)).toBeCloseTo(77.306949, 5);
    expect(100 * (look?.high ?? NaN)).toBeCloseTo(83.977947, 5);
    expect(100 * (review?.low ?? NaN)).toBeCloseTo(75.38344, 4);
    expect(100 * (review?.high ?? NaN)).toBeCloseTo(85.901456, 5);
  });

  it('narrow as cases grow and stay in 0…1', () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 100_000 }), (centre, n) => {
        const few = funnelLimits(centre, n);
        const many = funnelLimits(centre, 4 * n);
        return few !== null && many !== null && few.low >= 0 && few.high <= 1 && few.low <= many.low && many.high <= few.high;
      }),
    ));
});

describe('funnel limits from the binomial distribution', () => {
  // R: qbinom and pbinom, interpolated
  it.each([
    [50, 0.0054, 0.04679, 0.24599, 0.31474],
    [100, 0.0451, 0.07838, 0.21833, 0.26495],
    [400, 0.09612, 0.11459, 0.18457, 0.20637],
  ])('of %d cases around 0.15 are those computed in R', (n, reviewLow, lookLow, lookHigh, reviewHigh) => {
    expect(exactFunnelLimits(0.15, n, 0.998)?.low).toBeCloseTo(reviewLow, 5);
    expect(exactFunnelLimits(0.15, n)?.low).toBeCloseTo(lookLow, 5);
    expect(exactFunnelLimits(0.15, n)?.high).toBeCloseTo(lookHigh, 5);
    expect(exactFunnelLimits(0.15, n, 0.998)?.high).toBeCloseTo(reviewHigh, 5);
  });
});

describe('funnel limits of observed over expected', () => {
  // FunnelPlotR, tests/test-poisson_limits.R
  it.each([
    [15, 0.5596924, 1.649348, 0.386265, 2.082907],
    [20, 0.610826, 1.544419, 0.4479107, 1.902094],
    [30, 0.6746958, 1.427562, 0.5289724, 1.702771],
  ])('with %d expected are those of FunnelPlotR', (expected, lookLow, lookHigh, reviewLow, reviewHigh) => {
    expect(ratioLimits(expected)?.low).toBeCloseTo(lookLow, 6);
    expect(ratioLimits(expected)?.high).toBeCloseTo(lookHigh, 6);
    expect(ratioLimits(expected, 0.998)?.low).toBeCloseTo(reviewLow, 6);
    expect(ratioLimits(expected, 0.998)?.high).toBeCloseTo(reviewHigh, 6);
  });
});

describe('over-dispersion', () => {
  // FunnelPlotR, its functions run in R on its test data
  const observed = [100, 150, 180, 80, 120, 225];
  const expected = [108, 112, 165, 95, 100, 220];
  const onScale = (scale: typeof RATIO_SCALE) =>
    observed.map((count, index) => {
      const size = expected[index] ?? NaN;
      return { value: scale.to(count / size), standardError: scale.error(size) };
    });

  it('of ratios by their logarithm: φ 2.948033, τ² 0.01947753', () => {
    const { phi, tauSquared } = overDispersion(onScale(LOG_RATIO_SCALE), 0, 0);
    expect(phi).toBeCloseTo(2.948033, 6);
    expect(tauSquared).toBeCloseTo(0.01947753, 8);
  });

  it('of ratios by their root, drawn in at a tenth: φ 2.327178, τ² 0.00343978', () => {
    const { phi, tauSquared } = overDispersion(onScale(RATIO_SCALE), 1);
    expect(phi).toBeCloseTo(2.327178, 6);
    expect(tauSquared).toBeCloseTo(0.00343978, 8);
  });

  it('of shares: φ 1.478258, τ² 0.002700983, limits at 100 cases 66.58 % to 89.27 %', () => {
    const shares = [
      [45, 60],
      [60, 75],
      [30, 50],
      [88, 100],
      [51, 60],
      [70, 90],
    ] as const;
    const centre = shares.reduce((sum, [hits]) => sum + hits, 0) / shares.reduce((sum, [, n]) => sum + n, 0);
    const scaled = shares.map(([hits, n]) => ({ value: SHARE_SCALE.to(hits / n), standardError: SHARE_SCALE.error(n) }));
    const dispersion = overDispersion(scaled, SHARE_SCALE.to(centre));
    expect(dispersion.phi).toBeCloseTo(1.478258, 6);
    expect(dispersion.tauSquared).toBeCloseTo(0.002700983, 9);
    const limits = adjustedLimits({ scale: SHARE_SCALE, centre, dispersion }, 100);
    expect(limits.low).toBeCloseTo(0.6658, 4);
    expect(limits.high).toBeCloseTo(0.8927, 4);
  });

  it('of points that scatter as chance makes them allows for nothing: the limits are the plain ones', () => {
    const still = Array.from({ length: 20 }, (_, index) => ({ value: 1 + (index % 2 ? 0.05 : -0.05), standardError: 0.1 }));
    const dispersion = overDispersion(still, 1);
    expect(dispersion.tauSquared).toBe(0);
    const { low, high } = adjustedLimits({ scale: RATIO_SCALE, centre: 1, dispersion }, 100);
    expect(low).toBeCloseTo((1 - 1.959964 * 0.05) ** 2, 6);
    expect(high).toBeCloseTo((1 + 1.959964 * 0.05) ** 2, 6);
  });

  it('multiplies the spread by √φ when asked to', () => {
    const dispersion = { phi: 4, tauSquared: 0 };
    const { high } = adjustedLimits({ scale: LOG_RATIO_SCALE, centre: 1, dispersion, allowance: 'multiplicative' }, 100);
    expect(high).toBeCloseTo(Math.exp(1.959964 * 0.2), 6);
  });
});
