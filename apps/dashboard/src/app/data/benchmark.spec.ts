import { addsUp, besideBand, wholeMonths } from './benchmark';

describe('the others beside the own points', () => {
  it('are told of in the whole months that a period touches', () => {
    expect(wholeMonths({ from: '2026-10-12', to: '2026-11-03' })).toEqual({ from: '2026-10-01', to: '2026-12-01' });
    expect(wholeMonths({ from: '2026-10-01', to: '2026-11-01' })).toEqual({ from: '2026-10-01', to: '2026-11-01' });
  });

  it('can be taken together in shares and means, not in quantiles and counts', () =>
    expect((['rate', 'mean', 'quantile', 'count'] as const).map((kind) => addsUp({ kind }))).toEqual([true, true, false, false]));

  it('have a middle half that a figure lies below, within or above', () => {
    const band = { low: 10, median: 12, high: 14 };
    expect([9, 10, 14, 15, null].map((value) => besideBand(value, band))).toEqual(['below', 'within', 'within', 'above', null]);
    expect(besideBand(12, null)).toBeNull();
  });
});
