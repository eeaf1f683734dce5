import { type OccupancyData, occupancyHeight, occupancyOption } from './occupancy-option';
import { count, drawn, testFrame, tipOf } from './test-frame';

const data: OccupancyData = {
  bars: [
    { name: 'Counter 1', share: 0.91, n: 300 },
    { name: 'Counter 2', share: 0.85, n: 280 },
    { name: 'Counter 3', share: null, n: 0 },
  ],
  threshold: 0.85,
  reference: 0.7,
};
const texts = {
  share: (share: number) => `${Math.round(share * 100)} %`,
  n: (n: number) => `${n} hours`,
  threshold: 'limit 85 %',
  reference: 'city 70 %',
  unknown: 'unknown',
};

describe('occupancyOption', () => {
  const option = occupancyOption(data, texts, testFrame());
  const svg = drawn(option);

  it('marks only what is beyond the threshold, by colour and stripes', () => {
    expect(count(svg, 'fill="#090909"')).toBeGreaterThanOrEqual(1);
    expect(count(svg, '<pattern')).toBe(1);
  });

  it('labels the threshold and the city', () => {
    expect(svg).toContain('limit 85 %');
    expect(svg).toContain('city 70 %');
  });

  it('has room for a counter that serves longer than it is staffed', () => {
    const over = { ...data, bars: [{ name: 'Counter 1', share: 1.2, n: 10 }] };
    expect(occupancyOption(over, texts, testFrame())).toMatchObject({ xAxis: { min: 0, max: 1.2 * 1.12 } });
  });

  it('says share and n, or that nothing is known', () => {
    expect(tipOf(option, 0)).toBe('Counter 1: 91 % · 300 hours');
    expect(tipOf(option, 2)).toBe('Counter 3: unknown · 0 hours');
  });

  it('is as high as its bars need', () => {
    expect(occupancyHeight(data)).toBe(120);
  });
});
