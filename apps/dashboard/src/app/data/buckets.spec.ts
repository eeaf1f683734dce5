import { bucketRange, bucketsOf, windowRange } from './buckets';

describe('buckets of time', () => {
  it('begin with the one that the range begins in', () => {
    // 1 October 2026 is a Thursday.
    expect(bucketsOf({ from: '2026-10-01', to: '2026-10-13' }, 'week')).toEqual(['2026-09-28', '2026-10-05', '2026-10-12']);
    expect(bucketsOf({ from: '2026-10-15', to: '2026-12-01' }, 'month')).toEqual(['2026-10-01', '2026-11-01']);
    expect(bucketsOf({ from: '2026-10-30', to: '2026-11-02' }, 'day')).toEqual(['2026-10-30', '2026-10-31', '2026-11-01']);
  });

  it('end where the next one begins', () => {
    expect(bucketRange('2026-02-01', 'month')).toEqual({ from: '2026-02-01', to: '2026-03-01' });
    expect(bucketRange('2026-12-28', 'week')).toEqual({ from: '2026-12-28', to: '2027-01-04' });
  });

  it('make a range of a stretch of them, its last one whole', () => {
    const [weeks, months] = [
      ['2026-10-05', '2026-10-12', '2026-10-19'],
      ['2026-01-01', '2026-02-01', '2026-03-01'],
    ];
    expect(windowRange(weeks, { from: '2026-10-12', to: '2026-10-19' })).toEqual({ from: '2026-10-12', to: '2026-10-26' });
    expect(windowRange(months, { from: '2026-01-01', to: '2026-02-01' })).toEqual({ from: '2026-01-01', to: '2026-03-01' });
  });
});
