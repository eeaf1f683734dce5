import { foundRows, pinnedFirst, sortedRows } from './arranged-rows';
import type { TableColumn } from './table-column';

interface Place {
  readonly name: string;
  readonly n: number | null;
  readonly rank: number;
}

const text = (value: unknown) => ({ text: String(value) });
const columns: readonly TableColumn<Place>[] = [
  { id: 'name', text: '', order: ({ name }) => name, cell: ({ name }) => text(name) },
  { id: 'n', text: '', order: ({ n }) => n, cell: ({ n }) => text(n) },
  { id: 'rank', text: '', order: ({ rank }) => rank, cell: ({ rank }) => text(rank), then: [{ column: 'n', isDescending: true }] },
];
const rows: readonly Place[] = [
  { name: 'Đống Đa', n: 2, rank: 1 },
  { name: 'Ơn', n: null, rank: 1 },
  { name: 'Ba Đình', n: 5, rank: 2 },
  { name: 'Đan Phượng', n: 7, rank: 1 },
  { name: 'An Khánh', n: 5, rank: 2 },
  { name: 'Ô Chợ Dừa', n: 1, rank: 3 },
  { name: 'Âu Cơ', n: 0, rank: 3 },
];
const names = (sorted: readonly Place[]): readonly string[] => sorted.map(({ name }) => name);
const up = (column: string) => ({ column, isDescending: false });
const down = (column: string) => ({ column, isDescending: true });

describe('the rows of a table', () => {
  it('stand in Vietnamese order by name', () => {
    expect(names(sortedRows(rows, columns, [up('name')]))).toEqual([
      'An Khánh',
      'Âu Cơ',
      'Ba Đình',
      'Đan Phượng',
      'Đống Đa',
      'Ô Chợ Dừa',
      'Ơn',
    ]);
  });

  it('put what is missing last, either way', () => {
    expect(names(sortedRows(rows, columns, [up('n')])).at(-1)).toBe('Ơn');
    expect(names(sortedRows(rows, columns, [down('n')])).at(-1)).toBe('Ơn');
    expect(names(sortedRows(rows, columns, [up('n')]))[0]).toBe('Âu Cơ');
  });

  it('are sorted by the second column where the first is equal', () => {
    expect(names(sortedRows(rows, columns, [down('n'), up('name')])).slice(0, 3)).toEqual(['Đan Phượng', 'An Khánh', 'Ba Đình']);
  });

  it('follow the order that a column brings along for its equals, unless the reader chose another', () => {
    expect(names(sortedRows(rows, columns, [up('rank')])).slice(0, 3)).toEqual(['Đan Phượng', 'Đống Đa', 'Ơn']);
    expect(names(sortedRows(rows, columns, [up('rank'), up('n')])).slice(0, 3)).toEqual(['Đống Đa', 'Đan Phượng', 'Ơn']);
  });

  it.each([
    ['dong da', ['Đống Đa']],
    ['DAN', ['Đan Phượng']],
    ['  ', names(rows)],
    ['o cho', ['Ô Chợ Dừa']],
  ])('are found without diacritics: "%s"', (typed, found) => {
    expect(names(foundRows(rows, typed, ({ name }) => name))).toEqual(found);
  });

  it('find both spellings of one word', () => {
    expect(foundRows(['Hoà Bình', 'Hòa Lạc', 'Hà Đông'], 'hoa', (name) => name)).toEqual(['Hoà Bình', 'Hòa Lạc']);
  });

  it('begin with those that are pinned, in the order of pinning', () => {
    const { pinned, rest } = pinnedFirst(rows, ['Ơn', 'gone', 'Ba Đình'], ({ name }) => name);
    expect(names(pinned)).toEqual(['Ơn', 'Ba Đình']);
    expect(rest).toHaveLength(5);
  });
});
