import type { Wallboard } from '@evenhand/contracts';
import { standingOf } from './board-figures';

type Figure = NonNullable<Wallboard['longWait']>;

const figure = (value: number | null, interval: Figure['value']['interval'], standard: Figure['standard']) => ({
  value: { value, interval } as Figure['value'],
  standard,
});
const atMost: Figure['standard'] = { comparison: 'at_most', value: 0.05, label: { vi: '', en: '' } };
const atLeast: Figure['standard'] = { comparison: 'at_least', value: 0.95, label: { vi: '', en: '' } };

describe('a share on a board', () => {
  it('keeps or breaks its standard when its whole interval does', () => {
    expect(standingOf(figure(0.03, { low: 0.02, high: 0.04 }, atMost))).toBe('kept');
    expect(standingOf(figure(0.2, { low: 0.1, high: 0.3 }, atMost))).toBe('broken');
    expect(standingOf(figure(0.97, { low: 0.96, high: 0.98 }, atLeast))).toBe('kept');
    expect(standingOf(figure(0.9, { low: 0.88, high: 0.92 }, atLeast))).toBe('broken');
  });

  it('is too close to tell while its interval holds the standard', () => {
    expect(standingOf(figure(0.06, { low: 0.04, high: 0.08 }, atMost))).toBe('close');
    expect(standingOf(figure(0.94, { low: 0.93, high: 0.96 }, atLeast))).toBe('close');
  });

  it('is not judged where it is not known', () => {
    expect(standingOf(null)).toBe('none');
    expect(standingOf(figure(null, null, atMost))).toBe('none');
    expect(standingOf(figure(0.5, null, null))).toBe('none');
  });
});
