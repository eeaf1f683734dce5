import { axisFoot } from './broken-axis';
import { chartBase, timeTooltip } from './chart-option';
import { testFrame } from './test-frame';

const { theme } = testFrame();
const moving = { ...testFrame(), theme: { ...theme, isStill: false } };

describe('what every chart has in common', () => {
  it('stands still for a reader who asked for less motion', () => {
    expect([chartBase(testFrame()).animation, chartBase(moving).animation]).toEqual([false, true]);
    expect(timeTooltip(testFrame(), () => []).axisPointer).toMatchObject({ animation: false });
    expect(timeTooltip(moving, () => []).axisPointer).toMatchObject({ animation: true });
  });

  it('marks the foot of an axis that does not begin at zero, and none that does', () => {
    expect(axisFoot(false, theme).axisLine).toMatchObject({ show: true, symbol: [expect.stringContaining('path://'), 'none'] });
    expect(axisFoot(true, theme).axisLine.show).toBe(false);
  });
});
