import { ageingBarHeight, type AgeingBarData, ageingBarOption } from './ageing-bar-option';
import { drawn, testFrame, tipOf } from './test-frame';

const data: AgeingBarData = {
  parts: [
    { name: 'has time', count: 70, tone: 'better' },
    { name: 'due in 3 days', count: 29, tone: 'watch' },
    { name: 'overdue', count: 1, tone: 'worse' },
  ],
};
const texts = { count: (count: number) => `n${count}`, share: (share: number) => `${Math.round(share * 100)} %` };

describe('ageingBarOption', () => {
  const option = ageingBarOption(data, texts, testFrame());

  it('is as long as all parts together', () => {
    expect(option).toMatchObject({ xAxis: { min: 0, max: 100 } });
  });

  it('repeats its colours as patterns', () => {
    expect(drawn(option)).toContain('<pattern');
  });

  it('prints a count in its part only where there is room', () => {
    const svg = drawn(option);
    expect(svg).toContain('>n29<');
    expect(svg).not.toContain('>n1<');
  });

  it('lists every part with its share in the tooltip', () => {
    expect(tipOf(option, 0)).toBe('has time: n70 (70 %)\ndue in 3 days: n29 (29 %)\noverdue: n1 (1 %)');
  });

  it('makes room for a legend that breaks into lines', () => {
    expect(ageingBarHeight(data, 200)).toBeGreaterThan(ageingBarHeight(data, 800));
  });

  it('says 0 % of nothing', () => {
    const none = { parts: [{ name: 'overdue', count: 0, tone: 'worse' as const }] };
    expect(tipOf(ageingBarOption(none, texts, testFrame()), 0)).toBe('overdue: n0 (0 %)');
  });
});
