import { countInMonth, keepRows, matrixRows, readCell, writeCell } from './matrix-rows';
import type { Verdict } from '../../format/rule-words';

const verdict = (point: string, month: string, state: Verdict['state'], breaches = 0): Verdict => ({
  ...{ point, from: `${month}-01`, to: `${month}-28`, state, breaches, reason: null, value: 1, interval: null, bounds: null },
  ...{ n: 100, coverage: 1, asOf: null, readFrom: 'raw', pieces: [] },
});
const NAMES: Readonly<Record<string, string>> = { a: 'Ba Đình', b: 'Đống Đa', c: 'Yên Sở' };
const rows = matrixRows(
  [
    ...[verdict('a', '2026-09', 'pass'), verdict('a', '2026-10', 'pass')],
    ...[verdict('b', '2026-09', 'fail', 2), verdict('b', '2026-10', 'unknown')],
    ...[verdict('c', '2026-09', 'fail', 5), verdict('c', '2026-10', 'pass')],
  ],
  (code) => NAMES[code] ?? code,
);

describe('the matrix of points and months', () => {
  it('begins with those that failed in most months and by most breaches', () => {
    expect(rows.map(({ name, failed }) => [name, failed])).toEqual([
      ['Yên Sở', 1],
      ['Đống Đa', 1],
      ['Ba Đình', 0],
    ]);
  });

  it('is narrowed to a verdict of the chosen month', () => {
    const month = '2026-10-01';
    expect(keepRows(rows, 'pass', month).map(({ point }) => point)).toEqual(['c', 'a']);
    expect(keepRows(rows, null, month)).toHaveLength(3);
    expect(countInMonth(rows, month, 'pass')).toBe(2);
  });

  it('has cells that come back from a link as they went in, slashes in codes included', () => {
    expect(readCell(writeCell('a/1', '2026-10-01'))).toEqual({ point: 'a/1', month: '2026-10-01' });
    expect(readCell(writeCell('', '2026-10-01'))).toEqual({ point: '', month: '2026-10-01' });
    expect([readCell(null), readCell('a')]).toEqual([null, null]);
  });
});
