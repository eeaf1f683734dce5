import fc from 'fast-check';
import type { MonthSheet } from './month-sheet';
import { runningSums } from './running-sums';
import { sumOf } from './totals';

const WIDTH = 3;

function sheetOf(cells: readonly number[]): MonthSheet {
  const days = cells.length / WIDTH;
  const columns = new Map([['n', { takes: 'sum' as const, cells: Float64Array.from(cells) }]]);
  return { first: 100, end: 100 + days, width: WIDTH, isTold: new Uint8Array(cells.length).fill(1), columns, lists: new Map() };
}

const month = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 31 }).map((days) => days.flat());

describe('running sums', () => {
  it('tell what the days before a day come to', () => {
    const sheet = sheetOf([1, 2, 3, 10, 20, 30]);
    const column = sheet.columns.get('n');
    expect(column && [...(runningSums(sheet, column) ?? [])]).toEqual([0, 0, 0, 1, 2, 3, 11, 22, 33]);
  });

  it('are none where differences would not be exact', () => {
    for (const value of [0.1, Number.MAX_SAFE_INTEGER, -Infinity]) {
      const sheet = sheetOf([value, 1, 1, 1, 1, 1]);
      const column = sheet.columns.get('n');
      expect(column && runningSums(sheet, column)).toBeNull();
    }
  });

  it('add any days in a row up to what each of them adds', () =>
    fc.assert(
      fc.property(month, fc.nat(30), fc.nat(31), (cells, from, length) => {
        const sheet = sheetOf(cells);
        const all = sheet.end - sheet.first;
        const [first, days] = [Math.min(from, all - 1), Math.min(length, all - Math.min(from, all - 1))];
        const total = sumOf('n', 'n');
        const codes = Int32Array.of(0, 1, 2);
        total.over(sheet, 2)({ first: first * WIDTH, days, width: WIDTH, codes, groupOf: Int32Array.of(0, 1, 0) });
        const expected = [0, 0];
        for (let day = first; day < first + days; day++) {
          const [a = 0, b = 0, c = 0] = cells.slice(day * WIDTH);
          expected[0] = (expected[0] ?? 0) + a + c;
          expected[1] = (expected[1] ?? 0) + b;
        }
        expect([total.valueOf(0), total.valueOf(1)]).toEqual(expected);
      }),
    ));
});
