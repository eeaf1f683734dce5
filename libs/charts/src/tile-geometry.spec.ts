import { cropped, gridSize, linesOf, tileToward } from './tile-geometry';

const tile = (code: string, column: number, row: number) => ({ code, column, row });

/* a b .
   . c d */
const a = tile('a', 0, 0);
const b = tile('b', 1, 0);
const c = tile('c', 1, 1);
const d = tile('d', 2, 1);
const tiles = [a, b, c, d];

describe('gridSize', () => {
  it('reaches to the farthest tile', () => {
    expect(gridSize(tiles)).toEqual({ columns: 3, rows: 2 });
  });

  it('is nothing without tiles', () => {
    expect(gridSize([])).toEqual({ columns: 0, rows: 0 });
  });
});

describe('cropped', () => {
  it('cuts the empty west and north away and keeps the tiles as they lie to each other', () => {
    expect(cropped([tile('e', 11, 4), tile('f', 13, 3)])).toEqual([tile('e', 0, 1), tile('f', 2, 0)]);
  });

  it('is nothing without tiles', () => {
    expect(cropped([])).toEqual([]);
  });
});

describe('tileToward', () => {
  it('goes to the neighbour', () => {
    expect(tileToward(tiles, a, 'right')).toBe(b);
  });

  it('crosses a hole to the nearest tile beyond it', () => {
    expect(tileToward(tiles, b, 'right')).toBe(d);
  });

  it('stays at the edge of the map', () => {
    expect(tileToward(tiles, a, 'up')).toBe(a);
  });

  it('prefers a tile in the same row to a nearer one beside it', () => {
    const far = tile('far', 3, 0);
    const aside = tile('aside', 1, 1);
    expect(tileToward([a, far, aside], a, 'right')).toBe(far);
  });
});

describe('linesOf', () => {
  it('keeps a short name whole', () => {
    expect(linesOf('Ba Đình', 9)).toEqual(['Ba Đình']);
  });

  it('breaks a long name between words', () => {
    expect(linesOf('Chương Dương', 9)).toEqual(['Chương', 'Dương']);
  });

  it('ends with an ellipsis what does not fit in two lines', () => {
    expect(linesOf('Văn Miếu - Quốc Tử Giám', 9)).toEqual(['Văn Miếu', 'Quốc Tử…']);
  });

  it('counts a letter with its marks as one', () => {
    expect(linesOf('Hoàng Liệt'.normalize('NFD'), 10)).toEqual(['Hoàng Liệt']);
  });
});
