import { bucketHolding, placesOf, windowAround, windowBetween, zoomedOption } from './time-window';

const WEEKS = ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'];

describe('a stretch of a time chart', () => {
  it('lies between two buckets, whichever was touched first', () =>
    expect([windowBetween(WEEKS, 3, 1), windowBetween(WEEKS, 1, 3)]).toEqual([
      { from: '2026-10-05', to: '2026-10-19' },
      { from: '2026-10-05', to: '2026-10-19' },
    ]));

  it('holds at least three buckets, also at an end', () => {
    expect(windowBetween(WEEKS, 2, 2)).toEqual({ from: '2026-10-05', to: '2026-10-19' });
    expect(windowBetween(WEEKS, 4, 4)).toEqual({ from: '2026-10-12', to: '2026-10-26' });
  });

  it('is none where it holds everything', () => expect(windowBetween(WEEKS, -3, 9)).toBeNull());

  it('is halved and doubled around a bucket', () => {
    const half = windowAround(WEEKS, null, { centre: 2, factor: 0.5 });
    expect(half).toEqual({ from: '2026-10-05', to: '2026-10-19' });
    expect(windowAround(WEEKS, half, { centre: 2, factor: 2 })).toBeNull();
  });

  it('is nothing for buckets that it does not lie in', () => expect(placesOf(WEEKS, { from: '2025-01-06', to: '2025-01-20' })).toBeNull());

  it('cuts the drawing without another scale', () => {
    const option = { xAxis: [{}, {}], yAxis: { max: 40 } };
    const [zoom] = [zoomedOption(option, WEEKS, { from: '2026-10-05', to: '2026-10-19' }).dataZoom ?? []].flat();
    expect(zoom).toMatchObject({ startValue: 1, endValue: 3, xAxisIndex: [0, 1] });
    expect(zoomedOption(option, WEEKS, null)).toBe(option);
  });
});

describe('the bucket of a day', () => {
  it('is the week that holds it', () => expect(bucketHolding(WEEKS, '2026-10-08')).toBe(1));
  it('is the last one while that lasts', () =>
    expect([bucketHolding(WEEKS, '2026-11-01'), bucketHolding(WEEKS, '2026-11-02')]).toEqual([4, -1]));
  it('is none before the first', () => expect(bucketHolding(WEEKS, '2026-01-01')).toBe(-1));
});
