import type { Dimension } from '@evenhand/domain';
import fc from 'fast-check';
import { countedRows, rowsOf } from './counted';
import { joined, Keys } from './keys';
import { keyText } from './results';

const BY: readonly Dimension[] = ['point', 'weekday'];

const rowOf = ([point, weekday]: readonly [string, number]) => ({ key_point: point, key_weekday: weekday });
const keysOf = (pairs: readonly (readonly [string, number])[]): Keys => Keys.inRows(pairs.map(rowOf), BY);
const rowsIn = ({ size }: Keys): readonly number[] => Array.from({ length: size }, (_, row) => row);
const told = (keys: Keys) => rowsIn(keys).map((row) => keys.at(row));

describe('keys of rows', () => {
  it('are told in the words of an answer, and found by their names', () => {
    const keys = keysOf([
      ['P1', 7],
      ['', 1],
    ]);
    expect(told(keys)).toEqual([
      { point: 'P1', weekday: '7' },
      { point: null, weekday: '1' },
    ]);
    expect(keys.rowOf(keyText({ point: null, weekday: '1' }, BY))).toBe(1);
    expect(keys.rowOf(keyText({ point: 'P1', weekday: '1' }, BY))).toBe(-1);
  });

  it('become the keys of an answer: each once, in order, what the source did not say last', () => {
    const one = keysOf([
      ['', 1],
      ['P2', 2],
    ]);
    const other = keysOf([
      ['P10', 2],
      ['P2', 2],
    ]);
    const { keys, rowsIn: places } = joined(BY, [{ keys: one }, { keys: other }]);
    expect(told(keys)).toEqual([
      { point: 'P10', weekday: '2' },
      { point: 'P2', weekday: '2' },
      { point: null, weekday: '1' },
    ]);
    expect(places.map((rows) => [...(rows ?? [])])).toEqual([
      [-1, 1, 0],
      [0, 1, -1],
    ]);
  });

  it('stay as they are where all have the same, and where one has none', () => {
    const pairs: readonly (readonly [string, number])[] = [
      ['P1', 1],
      ['P1', 2],
    ];
    const { keys, rowsIn: places } = joined(BY, [{ keys: keysOf(pairs) }, { keys: keysOf([]) }, { keys: keysOf(pairs) }]);
    expect(told(keys)).toEqual([
      { point: 'P1', weekday: '1' },
      { point: 'P1', weekday: '2' },
    ]);
    expect(places.map((rows) => rows && [...rows])).toEqual([null, [-1, -1], null]);
  });

  it('leave out what nobody wants, unless others have it', () => {
    const all = [
      { keys: keysOf([['P1', 1]]) },
      {
        keys: keysOf([
          ['P1', 1],
          ['P2', 1],
        ]),
        isWanted: () => false,
      },
    ];
    const { keys, rowsIn: places } = joined(BY, all);
    expect(told(keys)).toEqual([{ point: 'P1', weekday: '1' }]);
    expect(places.map((rows) => [...(rows ?? [])])).toEqual([[0], [0]]);
  });

  it('of any rows are the keys of all of them, and each leads back to its row', () => {
    const pair = fc.tuple(fc.constantFrom('P1', 'P2', 'P10', ''), fc.integer({ min: 1, max: 7 }));
    const pairs = fc.uniqueArray(pair, { selector: ([point, weekday]) => `${point} ${weekday}` });
    fc.assert(
      fc.property(fc.array(pairs, { minLength: 1, maxLength: 3 }), (each) => {
        const all = each.map((one) => ({ keys: keysOf(one) }));
        const { keys, rowsIn: found } = joined(BY, all);
        const names = new Set(all.flatMap((one) => rowsIn(one.keys).map((row) => one.keys.nameAt(row))));
        expect(keys.size).toBe(names.size);
        expect(keys.isInOrder).toBe(true);
        all.forEach((one, index) => {
          for (let row = 0; row < keys.size; row++) {
            const rows = found[index];
            expect(rows ? rows[row] : row).toBe(one.keys.rowOf(keys.nameAt(row)));
          }
        });
      }),
    );
  });
});

it('gives back the rows that were counted', () => {
  const counted = countedRows([{ key_point: 'P1', key_weekday: 3, n: 4, more: 1 }], BY);
  expect(rowsOf(counted, ['n', 'none'])).toEqual([{ key_point: 'P1', key_weekday: '3', n: 4, none: undefined }]);
});
