import type { Value } from '@evenhand/domain';
import {
  mixMeasure,
  type PointFigure,
  spreadChange,
  spreadMeasures,
  standardMeasure,
  theilMeasures,
  worstTenthMeasure,
} from './city-measures';
import { chartOf } from './control-chart';
import { mayBeChance } from './scatter';
import type { Standing } from './standing';

const figure = (point: string, value: number, rest: Partial<PointFigure> = {}): PointFigure => ({
  ...{ point, figure: value, n: 100, error: 0.01, branch: undefined },
  ...rest,
});
const standing = (point: string, value: number, error = 0.01): Standing => ({
  ...{ point, n: 100, value, expected: 0.2, unitError: error, place: value, expectedPlace: 0.2, error },
});
const LABEL = { vi: '', en: '' };
const value = (shown: number): Value => ({
  ...{ value: shown, reason: null, n: 100, cases: null, interval: { low: shown - 0.01, high: shown + 0.01 }, bounds: null },
  ...{ coverage: 1, asOf: null, version: 1, from: 'rollup', approximate: false },
});

describe('unevenness', () => {
  // 0.10, 0.11 … 0.30
  const units = Array.from({ length: 21 }, (_, index) => figure(`P${index}`, 0.1 + index / 100));
  const asked = { units, city: 0.2, unit: 'share', isRelative: true, draws: 100 } as const;

  it('is the distance between the tenths, beside what chance alone would make of equal points', () => {
    const { range, gini, variation, tenths_ratio: ratio } = spreadMeasures(asked);
    // Tenths of 21 values lie at the third and the nineteenth: 0.12 and 0.28.
    expect(range.value).toBeCloseTo(0.16, 12);
    expect(range.label.vi).toBe('Tám phần mười số điểm ở giữa hơn kém nhau không quá 16 điểm phần trăm (P10–P90).');
    // Between the tenths of a normal distribution lie 2.56 standard deviations of 0.01.
    expect(range.byChance?.low).toBeLessThan(0.0256);
    expect(range.byChance?.high).toBeGreaterThan(0.0256);
    // Two points lie (21² − 1)/(3 × 21)/100 = 0.06984 apart on average; over twice the mean, 0.4, that is 0.17460.
    expect(gini.value).toBeCloseTo(0.1746, 5);
    expect(gini.byChance?.high).toBeLessThan(0.05);
    // The variance of 21 steps of 0.01 is 0.01² · (21² − 1)/12 = 0.00366667; its root over 0.2.
    expect(variation.value).toBeCloseTo(Math.sqrt(0.01 ** 2 * (440 / 12)) / 0.2, 12);
    expect(variation.byChance?.high).toBeLessThan(0.1);
    expect(ratio.value).toBeCloseTo(0.28 / 0.12, 12);
    expect(ratio.label.vi).toBe('Điểm ở mức P90 gấp 2,3 lần điểm ở mức P10.');
    expect(ratio.byChance?.high).toBeLessThan(1.3);
  });

  it('of shares that should be high has no relative index, and says why', () =>
    expect(spreadMeasures({ ...asked, isRelative: false }).gini).toMatchObject({
      value: null,
      reason: { en: expect.stringContaining('two stories') },
    }));

  it('has no ratio of its tenths where a tenth of the points have nothing', () => {
    const { tenths_ratio: ratio, gini } = spreadMeasures({
      ...asked,
      units: units.map((one, index) => (index < 3 ? { ...one, figure: 0 } : one)),
    });
    expect([ratio.value, ratio.reason?.en.includes('nothing'), gini.reason]).toEqual([null, true, null]);
  });

  it('of few points is not told', () =>
    expect(spreadMeasures({ ...asked, units: units.slice(0, 9) }).range).toMatchObject({
      value: null,
      reason: { en: 'Too few points can be compared.' },
    }));

  it('by Theil is split between and within branches, to the last digit', () => {
    const placed = units.map((unit, index) => ({ ...unit, branch: index < 10 ? 'B1' : 'B2' }));
    const { theil, theil_within: within, theil_between: between } = theilMeasures({ ...asked, units: placed });
    expect((within.value ?? NaN) + (between.value ?? NaN)).toBeCloseTo(theil.value ?? NaN, 14);
    // By chance points of 0.2 that err by 0.01 have half the square of 0.05: T is near half the squared variation.
    expect(theil.byChance?.low).toBeLessThan(0.05 ** 2 / 2);
    expect(theil.byChance?.high).toBeGreaterThan(0.05 ** 2 / 2);
    expect(theil.byChance?.high).toBeLessThan((theil.value ?? NaN) / 5);
    expect(theilMeasures(asked).theil.reason?.en).toContain('branch');
  });

  it('that comes from the kind of work goes when the work is allowed for', () => {
    const crude = units.map(({ point, figure: share }) => standing(point, share));
    const adjusted = units.map(({ point, figure: share }) => standing(point, 0.2 + (share - 0.2) / 2));
    const { value: explained, label } = mixMeasure(crude, adjusted);
    // Half the distances leave a quarter of the variance, less what chance adds to both.
    expect(explained).toBeGreaterThan(0.75);
    expect(explained).toBeLessThan(0.8);
    expect(label.en).toContain('% of the differences between points come from what people come for');
  });

  it('of the worst tenth counts points by their cases', () => {
    // (100 × 0.3 + 300 × 0.4)/400 = 0.375, 0.175 above the city.
    const worst = [figure('A', 0.3), figure('B', 0.4, { n: 300 })];
    expect(worstTenthMeasure(worst, 0.2, 'share', []).value).toBeCloseTo(0.175, 12);
  });

  it('names no worst tenth where chance may have made all of it', () => {
    // Twelve points at 0.18 and 0.22; of 100 cases each, chance alone moves a share of 0.2 by 0.04.
    const alike = Array.from({ length: 12 }, (_, index) => standing(`P${index}`, index % 2 === 0 ? 0.18 : 0.22, 0.04));
    expect([mayBeChance(alike), mayBeChance(units.map(({ point, figure: share }) => standing(point, share)))]).toEqual([true, false]);
    expect(worstTenthMeasure([], 0.2, 'share', alike).reason?.en).toBe('Points do not differ beyond chance.');
  });

  it('closes when the points draw nearer', () => {
    const [then, now] = [1, 0.3].map((share) => units.map(({ point, figure: shown }) => standing(point, 0.2 + share * (shown - 0.2))));
    const change = spreadChange(then ?? [], now ?? [], LABEL);
    expect(change.value).toBeCloseTo(-0.7 * 0.0605, 2);
    expect(change.interval?.high).toBeLessThan(0);
  });
});

