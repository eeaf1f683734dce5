import { placeAfter } from './grid-keys';

const size = { row: 100, column: 5 };
const at = { row: 50, column: 2 };

describe('the keys of a grid', () => {
  it.each([
    ['ArrowDown', { row: 51, column: 2 }],
    ['ArrowLeft', { row: 50, column: 1 }],
    ['PageUp', { row: 40, column: 2 }],
    ['Home', { row: 50, column: 0 }],
    ['End', { row: 50, column: 4 }],
  ])('lead from cell to cell: %s', (key, place) => expect(placeAfter(key, at, size, false)).toEqual(place));

  it('lead to the first and the last row with Ctrl', () => {
    expect(placeAfter('Home', at, size, true)).toEqual({ row: 1, column: 0 });
    expect(placeAfter('End', at, size, true)).toEqual({ row: 100, column: 4 });
  });

  it('stop at the edges', () => {
    expect(placeAfter('ArrowUp', { row: 1, column: 0 }, size, false)).toEqual({ row: 1, column: 0 });
    expect(placeAfter('PageDown', { row: 95, column: 4 }, size, false)).toEqual({ row: 100, column: 4 });
  });

  it('leave other keys alone', () => expect(placeAfter('a', at, size, false)).toBeNull());
});
