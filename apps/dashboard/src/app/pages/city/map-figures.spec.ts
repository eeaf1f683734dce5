import { figure } from '../../../testing/figures';
import type { RankedPoint } from '../../data/ranking';
import { classEdges, countOf, drawnOf, unitsByClass } from './map-figures';

const late = { unit: 'share', direction: 'down', kind: 'rate' } as const;
const onTime = { unit: 'share', direction: 'up', kind: 'rate' } as const;
const wait = { unit: 'minutes', direction: 'down', kind: 'quantile' } as const;

const row = (figured: Parameters<typeof figure>[0], verdict: RankedPoint['verdict'] = 'within'): RankedPoint => ({
  point: {
    ...{ code: 'P', name: 'P', wardCode: null, wardName: null, wardType: null },
    ...{ branchCode: null, column: null, row: null, validFrom: '2025-07-01', validTo: null },
  },
  ...{ branch: '', figure: figure(figured), compared: null, verdict, isWorse: false },
});

describe('what a map counts', () => {
  const ofForty = row({ value: 0.25, n: 40, cases: 10 });

  it('is what a rate counts, what falls short of a good one, and all that another figure rests on', () =>
    // 10 of 40 late; of 10 of 40 on time, 30 are not; a wait rests on 40.
    expect([late, onTime, wait].map((metric) => countOf(ofForty, metric))).toEqual([10, 30, 40]));

  it('is unknown where the figure is, or where too little has arrived', () => {
    expect(countOf(row({ value: null, n: 0 }), late)).toBeNull();
    expect(countOf(row({ value: 0.25, n: 40, cases: 10 }, 'partial'), late)).toBeNull();
  });

  it('is drawn as a part of the largest; a rate is drawn as what is bad of it', () => {
    expect(drawnOf(ofForty, { metric: late, measure: 'count', largest: 40 })).toEqual({ value: 10, circle: 0.25 });
    expect(drawnOf(ofForty, { metric: onTime, measure: 'rate', largest: 40 })).toEqual({ value: 0.75 });
  });
});

describe('the classes of a map', () => {
  it('hold about as many units each, and say how many, the unknown apart', () => {
    const rows = [...[0.1, 0.2, 0.3, 0.4, 0.5].map((value) => row({ value, n: 40 })), row({ value: null, n: 0 })];
    expect(unitsByClass(rows, late, classEdges(rows, late))).toEqual({ classes: [1, 1, 1, 1, 1], unknown: 1 });
  });
});
