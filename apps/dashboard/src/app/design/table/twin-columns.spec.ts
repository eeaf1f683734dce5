import { sortedRows } from './arranged-rows';
import { twinColumns, twinLines } from './twin-columns';

const twin = {
  columns: [{ text: 'Ngày' }, { text: 'Điểm' }, { text: 'Chờ', isNumber: true }],
  rows: [
    ['26/10', 'Đống Đa', '9,5 %'],
    ['02/11', 'Ba Đình', '–'],
    ['09/11', 'An Khánh', '1.012,0 %'],
  ],
};
const sorted = (column: string, isDescending = false) =>
  sortedRows(twinLines(twin), twinColumns(twin, 'vi'), [{ column, isDescending }]).map(({ place }) => place);

describe('the table of a drawing', () => {
  it('sorts days as the drawing has them, not by their signs', () => expect(sorted('0')).toEqual([0, 1, 2]));
  it('sorts names by name', () => expect(sorted('1')).toEqual([2, 1, 0]));
  it('sorts figures by their number, what is unknown last either way', () => {
    expect(sorted('2')).toEqual([0, 2, 1]);
    expect(sorted('2', true)).toEqual([2, 0, 1]);
  });
});
