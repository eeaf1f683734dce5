import { ariaSort, byNumber, readSort, toggled, writeSort } from './sort';

const columns = ['name', 'n'];
const fallback = { column: 'name', isDescending: false };

describe('sorting', () => {
  it.each(['n', '-n', 'name'])('comes back from the link as it went in: "%s"', (text) => {
    expect(writeSort(readSort(text, columns, fallback))).toBe(text);
  });

  it('falls back where the link names no column', () => {
    expect(readSort('-unknown', columns, fallback)).toBe(fallback);
    expect(readSort(null, columns, fallback)).toBe(fallback);
  });

  it('turns round on a second click and begins anew on another column', () => {
    expect(toggled({ column: 'n', isDescending: true }, 'n', true)).toEqual({ column: 'n', isDescending: false });
    expect(toggled(fallback, 'n', true)).toEqual({ column: 'n', isDescending: true });
  });

  it('tells a screen reader which column is sorted and how', () => {
    expect(['name', 'n'].map((column) => ariaSort({ column: 'n', isDescending: true }, column))).toEqual(['none', 'descending']);
  });

  it('puts what has no value last, either way', () => {
    const values = [2, null, 3, 1];
    expect(byNumber(values, (value) => value, false)).toEqual([1, 2, 3, null]);
    expect(byNumber(values, (value) => value, true)).toEqual([3, 2, 1, null]);
  });
});
