import { formatFigure, formatInWords, formatNumber, formatShare } from './number';

describe('numbers', () => {
  it('are written the Vietnamese way', () => {
    expect(formatNumber(1234.5, 'vi', 1)).toBe('1.234,5');
    expect(formatShare(0.159, 'vi')).toBe('15,9\u00a0%');
  });

  it('are written the English way', () => {
    expect(formatNumber(1234.5, 'en', 1)).toBe('1,234.5');
    expect(formatShare(0.159, 'en')).toBe('15.9%');
  });

  it('never show minus zero, and typeset a true minus', () => {
    expect(formatNumber(-0.04, 'en', 1)).toBe('0.0');
    expect(formatNumber(-0.06, 'vi', 1)).toBe('−0,1');
  });

  it('spell out their scale in a sentence, and no letter that nobody knows', () => {
    const written = [9_999, 12_345, 1_234_567, 2_000_000_000].map((value) => formatInWords(value, 'vi'));
    expect(written).toEqual(['9.999', '12,3\u00a0nghìn', '1,2\u00a0triệu', '2,0\u00a0tỷ']);
    expect(formatInWords(12_345, 'en')).toBe('12.3\u00a0thousand');
    expect([formatInWords(999_949, 'vi'), formatInWords(999_960, 'vi')]).toEqual(['999,9\u00a0nghìn', '1,0\u00a0triệu']);
  });

  it('print counts whole, waits with one decimal and shares as per cent', () => {
    expect(formatFigure(1204, 'count', 'vi')).toBe('1.204');
    expect(formatFigure(18.46, 'minutes', 'vi')).toBe('18,5');
    expect(formatFigure(0.9126, 'share', 'en')).toBe('91.3');
  });
});