describe('the gap to a standard', () => {
  const standard = { comparison: 'at_least', value: 0.95, label: LABEL } as const;

  it('is above 0 where the city misses it, whichever side is better', () => {
    expect(standardMeasure(value(0.9), standard, 'share')).toMatchObject({
      value: expect.closeTo(0.05, 12),
      label: { en: 'The city misses the standard by 5 points.' },
    });
    expect(standardMeasure(value(0.04), { ...standard, comparison: 'at_most', value: 0.05 }, 'share').value).toBeCloseTo(-0.01, 12);
  });

  it('does not exist without a standard', () => expect(standardMeasure(value(0.9), null, 'share').value).toBeNull());
});

describe('a control chart', () => {
  const share = (hits: number, n = 100) => ({ value: hits / n, share: { hits, n } });

  it('of a share that scatters as chance does has the limits of a p chart', () => {
    const { kind, points } = chartOf(Array.from({ length: 14 }, () => share(10)));
    // 0.1 ± 3 √(0.09/100)
    expect(kind).toBe('share');
    expect(points[0]?.limits).toEqual({ centre: 0.1, low: expect.closeTo(0.01, 12), high: expect.closeTo(0.19, 12) });
  });

  it('keeps the limits of its first 24 values, so that a slow change shows', () => {
    const { points } = chartOf([
      ...Array.from({ length: 24 }, (_, index) => share(10 + (index % 3))),
      ...Array.from({ length: 7 }, () => share(14)),
    ]);
    expect(points.slice(24).map(({ signal }) => signal)).toEqual(Array.from({ length: 7 }, () => 'shift'));
  });

  it('of fewer than twelve values calls nothing special', () => {
    const { points } = chartOf([...Array.from({ length: 8 }, () => share(10)), share(90)]);
    expect(points.every(({ isTrial, signal }) => isTrial && signal === null)).toBe(true);
  });

  it('of single values moves with their ranges', () => {
    // Moving ranges 2, 2, …: 11 ± 2.66 × 2.
    const { kind, points } = chartOf(Array.from({ length: 12 }, (_, index) => ({ value: index % 2 === 0 ? 10 : 12, share: null })));
    expect(kind).toBe('single_values');
    expect(points[0]?.limits).toMatchObject({ centre: 11, low: expect.closeTo(5.68, 12), high: expect.closeTo(16.32, 12) });
  });
});
