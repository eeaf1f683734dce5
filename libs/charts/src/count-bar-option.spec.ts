import { countBarOption } from './count-bar-option';
import { drawn, testFrame, tipOf } from './test-frame';

const texts = { count: (count: number) => `${count} dossiers`, unknown: 'unknown' };
const bars = [
  { name: 'Land', count: 90 },
  { name: 'Birth', count: 100 },
  { name: 'Trade', count: null },
];

describe('countBarOption', () => {
  it('starts at zero however alike the counts are', () => {
    expect(countBarOption({ bars, direction: 'across' }, texts, testFrame())).toMatchObject({ xAxis: { min: 0 } });
    expect(countBarOption({ bars, direction: 'up' }, texts, testFrame())).toMatchObject({ yAxis: { min: 0 } });
  });

  it('writes each count beside its bar and says where it is unknown', () => {
    const svg = drawn(countBarOption({ bars, direction: 'across' }, texts, testFrame()));
    expect(svg).toContain('90 dossiers');
    expect(svg).toContain('unknown');
  });

  it('names bar and count in its tooltip', () => {
    expect(tipOf(countBarOption({ bars, direction: 'up' }, texts, testFrame()), 1)).toBe('Birth: 100 dossiers');
  });
});
