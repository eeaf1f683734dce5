import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byar, funnelLimits, giniOf, type PeriodShare, shareLimits, theilSplit, wilson, xmrLimits } from '@evenhand/statistics';
import { parse } from 'csv-parse/sync';
import { logsFolder } from './public-logs';

type Line = Readonly<Record<string, string>>;

const table = (file: string): Line[] =>
  parse(readFileSync(join(logsFolder(), 'known-answers', file), 'utf8'), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    relax_column_count_less: true,
    trim: true,
  });
const numberIn = (line: Line, column: string): number => Number(line[column]);

describe('the intervals of the UK Health Security Agency', () => {
  const lines = table('funnel/testdata_Byars_Wilson__testdata_B_W.csv').filter(({ x, lowercl }) => x !== '' && lowercl !== '');
  const [byars, wilsons] = ['Byars', 'Wilson'].map((method) => lines.filter((line) => line['method'] === method));
  const levelOf = (line: Line): number => (line['confidence'] === '95%' ? 0.95 : 0.998);

  it('by Byar are ours', () => {
    expect(byars?.length).toBeGreaterThanOrEqual(6);
    for (const line of byars ?? []) {
      const { low, high } = byar(numberIn(line, 'x'), levelOf(line));
      expect(low).toBeCloseTo(numberIn(line, 'lowercl'), 8);
      expect(high).toBeCloseTo(numberIn(line, 'uppercl'), 8);
    }
  });

  it('by Wilson are ours', () => {
    expect(wilsons?.length).toBe(6);
    for (const line of wilsons ?? []) {
      const bounds = wilson(numberIn(line, 'x'), numberIn(line, 'n'), levelOf(line));
      expect(bounds?.low).toBeCloseTo(numberIn(line, 'lowercl'), 12);
      expect(bounds?.high).toBeCloseTo(numberIn(line, 'uppercl'), 12);
    }
  });
});

/** How the agency calls a point: beyond which of the two limits, and on which side. */
function label(value: number, limitsAt: (level: number) => { readonly low: number; readonly high: number } | null): string {
  for (const [level, tail] of [
    [0.998, '0.001'],
    [0.95, '0.025'],
  ] as const) {
    const { low, high } = limitsAt(level) ?? { low: NaN, high: NaN };
    if (value > high) return `High (${tail})`;
    if (value < low) return `Low (${tail})`;
  }
  return 'Not significant';
}

describe('the funnels of the UK Health Security Agency', () => {
  const areas = table('funnel/testdata_funnel_prop_inputs.csv');
  const sum = (column: string): number => areas.reduce((total, line) => total + numberIn(line, column), 0);

  it('label 303 areas as we do', () => {
    const centre = sum('numerator') / sum('denominator');
    expect(areas).toHaveLength(303);
    for (const area of areas) {
      const n = numberIn(area, 'denominator');
      expect([area['Area'], label(numberIn(area, 'numerator') / n, (level) => funnelLimits(centre, n, level))]).toEqual([
        area['Area'],
        area['significance'],
      ]);
    }
  });

  it('have our limits at every size', () => {
    const sizes = table('funnel/testdata_funnel_prop_outputs.csv');
    expect(sizes).toHaveLength(100);
    for (const line of sizes) {
      const centre = numberIn(line, 'Baseline') / 100;
      const n = numberIn(line, 'Population');
      const [look, review] = [0.95, 0.998].map((level) => funnelLimits(centre, n, level));
      expect(100 * (look?.low ?? NaN)).toBeCloseTo(numberIn(line, 'Lower2s0025limit'), 4);
      expect(100 * (look?.high ?? NaN)).toBeCloseTo(numberIn(line, 'Upper2s0025limit'), 4);
      expect(100 * (review?.low ?? NaN)).toBeCloseTo(numberIn(line, 'Lower3s0001limit'), 4);
      expect(100 * (review?.high ?? NaN)).toBeCloseTo(numberIn(line, 'Upper3s0001limit'), 4);
    }
  });

  it('label 300 ratios of observed to expected as Byar’s interval of the observed does', () => {
    const ratios = table('funnel/testdata_funnel_ratio_inputs.csv');
    expect(ratios).toHaveLength(300);
    for (const line of ratios) {
      const observed = numberIn(line, 'obs');
      // Expected cases beyond the interval of the observed: the observed lie on the other side of the expected.
      const mirrored = label(-numberIn(line, 'expected'), (level) => {
        const { low, high } = byar(observed, level);
        return { low: -high, high: -low };
      });
      expect([line, mirrored]).toEqual([line, line['significance']]);
    }
  });
});

describe('the control charts of Montgomery’s book', () => {
  it('of loan costs, limits from the first 20 weeks, are ours', () => {
    const costs = table('spc/tbl_06.07.csv').map((line) => numberIn(line, 'cost'));
    const [first] = table('spc/expected_ex_6.5_3.csv');
    const limits = xmrLimits(costs.slice(0, 20), { isScreened: false });
    expect(limits?.centre).toBe(numberIn(first ?? {}, 'cl'));
    // The book divides by 1.128 where the rule multiplies by 2.66: 2.6596 against 2.66.
    expect(limits?.low).toBeCloseTo(numberIn(first ?? {}, 'lcl'), 1);
    expect(limits?.high).toBeCloseTo(numberIn(first ?? {}, 'ucl'), 1);
  });

  const periodOf = (line: Line): PeriodShare => ({ hits: numberIn(line, 'count'), n: numberIn(line, 'size') });

  it('of purchase orders, by the number of each week, are ours', () => {
    const limits = shareLimits(table('spc/tbl_07.04.csv').map(periodOf));
    table('spc/expected_tbl_7.4_1.csv').forEach((line, index) => {
      expect(limits?.[index]?.centre).toBeCloseTo(numberIn(line, 'cl'), 10);
      expect(limits?.[index]?.low).toBeCloseTo(Math.max(0, numberIn(line, 'lcl')), 10);
      expect(limits?.[index]?.high).toBeCloseTo(numberIn(line, 'ucl'), 10);
    });
  });

  it('of cans before and after a machine was adjusted, two samples with a cause of their own left out, are ours', () => {
    const expected = table('spc/expected_ex_7.1_5.csv');
    const samples = table('spc/tbl_07.03.csv').map((line, index) => ({ ...line, ...expected[index] }));
    expect(samples).toHaveLength(94);
    for (const phase of ['1', '2']) {
      const own = samples.filter((line: Line) => line['phase'] === phase);
      const counted = own.filter((line: Line) => line['include'] === 'TRUE');
      const [limits] = shareLimits(counted.map(periodOf)) ?? [];
      for (const line of own) {
        expect(limits?.centre).toBeCloseTo(numberIn(line, 'cl'), 10);
        expect(limits?.low).toBeCloseTo(Math.max(0, numberIn(line, 'lcl')), 10);
        expect(limits?.high).toBeCloseTo(numberIn(line, 'ucl'), 10);
      }
    }
  });
});

describe('the Mexican states', () => {
  // PySAL, for the years it tests: total and between regions
  it.each([
    ['pcgdp1940', 0.20894344, 0.0345889],
    ['pcgdp2000', 0.1066083, 0.0363587],
  ])('in %s have the published inequality', (year, total, between) => {
    const states = table('inequality/mexico-state-gdp.csv').map((line) => ({ value: numberIn(line, year), group: line['hanson98'] ?? '' }));
    const split = theilSplit(states);
    expect(split?.total).toBeCloseTo(total, 6);
    expect(split?.between).toBeCloseTo(between, 6);
    expect(giniOf(states)).toBeGreaterThan(0);
  });
});
