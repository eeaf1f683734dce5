import type { TableColumn } from './table-column';
import { tableFile } from './table-file';

interface Row {
  readonly name: string;
  readonly n: number | null;
}

const columns: readonly TableColumn<Row>[] = [
  { id: 'name', text: 'Điểm', order: ({ name }) => name, cell: ({ name }) => ({ text: name }) },
  {
    ...{ id: 'n', text: 'Số lượt', isNumber: true, total: { text: '7' }, order: ({ n }) => n },
    cell: ({ n }) => (n === null ? { text: '–', look: 'unknown', spoken: 'Chưa có dữ liệu' } : { text: String(n) }),
  },
];
const rows: readonly Row[] = [
  { name: 'Ba Đình', n: 0 },
  { name: 'Sơn Tây', n: null },
];

describe('a table as a file', () => {
  it('holds its totals and every row, and says why a figure is missing', () =>
    expect(tableFile({ columns, rows, totalText: 'Toàn thành phố' }).rows).toEqual([
      ['Toàn thành phố', '7'],
      ['Ba Đình', '0'],
      ['Sơn Tây', '– (Chưa có dữ liệu)'],
    ]));

  it('has no line of totals where no column has one', () =>
    expect(tableFile({ columns: columns.slice(0, 1), rows, totalText: 'Toàn thành phố' }).rows).toEqual([['Ba Đình'], ['Sơn Tây']]));
});
